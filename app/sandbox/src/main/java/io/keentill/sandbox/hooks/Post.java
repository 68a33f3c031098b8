package io.keentill.sandbox.hooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends one delivery over HTTP. */
final class Post implements AutoCloseable {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final int OK = 200;
    private static final int AFTER_OK = 300;

    private final HttpClient http;
    private final boolean anywhere;

    /** An answer's status, or why there was none. */
    record Answer(
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String code) {
        Attempts.Result result(long millis) {
            return new Attempts.Result(status, error, code, millis);
        }
    }

    Post(Duration patience, boolean anywhere) {
        this.anywhere = anywhere;
        // A redirect is a failure (API reference B.27), and never followed.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    Answer send(HttpRequest request) {
        if (!anywhere && !loopback(request.uri())) {
            return new Answer(
                    null,
                    "Not sent: this sandbox delivers to loopback addresses only, not to "
                            + request.uri().getHost() + ".",
                    "address_not_allowed");
        }
        try {
            HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
            int status = response.statusCode();
            return status >= OK && status < AFTER_OK
                    ? new Answer(status, null, null)
                    : new Answer(status, "The endpoint answered " + status + ".", "http_" + status);
        } catch (HttpTimeoutException late) {
            return new Answer(null, "No answer within 30 seconds.", "timeout");
        } catch (ConnectException refused) {
            return new Answer(null, "The endpoint cannot be reached.", "connection_failed");
        } catch (IOException broken) {
            return new Answer(null, "The connection broke: " + broken.getMessage(), "connection_broken");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while delivering", stopped);
        }
    }

    /** By name only: a look-up could leave the machine. */
    private static boolean loopback(URI uri) {
        String host = uri.getHost();
        return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
