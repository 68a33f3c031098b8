package io.keentill.revkeen;

import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server in this very process instead of one across a network. It is asked on the thread of whoever calls the client, in
 * the place of sockets; all of the client above them stays as it is. For simulations that play days in seconds.
 *
 * <p>The client's own time-outs do not run for it: whoever lets a call wait decides how long, and ends it with an {@link
 * java.io.InterruptedIOException} like a real line would.
 */
public interface InProcessServer {

    /**
     * Answers one request.
     *
     * @throws java.net.ConnectException where not a byte of the request left
     * @throws IOException where the line broke after that: the request may have arrived
     */
    Answer answer(Question question) throws IOException;

    /** Its connector channel, not yet started, as {@link RevKeen#connector} gives it. */
    ConnectorChannel connector(ConnectorSettings settings, ConnectorListener listener);

    /**
     * A request.
     *
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param path with the base URL's own path and the query
     * @param headers by name in any case, the key among them
     * @param body empty if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
    record Question(String method, String path, Map<String, String> headers, byte[] body) {

        /** Copies the headers. */
        public Question {
            Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            headers = anyCase;
        }
    }

    /**
     * An answer.
     *
     * @param status 100 to 599
     * @param headers such as {@code Retry-After}
     * @param body read to its end; it may fail in its middle like a line that breaks
     */
    record Answer(int status, Map<String, String> headers, InputStream body) {

        /** Copies the headers. */
        public Answer {
            headers = Map.copyOf(headers);
        }
    }
}
