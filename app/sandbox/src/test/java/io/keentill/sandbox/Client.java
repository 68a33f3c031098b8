package io.keentill.sandbox;

import io.keentill.sandbox.data.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** A plain HTTP client over real sockets. Bodies are written with single quotes for the reader's sake. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final URI base;
    private final String key;

    Client(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    record Answer(int status, HttpHeaders headers, String text) {
        ObjectNode json() {
            return Json.stored(text);
        }

        ObjectNode data() {
            return (ObjectNode) json().get("data");
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        String id() {
            return Json.need(json().has("data") ? data() : json(), "id");
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, String body, String... headers) {
        try {
            return trySend(method, path, body, headers);
        } catch (IOException failure) {
            throw new AssertionError("no answer to " + method + " " + path, failure);
        }
    }

    Answer trySend(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, publisher);
        if (key != null) {
            request.header("x-api-key", key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
