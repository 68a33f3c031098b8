package io.keentill.revkeen.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Puts the access token on each request that names nobody yet. A token that the API refuses is renewed once, and the
 * request sent again: refused with 401 it was not carried out. Runs on the call's own thread.
 */
final class Signing implements Interceptor {
    private static final String HEADER = "Authorization";
    private final TokenSource tokens;

    Signing(TokenSource tokens) {
        this.tokens = tokens;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (request.header(HEADER) != null) {
            return chain.proceed(request);
        }
        try {
            String token = tokens.token();
            Response first = chain.proceed(signed(request, token));
            if (first.code() != 401) {
                return first;
            }
            first.close();
            tokens.refused(token);
            return chain.proceed(signed(request, tokens.token()));
        } catch (TokenRefusedException refused) {
            return unauthenticated(request, refused);
        }
    }

    private static Request signed(Request request, String token) {
        Credential credential = Credential.bearer(token);
        return request.newBuilder()
                .header(credential.name(), credential.value())
                .build();
    }

    /** What the API would say to a wrong key, with the token endpoint's reason. */
    private static Response unauthenticated(Request request, TokenRefusedException refused) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(401)
                .message("Unauthorized")
                .body(ResponseBody.create(refused.body(), MediaType.get("application/json")))
                .build();
    }
}
