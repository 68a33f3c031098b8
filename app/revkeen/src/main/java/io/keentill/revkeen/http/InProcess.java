package io.keentill.revkeen.http;

import io.keentill.revkeen.InProcessServer;
import java.io.IOException;
import java.net.ConnectException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Takes requests to a server in this process, in the place of connections. */
record InProcess(InProcessServer server) implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        InProcessServer.Answer answer;
        boolean leaves = true;
        try {
            answer = server.answer(question(request));
        } catch (ConnectException e) {
            leaves = false;
            throw e;
        } finally {
            CallWatch watch = request.tag(CallWatch.class);
            if (leaves && watch != null) {
                watch.requestHeadersStart(chain.call());
            }
        }
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("")
                .body(ResponseBody.create(Okio.buffer(Okio.source(answer.body())), JSON, -1));
        answer.headers().forEach(response::header);
        return response.build();
    }

    private static InProcessServer.Question question(Request request) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().names().forEach(name -> headers.put(name, String.valueOf(request.header(name))));
        String query = request.url().encodedQuery();
        String path = request.url().encodedPath() + (query == null ? "" : "?" + query);
        return new InProcessServer.Question(request.method(), path, headers, bytes(request.body()));
    }

    private static byte[] bytes(@Nullable RequestBody body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }
}
