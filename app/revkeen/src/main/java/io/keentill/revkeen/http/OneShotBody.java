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
    private final byte[] bytes;
    private final MediaType type;

    OneShotBody(byte[] bytes, String contentType) {
        this.bytes = bytes;
        this.type = MediaType.get(contentType);
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
        sink.write(bytes);
    }
}
