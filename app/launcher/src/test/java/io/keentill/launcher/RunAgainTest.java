package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.IdSource;
import io.keentill.launcher.TestWorld.Ran;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A wrapper or a person that got no answer runs the same command again, without looking: nobody is charged twice. */
class RunAgainTest {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int NOT_KNOWN = 3;
    private static final int EARLIER_MOVED = 4;
    private static final int IN_USE = 5;

    private static final String[] SALE = {"sell", "--item", "5083016613186", "--tender", "card"};
    private static final long PRICE = 175;

    @TempDir
    Path folder;

    private TestWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new TestWorld(folder);
        assertThat(world.init().status()).isZero();
        world.terminal.policy(CommitPolicy.BOOKS_AT_HOST);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void charged(long minor) {
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(minor);
    }

    private Ran again(int status, String... command) {
        Ran ran = world.run(command);
        assertThat(ran.status()).as(ran.err()).isEqualTo(status);
        return ran;
    }

    /** It says which sale was paid, with its receipt, and the next run sells. */
    private JsonNode toldOnce() {
        Ran told = again(EARLIER_MOVED, SALE);
        assertThat(told.err()).contains("1.75 GBP", "receipt 1", "Nothing new was begun");
        assertThat(told.json().get("outcome").asString()).isEqualTo("earlier_moved");
        JsonNode first = told.json().get("earlier").get(0);
        assertThat(first.get("receipt").asLong()).isEqualTo(1);
        assertThat(first.get("moved").asBoolean()).isTrue();
        assertThat(told.err()).contains(first.get("sale").asString());
        return first;
    }

    private void thenSells(long receipt) {
        JsonNode sold = again(DONE, SALE).json();
        assertThat(sold.get("outcome").asString()).isEqualTo("done");
        assertThat(sold.get("receipt").asLong()).isEqualTo(receipt);
        assertThat(sold.get("earlier")).isEmpty();
    }

    @Test
    void aSaleThatWasKilledAndTurnsOutPaidIsToldAndNotRungUpAgain() throws Exception {
        world.killOnceSent(SALE);
        JsonNode first = toldOnce();
        assertThat(first.get("payment").get("approved_minor").asLong()).isEqualTo(PRICE);
        charged(PRICE);
        thenSells(2);
        charged(2 * PRICE);
        thenSells(3);
    }

    @Test
    void itIsToldToWhoeverSellsNextThoughAnotherCommandFoundItOut() throws Exception {
        world.killOnceSent(SALE);
        assertThat(Waiting.until(Duration.ofSeconds(60), () -> {
                    world.run("sync", "--wait", "5");
                    return world.run("status").json().get("open_payments").asInt() == 0;
                }))
                .isTrue();
        toldOnce();
        charged(PRICE);
        thenSells(2);
    }

    @Test
    void aSaleThatIsBookedButWasKilledBeforeItSaidSoIsToldToo() throws Exception {
        int port = world.stopSandbox();
        try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            assertThat(silent.isBound())
                    .as("RevKeen takes calls and says nothing")
                    .isTrue();
            world.killOnce(() -> world.isLast("approved"), SALE);
            toldOnce();
        }
        charged(PRICE);
        world.startSandbox(port);
        thenSells(2);
        charged(2 * PRICE);
    }

    @Test
    void aSaleWhoseEndNobodyWasThereToReadIsToldAgain() {
        assertThat(unread(
                        "sell",
                        "--item",
                        "5083016613186",
                        "--tender",
                        "cash",
                        "--data",
                        world.data().toString(),
                        "--json"))
                .isZero();
        assertThat(toldOnce().has("payment")).as("cash").isFalse();
        thenSells(2);
        charged(PRICE);
    }

    @Test
    void whoeverReadsNothingAtAllIsStoppedOnceAndNotForEver() {
        String[] cash = {
            "sell",
            "--item",
            "5083016613186",
            "--tender",
            "cash",
            "--data",
            world.data().toString()
        };
        assertThat(unread(cash)).isEqualTo(DONE);
        assertThat(unread(cash)).isEqualTo(EARLIER_MOVED);
        assertThat(unread(cash)).isEqualTo(DONE);
    }

    private static int unread(String... command) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(gone(), true));
        line.setErr(new PrintWriter(new StringWriter()));
        return line.execute(command);
    }

    private static Writer gone() {
        return new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void aSaleThatWasKilledAndTurnsOutNotPaidIsSaidAndTheNextOneGoesOn() throws Exception {
        world.terminal.policy(CommitPolicy.STRICT);
        world.killOnceSent(SALE);
        JsonNode sold = again(DONE, SALE).json();
        assertThat(sold.get("earlier").get(0).get("moved").asBoolean()).isFalse();
        assertThat(sold.get("receipt").asLong()).isEqualTo(1);
        charged(PRICE);
    }

    @Test
    void whatIsNotKnownIsNotCalledNotPaid() throws Exception {
        world.terminal.next(new NextOutcome.HoldAnswer());
        String[] impatient = {SALE[0], SALE[1], SALE[2], SALE[3], SALE[4], "--wait", "0"};
        CompletableFuture<Ran> sale = CompletableFuture.supplyAsync(() -> world.run(impatient));
        assertThat(Waiting.until(Duration.ofSeconds(60), () -> world.isLast("sent")))
                .isTrue();
        world.terminal.close();
        Ran lost = sale.get(120, TimeUnit.SECONDS);
        assertThat(lost.status()).as(lost.err()).isEqualTo(NOT_KNOWN);
        assertThat(lost.json().get("outcome").asString()).isEqualTo("not_known");
        assertThat(lost.json().get("state").asString()).isEqualTo("payment_unknown");
        String reference = lost.json().get("terminal").get("reference").asString();
        Ran next = again(
                NOT_KNOWN,
                "terminals",
                "sale",
                world.terminalAddress(),
                "--amount",
                "100",
                "--currency",
                "GBP",
                "--wait",
                "0");
        assertThat(next.json().get("undecided").get(0).get("reference").asString())
                .isEqualTo(reference);
        assertThat(next.err()).contains(reference);
    }

    @Test
    void whatIsCertainlyNotPaidIsNotDone() {
        world.terminal.next(new NextOutcome.Decline(5));
        assertThat(again(NOT_DONE, SALE).json().get("outcome").asString()).isEqualTo("not_done");
        thenSells(1);
        charged(PRICE);
    }

    @Test
    void aSaleThatTheCardPaidInPartKeepsTheWholeFromBeingChargedAgain() {
        world.terminal.next(new NextOutcome.Partial(100));
        again(NOT_DONE, SALE);
        assertThat(again(NOT_DONE, SALE).err()).contains("1.00 GBP is already paid on this sale");
        charged(100);
    }

    @Test
    void whereSeveralAreLeftEachIsTold() throws Exception {
        world.killOnceSent(SALE);
        intendedElsewhere();
        JsonNode told = again(EARLIER_MOVED, SALE).json().get("earlier");
        assertThat(told).hasSize(2);
        assertThat(told.valueStream().map(e -> e.get("moved").asBoolean()).toList())
                .containsExactlyInAnyOrder(true, false);
        charged(PRICE);
        thenSells(2);
    }

    /** On a terminal that the till does not reach any more; the till stopped before it was asked. */
    private void intendedElsewhere() throws Exception {
        Clock clock = Clock.systemUTC();
        try (TillStore store = Wiring.create(world.data())) {
            PaymentAttempt intended = new PaymentAttempt(
                    new IdSource(clock, new SecureRandom()).next(),
                    "BBBBBBBBBB",
                    null,
                    PaymentKind.SALE,
                    Money.of(1250, "GBP"),
                    "nexo:tcp:127.0.0.1:9",
                    "Bea",
                    null,
                    AttemptState.INTENDED,
                    null,
                    CardDetails.NONE,
                    null,
                    null,
                    Instant.now(),
                    null,
                    null);
            store.write(tx -> {
                tx.insertAttempt(intended);
                return intended;
            });
        }
    }

    @Test
    void aPaymentWithoutASaleIsToldAndNotTakenAgain() throws Exception {
        String[] sale = {"terminals", "sale", world.terminalAddress(), "--amount", "700", "--currency", "GBP"};
        world.killOnceSent(sale);
        Ran told = again(EARLIER_MOVED, sale);
        assertThat(told.err()).contains("7.00 GBP", "Nothing new was begun");
        charged(700);
        again(DONE, sale);
        charged(1400);
    }

    @Test
    void moneyThatWentBackToACardIsToldAndNotGivenAgain() throws Exception {
        String address = world.terminalAddress();
        again(DONE, "terminals", "sale", address, "--amount", "1000", "--currency", "GBP");
        String[] refund = {"terminals", "refund", address, "--amount", "300", "--currency", "GBP"};
        world.killOnceSent(refund);
        Ran told = again(EARLIER_MOVED, refund);
        assertThat(told.err()).contains("refund", "3.00 GBP");
        charged(700);
        again(DONE, refund);
        charged(400);
    }

    @Test
    void aRefundOfASaleThatWasKilledIsToldAndNotGivenAgain() throws Exception {
        again(DONE, SALE);
        String[] refund = {"refund", "1", "--amount", "0.50", "--reason", "bruised", "--pin", "4321"};
        world.killOnceSent(refund);
        Ran told = again(EARLIER_MOVED, refund);
        assertThat(told.err()).contains("0.50 GBP");
        charged(PRICE - 50);
        again(DONE, refund);
        charged(PRICE - 100);
    }

    @Test
    void aTillThatAnotherProcessHoldsIsNotCalledNotPaid() throws Exception {
        try (TillStore held = Wiring.store(world.data())) {
            assertThat(held.read(View::shop)).isPresent();
            assertThat(again(IN_USE, SALE).err()).contains("already running");
        }
        thenSells(1);
    }

    @Test
    void theHelpSaysWhatEachStatusMeans() {
        Ran help = TestWorld.runPlain("--help");
        assertThat(help.status()).isZero();
        for (ExitStatus status : ExitStatus.values()) {
            assertThat(help.out()).containsPattern("(?m)^ +" + status.code() + " +\\w");
        }
    }
}
