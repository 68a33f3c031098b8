package io.keentill.domain.text;

import org.jspecify.annotations.Nullable;

/** What somebody wrote cannot be taken. The message says for people what is wrong with it and how it is written. */
public final class BadInputException extends IllegalArgumentException implements Spoken {

    private static final long serialVersionUID = 1L;

    private final transient Sentence said;

    /** Says what is wrong and how it is written. */
    public BadInputException(Sentence said) {
        this(said, null);
    }

    /** The same with the technical cause. */
    public BadInputException(Sentence said, @Nullable Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    @Override
    public Sentence said() {
        return said;
    }
}
