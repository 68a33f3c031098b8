package io.keentill.device.nexo.message;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;

/** A message that is malformed, or not from whom it says: nothing in it may be believed. */
public final class UntrustedMessage extends Exception implements Spoken {

    private static final long serialVersionUID = 1L;

    private final transient Sentence why;

    /** Because of {@code why}; holds nothing secret. */
    public UntrustedMessage(CharSequence why) {
        super(why.toString());
        this.why = Sentence.from(why);
    }

    @Override
    public Sentence said() {
        return why;
    }
}
