package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Real processes, real sockets, {@code kill -9} at random moments of a sale; afterwards three ledgers are audited. The
 * moments come from a seed that a failure prints.
 */
class KillTest {

    private static final int KILLS = 14;
    private static final int EARLIEST_MILLIS = 300;
    private static final int LATEST_MILLIS = 1500;

    @TempDir
    Path folder;

    @Test
    void nobodyIsChargedTwiceAndNothingApprovedIsForgotten() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TestWorld world = new TestWorld(folder)) {
            world.init();
            for (int i = 0; i < KILLS; i++) {
                world.terminal.policy(random.nextBoolean() ? CommitPolicy.STRICT : CommitPolicy.BOOKS_AT_HOST);
                Process till = sell(world, i % 3 == 0 ? "cash" : "card");
                int moment = random.nextInt(EARLIEST_MILLIS, LATEST_MILLIS);
                if (!till.waitFor(moment, TimeUnit.MILLISECONDS)) {
                    till.destroyForcibly().waitFor();
                }
            }
            Ran last = world.run("sell", "--item", "FRV-002", "--tender", "card");
            assertThat(last.status()).as("seed %s: %s", seed, last.err()).isZero();
            Ran synced = world.run("sync");
            assertThat(synced.status()).as("seed %s: %s", seed, synced.err()).isZero();
            audit(world, seed);
        }
    }

    private static void audit(TestWorld world, long seed) throws Exception {
        JsonNode status = world.run("status").json();
        long card = status.get("takings_minor").get("card").asLong();
        long cash = status.get("takings_minor").get("cash").asLong();
        assertThat(card)
                .as("card, seed %s", seed)
                .isEqualTo(world.terminal.ledger().cardMinor());
        assertThat(status.get("open_payments").asInt()).as("seed %s", seed).isZero();

        JsonNode orders = world.get("/orders?limit=100").get("data");
        Set<String> references = new HashSet<>();
        long total = 0;
        for (JsonNode order : orders) {
            references.add(order.get("metadata").get("keentill_reference").asString());
            assertThat(order.get("status").asString()).as("seed %s", seed).isEqualTo("paid");
            total += order.get("total").asLong();
        }
        assertThat(references).as("each sale once, seed %s", seed).hasSize(orders.size());
        assertThat(orders.size())
                .as("seed %s", seed)
                .isEqualTo(status.get("sales").asInt());
        assertThat(total).as("seed %s", seed).isEqualTo(card + cash);
        assertThat(world.run("journal", "verify").json().get("intact").asBoolean())
                .as("seed %s", seed)
                .isTrue();
    }

    private static Process sell(TestWorld world, String tender) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--enable-native-access=com.fazecast.jSerialComm,io.keentill.device.links,org.xerial.sqlitejdbc,javafx.graphics",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-m",
                "io.keentill.launcher/io.keentill.launcher.Main"));
        command.addAll(List.of(
                "sell", "--data", world.data().toString(), "--item", "FRV-001*2", "--tender", tender, "--wait", "2"));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
