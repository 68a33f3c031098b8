package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real sandbox process is killed with SIGKILL while several threads write. Nothing that it acknowledged may be lost,
 * and every key must go on answering the same. Longer with {@code -Dkeentill.kill.rounds=50}, another course with
 * {@code -Dkeentill.kill.seed=…}.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("keentill.kill.rounds", 3);
    private static final long SEED = Long.getLong("keentill.kill.seed", 20261124L);
    private static final int WRITERS = 6;

    @TempDir
    Path directory;

    private final Map<String, Answer> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private Process process;
    private Client api;
    private Client admin;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void what_was_acknowledged_survives_a_kill_and_replays_the_same() throws Exception {
        Random random = new Random(SEED);
        start();
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round, 20 + random.nextInt(200));
            start();
            audit(random);
        }
    }

    /** Several threads post orders, each with a key of its own, until the process dies in the middle of it. */
    private void writeUntilKilled(int round, int answers) throws Exception {
        CountDownLatch enough = new CountDownLatch(answers);
        Client victim = api;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = round + "-" + writer + "-";
                writers.add(threads.submit(() -> write(victim, name, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as("too slow").isTrue();
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            for (Future<?> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
        }
    }

    private void write(Client victim, String name, CountDownLatch enough) {
        for (int i = 0; ; i++) {
            String key = name + i;
            sent.add(key);
            try {
                Answer answer = order(victim, key);
                assertThat(answer.status()).isEqualTo(201);
                acknowledged.put(key, answer);
                enough.countDown();
            } catch (IOException killed) {
                return;
            }
        }
    }

    private void audit(Random random) throws IOException {
        for (Map.Entry<String, Answer> one : acknowledged.entrySet()) {
            if (random.nextInt(4) == 0) {
                assertThat(api.get("/orders/" + one.getValue().id()).text())
                        .as(one.getKey())
                        .isEqualTo(one.getValue().text());
            }
            Answer replay = order(api, one.getKey());
            assertThat(replay.status()).as(one.getKey()).isEqualTo(201);
            assertThat(replay.text()).as(one.getKey()).isEqualTo(one.getValue().text());
            assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        }
        for (String key : sent) {
            if (!acknowledged.containsKey(key)) {
                // Nobody knows whether it was done; asking again with the same key settles it without doing it twice.
                Answer settled = order(api, key);
                assertThat(settled.status()).isEqualTo(201);
                acknowledged.put(key, settled);
            }
        }
        var counts = admin.get("/ledger").json().get("counts");
        assertThat(Json.whole(counts, "orders")).isEqualTo(sent.size());
        assertThat(Json.whole(counts, "events")).isEqualTo(sent.size());
    }

    private static Answer order(Client client, String key) throws IOException {
        String body = "{'line_items':[{'description':'%s','unit_price':350}]}".formatted(key);
        return client.trySend("POST", "/orders", body, "Idempotency-Key", key);
    }

    private void start() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String path = String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                Path.of("target", "classes").toAbsolutePath().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
        process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        KillChild.class.getName(),
                        directory.toString())
                .redirectError(directory.resolve("child.log").toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = out.readLine();
        assertThat(port).as(() -> "the child did not start: " + log()).isNotNull();
        String at = "http://127.0.0.1:" + port;
        String key = Files.readString(directory.resolve("sandbox.key")).strip();
        api = new Client(URI.create(at + "/v2"), key);
        admin = new Client(URI.create(at + "/sandbox"), null);
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("child.log"));
        } catch (IOException none) {
            return "no log";
        }
    }
}
