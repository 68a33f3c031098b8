package io.keentill.device.weblink;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One call over HTTP, sent at most once. */
interface Wire {

    /**
     * Sends and waits for the answer.
     *
     * @param path below WebLink's base path, with its query
     * @param body JSON, null for none
     * @param token from pairing, null before it; never logged
     */
    Reply send(String method, String path, @Nullable String body, @Nullable String token);

    /** Forgets the certificate that was met first. */
    void forget() throws IOException;

    /** Hangs up; a waiting call ends as lost. */
    void close();
}
