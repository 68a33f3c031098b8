package io.keentill.launcher.terminals;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.revkeen.RevKeen;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real sandbox over HTTP with simulated devices, and cloud terminals that use them. */
final class CloudWorld implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Sandbox sandbox;
    final List<String> frames = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    CloudWorld(Path folder) {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder).withRate(0));
    }

    /** A new simulated device that goes about it in this way. */
    String device(String way) {
        return control("/devices", "{\"way\":\"" + way + "\"}")
                .get("data")
                .get("id")
                .asString();
    }

    void advance(long seconds) {
        control("/clock", "{\"advance_seconds\":" + seconds + "}");
    }

    void fault(String kind) {
        control("/next-fault", "{\"kind\":\"" + kind + "\",\"count\":1,\"path_prefix\":\"/terminal-payments\"}");
    }

    /** On the next request below one payment, which is its refund while nothing is polled. */
    void faultOnRefunds(String kind) {
        control("/next-fault", "{\"kind\":\"" + kind + "\",\"count\":1,\"path_prefix\":\"/terminal-payments/\"}");
    }

    /** Card payments net of what went back, in minor units. */
    long card() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.adminUrl() + "/ledger"))
                    .build();
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .get("card")
                    .asLong();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode control(String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.adminUrl() + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    RevKeen client() {
        return RevKeen.at(sandbox.baseUrl().toString(), sandbox.key());
    }

    PaymentTerminal terminal(String device) {
        return terminal(device, this::client, "grace=0.5");
    }

    PaymentTerminal terminal(String device, Supplier<RevKeen> client, String options) {
        TerminalAddress address = TerminalAddress.parse("revkeen:cloud:" + device + "?poll=0.1&slowest=0.2&" + options);
        return new CloudDriver(client).open(address, context());
    }

    private TerminalDriver.Context context() {
        LinkOpener none = new LinkOpener() {
            @Override
            public io.keentill.device.link.Link open(LinkAddress address, Duration within) {
                throw new AssertionError("The cloud family has no link");
            }
        };
        FrameTrace trace = (direction, text) -> frames.add(direction + " " + text);
        return new TerminalDriver.Context(none, Clock.systemUTC(), trace, SecretStore.inMemory());
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }

    /** A till's side that keeps what it is told. */
    static final class Monitor implements AttemptMonitor {
        final List<Outcome> outcomes = new ArrayList<>();
        final CountDownLatch atTerminal = new CountDownLatch(1);
        volatile @Nullable String hint;

        @Override
        public void sending(String recoveryHint) {
            if (hint != null) {
                throw new AssertionError("Told twice that it sends");
            }
            hint = recoveryHint;
        }

        @Override
        public void progress(Progress progress) {
            if (progress.stage() == Progress.Stage.WAITING_FOR_CARD) {
                atTerminal.countDown();
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            outcomes.add(outcome);
        }
    }
}
