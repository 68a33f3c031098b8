package io.keentill.device.http;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;

/** What came is no HTTP answer, or a larger one than is taken. */
final class MalformedReply extends Exception implements Spoken {

    private static final long serialVersionUID = 1L;

    private final transient Sentence what;

    MalformedReply(Sentence what) {
        super(what.toString());
        this.what = what;
    }

    @Override
    public Sentence said() {
        return what;
    }
}
