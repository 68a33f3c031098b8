package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.launcher.TestWorld.Ran;
import io.keentill.store.TillStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong: one clear sentence, exit status 1, nothing lost. */
class BadInputTest {

    @TempDir
    Path folder;

    private TestWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new TestWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void anUnknownBarcode() {
        world.init();
        refused(world.run("sell", "--item", "0000000000000", "--tender", "cash"), "No product has the code");
    }

    @Test
    void aWrongKeyStoresNothing() {
        String api = world.sandbox.baseUrl().toString();
        refused(world.run("init", "--api", api, "--key", "rk_sandbox_wrong"), "refuses this key");
        refused(world.run("sell", "--item", "X", "--tender", "cash"), "not set up");
    }

    @Test
    void anUnreachableHost() {
        refused(world.run("init", "--api", "http://127.0.0.1:1/v2", "--key", "rk_sandbox_x"), "cannot be reached");
    }

    @Test
    void aTillThatIsNotThere() {
        refused(world.run("sell", "--item", "X", "--tender", "cash"), "There is no till");
    }

    @Test
    void aTerminalAddressThatIsNone() {
        String api = world.sandbox.baseUrl().toString();
        refused(
                world.run("init", "--api", api, "--key", world.sandbox.key(), "--terminal", "zvt-over-there"),
                "is no terminal address");
        refused(
                world.run("init", "--api", api, "--key", world.sandbox.key(), "--terminal", "xyz:tcp:127.0.0.1:1"),
                "No driver for the terminal family");
    }

    @Test
    void aTerminalThatIsOff() {
        world.init();
        world.terminal.close();
        Ran ran = world.run("sell", "--item", "FRV-001", "--tender", "card");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("not paid");
        assertThat(world.run("status").json().get("open_payments").asInt()).isZero();
    }

    @Test
    void aTerminalThatSendsGarbageChargesNobodyTwice() {
        world.init();
        world.terminal.next(new NextOutcome.Garbage());
        long begun = System.nanoTime();
        Ran ran = world.run("sell", "--item", "FRV-001", "--tender", "card");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("noticed as nonsense, not waited for until the protocol's three minutes are over")
                .isLessThan(Duration.ofSeconds(60));
        long till = world.run("status").json().get("takings_minor").get("card").asLong();
        assertThat(till).isEqualTo(world.terminal.ledger().cardMinor());
        assertThat(ran.status()).isEqualTo(till > 0 ? 0 : 1);
    }

    @Test
    void aFolderInUse() throws Exception {
        world.init();
        try (TillStore other = TillStore.open(world.data(), Clock.systemUTC())) {
            refused(
                    world.run("sell", "--item", "FRV-001", "--tender", "cash"),
                    ExitStatus.IN_USE,
                    world.data().toString());
            assertThat(other.commits()).isZero();
        }
        assertThat(world.run("sell", "--item", "FRV-001", "--tender", "cash").status())
                .isZero();
    }

    @Test
    void badRowsOfACsvAreNamedAndGoodOnesKept() throws Exception {
        world.init();
        Path csv = folder.resolve("products.csv");
        Files.writeString(csv, """
                sku,name,price,tax,category,barcode,favourite
                NEW-1,Good one,1.25,vat-20,New,5901234123457,yes
                NEW-2,Bad price,cheap,vat-20,New,,
                NEW-3,Bad code,1.00,vat-20,New,5901234123458,
                NEW-4,"Good, too",2.00,vat-5,New,,no
                """);
        Ran ran = world.run("import", "products", csv.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.json().get("imported").asInt()).isEqualTo(2);
        assertThat(ran.err()).contains("line 3").contains("line 4").contains("7 would be right");
        assertThat(world.run("sell", "--item", "5901234123457", "--tender", "cash")
                        .status())
                .isZero();
    }

    private static void refused(Ran ran, String words) {
        refused(ran, ExitStatus.NOT_DONE, words);
    }

    private static void refused(Ran ran, ExitStatus status, String words) {
        assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(status.code());
        assertThat(ran.err().strip().lines()).as("one sentence, no stack trace").hasSize(1);
        assertThat(ran.err()).contains(words);
    }
}
