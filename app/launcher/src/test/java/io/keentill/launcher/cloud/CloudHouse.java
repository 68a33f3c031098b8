package io.keentill.launcher.cloud;

import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox whose time passes only when somebody says so. One scenario at a time uses it. */
final class CloudHouse implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String APPROVE = "approve";

    private final Stopped clock = new Stopped();
    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    CloudHouse(Path folder) {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder).withRate(0).withClock(clock));
    }

    private static final class Stopped implements InstantSource {
        private volatile Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }
    }

    int port() {
        return sandbox.baseUrl().getPort();
    }

    String key() {
        return sandbox.key();
    }

    /** A new device, in front of which nothing has happened yet; not before the till's own time. */
    String newDevice() {
        Instant real = Instant.now();
        clock.now = (real.isAfter(clock.now) ? real : clock.now).plusSeconds(1);
        return post("/devices", APPROVE).get("data").get("id").asString();
    }

    /** The device goes about it like this from now on. */
    void way(String device, String way) {
        post("/devices/" + device, way);
    }

    Instant now() {
        return clock.now;
    }

    /** Lets time pass, and what is due by then happen. */
    synchronized void pass(Duration time) {
        clock.now = clock.now.plus(time);
        sandbox.tick();
    }

    /** What RevKeen's API answers to this path, past every fault. */
    JsonNode read(String path) {
        return sent(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)).header("x-api-key", key()));
    }

    private JsonNode post(String path, String way) {
        return sent(HttpRequest.newBuilder(URI.create(sandbox.adminUrl() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"way\":\"" + way + "\"}")));
    }

    private JsonNode sent(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
