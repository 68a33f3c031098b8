package io.keentill.revkeen.http;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a resource class needs: reads, lists and prepared writes. */
public final class Caller {
    private final Transport transport;

    /** @param transport shared by all resources */
    public Caller(Transport transport) {
        this.transport = transport;
    }

    /** A read, repeated as the options say. */
    public <T> ApiResult<T> get(String path, Function<Fields, T> reader) {
        return getTop(path, top -> reader.apply(unwrap(top)));
    }

    /** The same with a query. */
    public <T> ApiResult<T> get(String path, Paths.Query query, Function<Fields, T> reader) {
        return get(path + query.text(), reader);
    }

    /** A read whose answer is more than one object under {@code data}: the reader gets all of it. */
    public <T> ApiResult<T> getWhole(String path, Paths.Query query, Function<Fields, T> reader) {
        return getTop(path + query.text(), reader);
    }

    <T> ApiResult<T> getTop(String path, Function<Fields, T> reader) {
        return repeat(
                () -> understand(transport.get(path), reader),
                transport.options().readRetry());
    }

    /** The same calls in the name of the bearer of this token, such as a customer's portal session. */
    public Caller bearer(String token) {
        return new Caller(transport.as(Credential.bearer(token)));
    }

    /** A list in the given envelope. */
    public <T> Listing<T> list(String path, Paths.Query query, Envelope envelope, Function<Fields, T> reader) {
        return new PagedListing<>(this, path, query, envelope, reader, 100);
    }

    /** A write, prepared under a new key; {@code body} null for none. */
    public <T> ApiCall<T> prepare(String method, String path, @Nullable Body body, Function<Fields, T> reader) {
        byte[] bytes = body == null ? new byte[0] : body.bytes();
        return new PreparedCall<>(
                this, new FrozenRequest(method, path, bytes, newKey()), top -> reader.apply(unwrap(top)));
    }

    /** A write whose answer is more than one object under {@code data}: the reader gets all of it. */
    public <T> ApiCall<T> prepareWhole(String method, String path, @Nullable Body body, Function<Fields, T> reader) {
        byte[] bytes = body == null ? new byte[0] : body.bytes();
        return new PreparedCall<>(this, new FrozenRequest(method, path, bytes, newKey()), reader);
    }

    /** A write of a form with a file in it. */
    public <T> ApiCall<T> prepareUpload(String method, String path, Upload form, Function<Fields, T> reader) {
        FrozenRequest request = new FrozenRequest(method, path, form.bytes(), newKey(), form.contentType());
        return new PreparedCall<>(this, request, top -> reader.apply(unwrap(top)));
    }

    /** A write by foreign id. */
    public <T> ApiCall<Upsert<T>> upsert(String path, Body body, Function<Fields, T> reader) {
        FrozenRequest request = new FrozenRequest("PUT", path, body.bytes(), newKey());
        return new PreparedCall<>(this, request, top -> Upserts.read(top, reader));
    }

    /** Sends once. */
    <T> ApiResult<T> send(FrozenRequest request, Function<Fields, T> reader) {
        return understand(transport.send(request), reader);
    }

    /** Sends once; any 2xx is a success, whatever its body holds. */
    public ApiResult<byte[]> sendRaw(FrozenRequest request) {
        return read(
                transport.send(request),
                reply -> new ApiResult.Ok<>(
                        reply.body(), reply.status(), requestId(reply), reply.replayed(), reply.body()));
    }

    /** Reads a stored reply of one object, wrapped in {@code data} or bare. */
    public static <T> T parse(byte[] body, Function<Fields, T> reader) {
        try {
            return reader.apply(unwrap(Fields.parse(body)));
        } catch (MalformedReplyException e) {
            throw new IllegalArgumentException("these bytes are not such a reply: " + e.getMessage(), e);
        }
    }

    /** The object itself: single objects come bare or under {@code data}, depending on the resource (section B). */
    static Fields unwrap(Fields top) {
        Fields data = top.has("id") ? null : top.object("data");
        return data == null ? top : data;
    }

    <T> ApiResult<T> repeat(Supplier<ApiResult<T>> attempt, RetryPolicy policy) {
        ApiResult<T> result = attempt.get();
        for (int failed = 1; failed < policy.attempts(); failed++) {
            Duration wait = waitAfter(result, failed, policy);
            if (wait == null || !pause(wait)) {
                return result;
            }
            result = attempt.get();
        }
        return result;
    }

    private @Nullable Duration waitAfter(ApiResult<?> result, int failed, RetryPolicy policy) {
        if (Thread.currentThread().isInterrupted()) {
            return null;
        }
        Duration jittered = policy.wait(failed, transport.options().random());
        return switch (result) {
            case ApiResult.Ok<?> _ -> null;
            case ApiResult.Unreachable<?> _ -> jittered;
            case ApiResult.Refused<?> refused when !refused.error().isRetryable() -> null;
            case ApiResult.Refused<?> refused -> {
                Duration asked = refused.error().retryAfter();
                if (asked == null) {
                    yield jittered;
                }
                yield asked.compareTo(policy.longestWait()) > 0 ? null : asked.plus(jittered);
            }
        };
    }

    private boolean pause(Duration wait) {
        try {
            transport.options().sleeper().sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> ApiResult<T> understand(Wire wire, Function<Fields, T> reader) {
        return read(wire, reply -> {
            Fields top = Fields.parse(reply.body());
            T value = reader.apply(top);
            String id = reply.requestId() == null ? top.text("request_id") : reply.requestId();
            return new ApiResult.Ok<>(value, reply.status(), id, reply.replayed(), reply.body());
        });
    }

    private static <T> ApiResult<T> read(Wire wire, Function<Wire.Reply, ApiResult<T>> success) {
        return switch (wire) {
            case Wire.Lost lost -> new ApiResult.Unreachable<>(lost.cause(), lost.maybeSent(), lost.message());
            case Wire.Reply reply
            when reply.status() < 200 || reply.status() > 299 -> new ApiResult.Refused<>(ErrorReader.read(reply));
            case Wire.Reply reply -> {
                try {
                    yield success.apply(reply);
                } catch (MalformedReplyException e) {
                    yield new ApiResult.Refused<>(ErrorReader.unreadable(reply, String.valueOf(e.getMessage())));
                }
            }
        };
    }

    private static @Nullable String requestId(Wire.Reply reply) {
        if (reply.requestId() != null) {
            return reply.requestId();
        }
        try {
            return Fields.parse(reply.body()).text("request_id");
        } catch (MalformedReplyException notObject) {
            return null; // the id is a convenience; the bytes are what was asked for
        }
    }

    /** A UUID of version 4. */
    private String newKey() {
        byte[] random = new byte[16];
        transport.options().random().nextBytes(random);
        ByteBuffer bits = ByteBuffer.wrap(random);
        long high = (bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
