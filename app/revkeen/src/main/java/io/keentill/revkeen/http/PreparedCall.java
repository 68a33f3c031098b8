package io.keentill.revkeen.http;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.json.Fields;
import java.util.function.Function;

/** A frozen request and how to read its reply. */
record PreparedCall<T>(Caller caller, FrozenRequest request, Function<Fields, T> reader) implements ApiCall<T> {

    @Override
    public ApiCall<T> withIdempotencyKey(String key) {
        FrozenRequest renamed =
                new FrozenRequest(request.method(), request.path(), request.body(), key, request.contentType());
        return new PreparedCall<>(caller, renamed, reader);
    }

    @Override
    public ApiResult<T> send() {
        return caller.send(request, reader);
    }

    @Override
    public ApiResult<T> sendWithRetry(RetryPolicy policy) {
        return caller.repeat(this::send, policy);
    }

    @Override
    public String toString() {
        return request.toString();
    }
}
