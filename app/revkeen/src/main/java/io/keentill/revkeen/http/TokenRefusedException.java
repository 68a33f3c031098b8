package io.keentill.revkeen.http;

import java.io.IOException;

/** The token endpoint refused the client. Keeps the answer, which names the reason and holds no secret. */
final class TokenRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient byte[] body;

    TokenRefusedException(byte[] body) {
        super("the token endpoint refused the OAuth client");
        this.body = body;
    }

    byte[] body() {
        return body;
    }
}
