package io.keentill.revkeen.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The token endpoint could not be reached or understood. */
final class NoTokenException extends IOException {
    private static final long serialVersionUID = 1L;

    NoTokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
