package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;

/** The till could not write down what it must know before going on: disk full, read-only or broken. */
public final class NotDurableException extends Exception implements Spoken {

    private static final long serialVersionUID = 1L;

    private final transient Sentence said;

    /** Says what could not be stored and why. */
    public NotDurableException(CharSequence message, Throwable cause) {
        super(message.toString(), cause);
        this.said = Sentence.from(message);
    }

    @Override
    public Sentence said() {
        return said;
    }
}
