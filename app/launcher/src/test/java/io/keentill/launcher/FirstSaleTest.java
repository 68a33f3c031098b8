package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.SecretStore;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole sales from the command line: real SQLite, a real byte link, real HTTP. */
class FirstSaleTest {

    private static final String APPLES = "5083016613186";

    @TempDir
    Path folder;

    private TestWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new TestWorld(folder);
        assertThat(world.init().json().get("products").asInt()).isGreaterThanOrEqualTo(150);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aCardSaleEndsAsAPaidOrderInRevKeen() throws Exception {
        Ran sold = world.run("sell", "--item", APPLES + "*2", "--tender", "card");
        assertThat(sold.status()).as(sold.err()).isZero();
        assertPaidEverywhere(sold.json(), 350);
    }

    @Test
    void aCardSaleOverASerialLineToo() throws Exception {
        Path till = folder.resolve("tty-till");
        Path terminal = folder.resolve("tty-terminal");
        Process socat = socat(till, terminal);
        try (ZvtEmulator emulator = ZvtEmulator.on(
                Wiring.links(SecretStore.inMemory())
                        .open(LinkAddress.parse("serial:" + terminal.toRealPath()), Duration.ofSeconds(5)),
                TestWorld.quick())) {
            Ran sold = world.run(
                    "sell", "--item", APPLES, "--tender", "card", "--terminal", "zvt:serial:" + till.toRealPath());
            assertThat(sold.status()).as(sold.err()).isZero();
            assertThat(emulator.ledger().cardMinor()).isEqualTo(175);
            assertPaidEverywhere(sold.json(), 175);
        } finally {
            socat.destroy();
        }
    }

    private void assertPaidEverywhere(JsonNode sale, long total) throws Exception {
        assertThat(sale.get("state").asString()).isEqualTo("paid");
        assertThat(sale.get("total_minor").asLong()).isEqualTo(total);
        JsonNode order = world.get("/orders/" + sale.get("revkeen_order_id").asString());
        assertThat(order.get("status").asString()).isEqualTo("paid");
        assertThat(order.get("total").asLong()).isEqualTo(total);
        assertThat(order.get("amount_due").asLong()).isZero();
        JsonNode payment = world.get("/terminal-payments").get("data").get(0);
        assertThat(payment.get("status").asString()).isEqualTo("approved");
        assertThat(payment.get("amount_minor").asLong()).isEqualTo(total);
        assertThat(payment.get("reference")).isEqualTo(sale.get("terminal").get("reference"));
    }

    private static Process socat(Path one, Path other) throws Exception {
        Process socat;
        try {
            socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + one, "pty,raw,echo=0,link=" + other).start();
        } catch (java.io.IOException e) {
            Assumptions.abort("socat is not installed: no serial line to test on");
            throw e;
        }
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> Files.exists(one) && Files.exists(other)))
                .isTrue();
        return socat;
    }

    @Test
    void cashGivesChangeAndIsRecorded() throws Exception {
        Ran sold = world.run("sell", "--item", APPLES, "--tender", "cash", "--cash", "5.00");
        assertThat(sold.json().get("change_minor").asLong()).isEqualTo(325);
        JsonNode order =
                world.get("/orders/" + sold.json().get("revkeen_order_id").asString());
        assertThat(order.get("status").asString()).isEqualTo("paid");
        assertThat(world.get("/payments")
                        .get("data")
                        .get(0)
                        .get("payment_method_type")
                        .asString())
                .isEqualTo("cash");
    }

    @Test
    void aDeclinedCardPaysNothing() throws Exception {
        world.terminal.next(new NextOutcome.Decline(5));
        Ran refused = world.run("sell", "--item", APPLES, "--tender", "card");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("not paid");
        assertThat(world.terminal.ledger().cardMinor()).isZero();
        assertThat(world.get("/orders").get("data").size()).isZero();
    }

    @Test
    void anAnswerThatWasLostIsAskedForAndPaidOnce() {
        world.terminal.policy(CommitPolicy.BOOKS_AT_HOST);
        world.terminal.next(new NextOutcome.DropAnswer(false));
        Ran sold = world.run("sell", "--item", APPLES, "--tender", "card");
        assertThat(sold.err()).contains("Do not charge again");
        assertThat(sold.status()).as(sold.err()).isZero();
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(175);
        assertThat(sold.json().get("attempts").size()).isEqualTo(1);
    }

    @Test
    void aStrictTerminalUndoesWhatWasNotConfirmedAndTheTillKnows() {
        world.terminal.policy(CommitPolicy.STRICT);
        world.terminal.next(new NextOutcome.DropAnswer(false));
        Ran sold = world.run("sell", "--item", APPLES, "--tender", "card");
        assertThat(sold.status()).isEqualTo(1);
        assertThat(world.terminal.ledger().cardMinor()).isZero();
        assertThat(sold.json().get("state").asString()).isNotEqualTo("paid");
        assertThat(world.run("sell", "--item", APPLES, "--tender", "card").status())
                .isZero();
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(175);
    }

    @Test
    void fiftySalesWithoutRevKeenAllArriveOnceEach() throws Exception {
        int port = world.stopSandbox();
        Set<String> references = new HashSet<>();
        long cash = 0;
        for (int i = 0; i < 50; i++) {
            String tender = i % 2 == 0 ? "card" : "cash";
            Ran sold = world.run("sell", "--item", APPLES + "*" + (i % 3 + 1), "--tender", tender, "--wait", "0");
            assertThat(sold.status()).as(sold.err()).isZero();
            references.add(sold.json().get("reference").asString());
            cash += tender.equals("cash") ? sold.json().get("total_minor").asLong() : 0;
        }
        world.startSandbox(port);
        Ran synced = world.run("sync", "--wait", "120");
        assertThat(synced.status()).as(synced.err()).isZero();

        Set<String> arrived = new HashSet<>();
        JsonNode orders = world.get("/orders?limit=100").get("data");
        for (JsonNode order : orders) {
            assertThat(order.get("status").asString()).isEqualTo("paid");
            arrived.add(order.get("metadata").get("keentill_reference").asString());
        }
        assertThat(orders.size()).isEqualTo(50);
        assertThat(arrived).isEqualTo(references);
        JsonNode status = world.run("status").json();
        assertThat(status.get("sales").asInt()).isEqualTo(50);
        assertThat(status.get("takings_minor").get("card").asLong())
                .isEqualTo(world.terminal.ledger().cardMinor());
        assertThat(status.get("takings_minor").get("cash").asLong()).isEqualTo(cash);
        assertThat(world.run("journal", "verify").json().get("intact").asBoolean())
                .isTrue();
    }
}
