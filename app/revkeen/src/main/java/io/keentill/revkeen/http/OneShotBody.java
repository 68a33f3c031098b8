package io.keentill.revkeen.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that may be written once. One-shot matters: without it OkHttp sends a request again by itself on 408 and on 503
 * with {@code Retry-After: 0}, whatever its retry switch says.
 */
final class OneShotBody extends RequestBody {
    private static final String JSON = "application/json";
    private static final MediaType JSON_TYPE = MediaType.get(JSON);
    private static final int PIECE = 16 * 1024;
    private final byte[] bytes;
    private final MediaType type;
    private final CallWatch watch;

    OneShotBody(byte[] bytes, String contentType, CallWatch watch) {
        this.bytes = bytes;
        this.watch = watch;
        this.type = contentType.equals(JSON) ? JSON_TYPE : MediaType.get(contentType);
    }

    @Override
    public @Nullable MediaType contentType() {
        return bytes.length == 0 ? null : type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            sink.write(bytes, from, Math.min(PIECE, bytes.length - from));
            watch.move();
        }
    }
}
