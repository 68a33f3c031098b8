package io.keentill.device.link;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A link could not be opened, or was lost. The message says for people what to look at. */
public final class LinkException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says what happened and what to look at. */
    public LinkException(String message) {
        super(message);
    }

    /** Says what happened and why. */
    public LinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
