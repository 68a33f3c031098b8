package io.keentill.sandbox.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Delivery;
import io.keentill.sandbox.api.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Between the HTTP server's requests and ours. */
final class Exchange {
    private Exchange() {}

    static ApiRequest request(ServerRequest request, String base) {
        Map<String, String> query = new HashMap<>();
        for (String name : request.query().names()) {
            query.put(name, request.query().get(name));
        }
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.get()));
        String body = request.content().hasEntity() ? request.content().as(String.class) : "";
        String path = request.path().absolute().rawPath().substring(base.length());
        return new ApiRequest(request.prologue().method().text(), path.isEmpty() ? "/" : path, query, headers, body);
    }

    static void answer(ServerResponse response, Delivery delivery) {
        if (delivery.how() == Delivery.How.DROPPED) {
            throw new CloseConnectionException("an ordered fault ends this connection");
        }
        Reply reply = delivery.reply();
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.status(reply.status());
        reply.headers().forEach(response::header);
        response.headers().set(HeaderNames.CONTENT_TYPE, "application/json");
        if (delivery.how() == Delivery.How.CUT) {
            cut(response, body);
        }
        response.send(body);
    }

    private static void cut(ServerResponse response, byte[] body) {
        response.contentLength(body.length);
        try {
            OutputStream out = response.outputStream();
            out.write(body, 0, body.length / 2);
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new CloseConnectionException("an ordered fault cuts this answer");
    }
}
