package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.Profile;
import io.keentill.device.nexo.emulator.NexoEmulator;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.emulator.Traits;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.WebLinkEmulator;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.launcher.TestWorld.Ran;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code till terminals …} and {@code till sell --terminal …}, each family against its emulator over TCP. */
class TerminalsCommandTest {

    private static final String APPLES = "5083016613186";
    private static final Profile QUICK = Profile.standard(Clock.systemUTC())
            .times(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(200))
            .taking("GBP");

    @TempDir
    Path folder;

    private TestWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new TestWorld(folder);
        assertThat(world.init().status()).isZero();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Ran terminals(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "terminals";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return world.run(all);
    }

    private String secret(String name, String value) throws IOException {
        return name + "=@" + Files.writeString(folder.resolve(name + ".secret"), value + "\n");
    }

    /** Status, sale, part of it back, sale and void, and a whole sale of the till. */
    private void everything(String address) {
        Ran status = terminals("status", address);
        assertThat(status.status()).as(status.err()).isZero();
        JsonNode sale = done(terminals("sale", address, "--amount", "1250", "--currency", "GBP"));
        assertThat(sale.get("approved_minor").asLong()).isEqualTo(1250);
        String reference = sale.get("reference").asString();
        JsonNode back = done(terminals("refund", address, "--reference", reference, "--amount", "250"));
        assertThat(back.get("kind").asString()).isEqualTo("refund");
        Ran tooMuch = terminals("refund", address, "--reference", reference, "--amount", "1001");
        assertThat(tooMuch.status()).isEqualTo(1);
        assertThat(tooMuch.err()).contains("is left");
        String other = done(terminals("sale", address, "--amount", "500", "--currency", "GBP"))
                .get("reference")
                .asString();
        assertThat(done(terminals("void", address, "--reference", other))
                        .get("kind")
                        .asString())
                .isEqualTo("reversal");
        assertThat(terminals("void", address, "--reference", other).err()).contains("is left");
        assertThat(done(terminals("identify", address)).get("state").asString()).isEqualTo("ready");
        books(address);
        JsonNode last = done(terminals("last", address));
        assertThat(last.get("kind").asString()).isEqualTo("reversal");
        JsonNode frames = done(terminals("trace", address)).get("frames");
        assertThat(frames.size()).isPositive();
        Ran sold = world.run("sell", "--item", APPLES, "--tender", "card", "--terminal", address);
        assertThat(sold.status()).as(sold.err()).isZero();
        assertThat(sold.json().get("synced").asBoolean()).isTrue();
    }

    /** Totals and the last receipt, or a sentence that says why not and what to do instead. */
    private void books(String address) {
        JsonNode can = done(terminals("status", address)).get("capabilities");
        Ran totals = terminals("totals", address, "--currency", "GBP");
        if (can.toString().contains("\"totals\"")) {
            assertThat(done(totals).get("currency").asString()).isEqualTo("GBP");
            assertThat(totals.json().get("net_minor").asLong()).isEqualTo(1000);
        } else {
            assertThat(totals.status()).isEqualTo(1);
            assertThat(totals.err()).startsWith("till: ");
        }
        Ran again = terminals("reprint", address);
        if (can.toString().contains("\"reprint\"")) {
            assertThat(done(again).get("copy").asBoolean()).isTrue();
        } else {
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.err()).startsWith("till: ");
        }
    }

    private static JsonNode done(Ran ran) {
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.json();
    }

    @Test
    void zvt() {
        everything(world.terminalAddress());
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(1250 - 250 + 175);
        JsonNode closed = done(terminals("settle", world.terminalAddress()));
        assertThat(closed.get("count").asInt()).isPositive();
    }

    @Test
    void weblink() throws Exception {
        try (WebLinkEmulator emulator = WebLinkEmulator.plain(0, QUICK, Behaviour.DOCUMENTED)) {
            String address = "weblink:tcp:127.0.0.1:" + emulator.port() + "?poll=0.1";
            assertThat(terminals("status", address).err()).contains("not paired");
            Ran open = terminals(
                    "pair",
                    address,
                    "--answer",
                    "code=" + emulator.pairingCode(),
                    "--answer",
                    "serial=" + QUICK.serial());
            assertThat(open.status()).isEqualTo(1);
            assertThat(open.err()).contains("@FILE").doesNotContain(emulator.pairingCode());
            Ran paired = terminals(
                    "pair",
                    address,
                    "--answer",
                    secret("code", emulator.pairingCode()),
                    "--answer",
                    "serial=" + QUICK.serial());
            assertThat(paired.status()).as(paired.err()).isZero();
            assertThat(paired.out()).doesNotContain(emulator.token());
            everything(address);
            done(terminals("settle", address));
            done(terminals("unpair", address));
            assertThat(terminals("status", address).err()).contains("not paired");
            assertThat(terminals("sale", address, "--amount", "100", "--currency", "GBP")
                            .err())
                    .contains("pair");
        }
    }

    @Test
    void nexo() throws Exception {
        NexoKey key = new NexoKey("test passphrase", "test", 1);
        try (NexoEmulator emulator = NexoEmulator.plain(0, QUICK, key)) {
            String address = "nexo:tcp:127.0.0.1:" + emulator.port();
            Ran missing = terminals("pair", address);
            assertThat(missing.status()).isEqualTo(1);
            assertThat(missing.err()).contains("--answer");
            Ran paired = terminals(
                    "pair",
                    address,
                    "--answer",
                    "poiid=" + emulator.poiId(),
                    "--answer",
                    "key_identifier=test",
                    "--answer",
                    "key_version=1",
                    "--answer",
                    secret("passphrase", "test passphrase"));
            assertThat(paired.status()).as(paired.err()).isZero();
            everything(address);
        }
    }

    @Test
    void poslink() throws Exception {
        try (PoslinkEmulator emulator = PoslinkEmulator.tcp(0, QUICK, Traits.STANDARD)) {
            String address = "poslink:tcp:127.0.0.1:" + emulator.port() + "?currency=GBP";
            everything(address);
            assertThat(terminals("unpair", address).err()).contains("nothing to forget");
            done(terminals("settle", address));
        }
    }

    @Test
    void revkeen() throws Exception {
        String address = "revkeen:cloud:" + device() + "?poll=0.2";
        everything(address);
        Ran settled = terminals("settle", address);
        assertThat(settled.status()).isEqualTo(1);
        assertThat(settled.err()).contains("by itself");
        Ran found = terminals(
                "find", "--range", "127.0.0.1", "--port", "zvt=" + world.terminal.port(), "--within", "20000");
        assertThat(found.out())
                .contains("zvt:tcp:127.0.0.1:" + world.terminal.port())
                .contains(address.substring(0, address.indexOf('?')));
        // The till's sale was charged once, by RevKeen's own terminal, and its invoice is paid.
        JsonNode payments = world.get("/terminal-payments?type=sale").get("data");
        assertThat(payments.size()).isEqualTo(3);
        assertThat(world.get("/orders").get("data").get(0).get("status").asString())
                .isEqualTo("paid");
    }

    private String device() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(world.sandbox.adminUrl() + "/devices"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"way\":\"approve\"}"))
                    .build();
            String body =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.builder()
                    .build()
                    .readTree(body)
                    .get("data")
                    .get("id")
                    .asString();
        }
    }

    @Test
    void aSaleWhoseAnswerIsLostIsAskedForAndItsMoneyCanGoBack() {
        world.terminal.policy(CommitPolicy.BOOKS_AT_HOST);
        world.terminal.next(new NextOutcome.DropAnswer(false));
        String address = world.terminalAddress();
        String lost = done(terminals("sale", address, "--amount", "700", "--currency", "GBP"))
                .get("reference")
                .asString();
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(700);
        done(terminals("refund", address, "--reference", lost));
        assertThat(world.terminal.ledger().cardMinor()).isZero();
    }

    @Test
    void aSaleThatWasKilledIsAskedForAndTheBooksAgree() throws Exception {
        world.terminal.policy(CommitPolicy.BOOKS_AT_HOST);
        String address = world.terminalAddress();
        world.killOnceSent("terminals", "sale", address, "--amount", "700", "--currency", "GBP");
        Ran told = terminals("sale", address, "--amount", "100", "--currency", "GBP");
        assertThat(told.status()).as(told.err()).isEqualTo(4);
        done(terminals("sale", address, "--amount", "100", "--currency", "GBP"));
        try (TillStore store = TillStore.openReadOnly(world.data())) {
            List<PaymentAttempt> attempts = store.read(view -> view.recentAttempts(10));
            assertThat(attempts).hasSize(2).noneMatch(a -> a.state().isOpen());
            long stored = attempts.stream()
                    .filter(PaymentAttempt::moved)
                    .mapToLong(a -> Objects.requireNonNull(a.approved()).minor())
                    .sum();
            assertThat(stored).isEqualTo(800);
            assertThat(world.terminal.ledger().cardMinor()).isEqualTo(stored);
        }
    }

    @Test
    void mistakesAreOneSentence() {
        assertThat(terminals("sale", "zvt", "--amount", "1", "--currency", "GBP")
                        .err())
                .startsWith("till: ")
                .contains("no terminal address");
        assertThat(terminals("sale", world.terminalAddress(), "--amount", "0", "--currency", "GBP")
                        .err())
                .contains("minor units");
        assertThat(terminals("sale", world.terminalAddress(), "--amount", "1", "--currency", "POUND")
                        .err())
                .contains("no currency");
        assertThat(terminals("last", "zvt:tcp:127.0.0.1:9").status()).isEqualTo(1);
        assertThat(terminals("status", "zvt:tcp:127.0.0.1:9").status()).isEqualTo(1);
        assertThat(terminals("find", "--range", "10.0.0.0/8").err()).contains("no range");
        assertThat(terminals("void", world.terminalAddress(), "--reference", "NOSUCHONE0")
                        .err())
                .contains("knows no payment");
        assertThat(terminals("ports").status()).isZero();
    }
}
