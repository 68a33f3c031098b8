package io.keentill.device.link;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A link could not be opened, or was lost. The message says for people what to look at. */
public final class LinkException extends IOException implements Spoken {

    private static final long serialVersionUID = 1L;

    private final transient Sentence said;

    /** Says what happened and what to look at. */
    public LinkException(CharSequence message) {
        super(message.toString());
        this.said = Sentence.from(message);
    }

    /** Says what happened and why. */
    public LinkException(CharSequence message, @Nullable Throwable cause) {
        super(message.toString(), cause);
        this.said = Sentence.from(message);
    }

    @Override
    public Sentence said() {
        return said;
    }

    /** What an exception says: that of a link in any language, the system's own words as they are. */
    public static Sentence said(Exception e) {
        return Spoken.by(e);
    }
}
