package io.keentill.launcher.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver of RevKeen's terminals says, against the books of the real sandbox. */
class CloudTerminalTest {

    private static final Currency GBP = Currency.getInstance("GBP");

    @TempDir
    Path folder;

    private CloudWorld world;
    private final CloudWorld.Monitor monitor = new CloudWorld.Monitor();

    @BeforeEach
    void start() {
        world = new CloudWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }

    private static TerminalRequest.Sale sale(String reference, long minor) {
        return new TerminalRequest.Sale(reference, gbp(minor));
    }

    private static PastAttempt past(String reference, long minor, String hint) {
        return new PastAttempt(reference, PaymentKind.SALE, gbp(minor), Instant.now(), hint);
    }

    private Original sold(PaymentTerminal terminal, String reference, long minor) {
        Outcome.Approved ok = (Outcome.Approved) terminal.perform(sale(reference, minor), new CloudWorld.Monitor());
        return new Original(reference, ok.amount(), ok.card(), Instant.now(), " ");
    }

    private List<TerminalPayment> listed(String device) {
        try (RevKeen api = world.client()) {
            return api.terminalPayments()
                    .list(TerminalPaymentQuery.any().withDeviceId(device))
                    .all(100)
                    .orThrow();
        }
    }

    @Test
    void anApprovalSaysAllThatRevKeenSays() {
        String device = world.device("approve");
        try (PaymentTerminal terminal = world.terminal(device)) {
            Outcome outcome = terminal.perform(sale("REF0000001", 1250), monitor);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Approved.class, ok -> {
                assertThat(ok.amount()).isEqualTo(gbp(1250));
                assertThat(ok.card().scheme()).isEqualTo("VISA");
                assertThat(ok.card().lastFour()).isEqualTo("1111");
                assertThat(ok.card().authCode()).isNotNull();
                assertThat(ok.card().receiptNumber())
                        .isEqualTo(listed(device).getFirst().id());
            });
            assertThat(monitor.outcomes).containsExactly(outcome);
            assertThat(monitor.hint).isNotNull();
        }
        assertThat(world.card()).isEqualTo(1250);
        assertThat(world.frames).anyMatch(f -> f.startsWith("OUT POST /terminal-payments"));
        assertThat(String.join("\n", world.frames)).doesNotContain(world.sandbox.key());
    }

    @ParameterizedTest
    @CsvSource({"decline,Declined", "cancel,Cancelled", "error,Unknown", "partial,Unknown"})
    void whatTheTerminalDoesIsToldAsWhatItIs(String way, String expected) {
        try (PaymentTerminal terminal = world.terminal(world.device(way))) {
            Outcome outcome = terminal.perform(sale("REF0000002", 1000), monitor);
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"drop_after_commit", "cut_body", "wrong_json"})
    void aLostAnswerIsLookedUpAndChargedOnce(String fault) {
        String device = world.device("approve");
        world.fault(fault);
        try (PaymentTerminal terminal = world.terminal(device)) {
            assertThat(terminal.perform(sale("REF0000003", 700), monitor)).isInstanceOf(Outcome.Approved.class);
        }
        assertThat(world.card()).isEqualTo(700);
        assertThat(listed(device)).hasSize(1);
    }

    @Test
    void aRequestThatNeverArrivedIsFencedOffBeforeItIsCalledFailed() {
        String device = world.device("approve");
        world.fault("drop_before_commit");
        try (PaymentTerminal terminal = world.terminal(device)) {
            assertThat(terminal.perform(sale("REF0000004", 700), monitor))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, no -> assertThat(no.message()).contains("Nothing was charged"));
        }
        try (RevKeen api = world.client()) {
            // The same request, late: as if it had been held up on its way.
            ApiResult<TerminalPayment> late = api.terminalPayments()
                    .create(TerminalPaymentRequest.of(device, 700, "GBP").withReference("REF0000004"))
                    .withIdempotencyKey("keentill-REF0000004")
                    .send();
            assertThat(late)
                    .isInstanceOfSatisfying(
                            ApiResult.Refused.class,
                            no -> assertThat(no.error()).isInstanceOf(ApiError.Conflict.class));
        }
        assertThat(listed(device)).isEmpty();
        assertThat(world.card()).isZero();
    }

    @Test
    void aTillThatWasKilledFindsOutWithoutCharging() throws Exception {
        // Approves after ninety seconds: not before it was asked for the first time, on however slow a machine.
        String device = world.device("slow");
        try (RevKeen api = world.client()) {
            api.terminalPayments()
                    .create(TerminalPaymentRequest.of(device, 900, "GBP").withReference("REF0000005"))
                    .withIdempotencyKey("keentill-REF0000005")
                    .send()
                    .orThrow();
        }
        try (PaymentTerminal terminal = world.terminal(device)) {
            assertThat(terminal.query(past("REF0000005", 900, " "))).isInstanceOf(QueryAnswer.InProgress.class);
            world.advance(91);
            assertThat(terminal.query(past("REF0000005", 900, " ")))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            found -> assertThat(found.outcome()).isInstanceOf(Outcome.Approved.class));
            // Wrong amount: the record is ours and does not say what was asked.
            assertThat(terminal.query(past("REF0000005", 901, " "))).isInstanceOf(QueryAnswer.CannotTell.class);
            assertThat(terminal.query(past("NEVERSENT1", 900, " "))).isInstanceOf(QueryAnswer.InProgress.class);
            assertThat(new CountDown().sleep(600)).isTrue();
            assertThat(terminal.query(past("NEVERSENT1", 900, " "))).isInstanceOf(QueryAnswer.NotFound.class);
        }
        assertThat(world.card()).isEqualTo(900);
    }

    /** Waits for the driver's grace, which is measured on the real monotonic clock. */
    private static final class CountDown {
        boolean sleep(long millis) throws InterruptedException {
            return !new java.util.concurrent.CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aTimeOutIsUnknownAndStaysSo() throws Exception {
        String device = world.device("silent");
        try (PaymentTerminal terminal = world.terminal(device)) {
            CompletableFuture<Outcome> running =
                    CompletableFuture.supplyAsync(() -> terminal.perform(sale("REF0000006", 500), monitor));
            assertThat(monitor.atTerminal.await(60, TimeUnit.SECONDS)).isTrue();
            world.advance(181);
            assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
            assertThat(terminal.query(past("REF0000006", 500, " "))).isInstanceOf(QueryAnswer.CannotTell.class);
        }
    }

    @Test
    void aCancelIsARequestAndEndsAsCancelled() throws Exception {
        try (PaymentTerminal terminal = world.terminal(world.device("silent"))) {
            CompletableFuture<Outcome> running =
                    CompletableFuture.supplyAsync(() -> terminal.perform(sale("REF0000007", 500), monitor));
            assertThat(monitor.atTerminal.await(60, TimeUnit.SECONDS)).isTrue();
            terminal.requestCancel("ANOTHERREF");
            terminal.requestCancel("REF0000007");
            assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Cancelled.class);
        }
        assertThat(world.card()).isZero();
    }

    @Test
    void anApprovalThatWinsTheRaceAgainstACancelCounts() throws Exception {
        try (PaymentTerminal terminal = world.terminal(world.device("silent"))) {
            CompletableFuture<Outcome> running =
                    CompletableFuture.supplyAsync(() -> terminal.perform(sale("REF0000008", 500), monitor));
            assertThat(monitor.atTerminal.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.BUSY);
            terminal.requestCancel("REF0000008");
            running.get(60, TimeUnit.SECONDS);
        }
        String device = world.device("approve");
        CloudWorld.Monitor second = new CloudWorld.Monitor();
        try (PaymentTerminal terminal = world.terminal(device)) {
            CompletableFuture<Outcome> running =
                    CompletableFuture.supplyAsync(() -> terminal.perform(sale("REF0000009", 500), second));
            assertThat(second.atTerminal.await(60, TimeUnit.SECONDS)).isTrue();
            world.advance(5); // approved before the cancel arrives
            terminal.requestCancel("REF0000009");
            assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
        }
        assertThat(world.card()).isEqualTo(500);
    }

    @Test
    void refundAndVoidAreTerminalPaymentsOfTheirOwn() {
        try (PaymentTerminal terminal = world.terminal(world.device("approve"))) {
            Original first = sold(terminal, "SALE000001", 1000);
            TerminalRequest part = new TerminalRequest.Refund("BACK000001", gbp(300), first);
            assertThat(terminal.perform(part, monitor)).isInstanceOf(Outcome.Approved.class);
            assertThat(world.card()).isEqualTo(700);
            Outcome tooMuch = terminal.perform(
                    new TerminalRequest.Refund("BACK000002", gbp(800), first), new CloudWorld.Monitor());
            assertThat(tooMuch)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, no -> assertThat(no.message()).contains("More than is left"));
            Original second = sold(terminal, "SALE000002", 2000);
            Outcome undone = terminal.perform(
                    new TerminalRequest.Reversal("UNDO000001", gbp(2000), second), new CloudWorld.Monitor());
            assertThat(undone).isInstanceOf(Outcome.Approved.class);
            assertThat(world.card()).isEqualTo(700);
        }
    }

    @ParameterizedTest
    @CsvSource({"drop_after_commit,Approved,700", "drop_before_commit,Failed,1000"})
    void aRefundWhoseAnswerIsLostIsToldByItsKey(String fault, String expected, long card) {
        try (PaymentTerminal terminal = world.terminal(world.device("approve"))) {
            Original first = sold(terminal, "SALE000003", 1000);
            // The first request of a refund only reads what was there before; the fault is for the second.
            world.faultOnRefunds(fault);
            Outcome outcome = terminal.perform(new TerminalRequest.Refund("BACK000003", gbp(300), first), monitor);
            assertThat(outcome.getClass().getSimpleName())
                    .as(outcome.toString())
                    .isEqualTo(expected);
        }
        assertThat(world.card()).isEqualTo(card);
    }

    @ParameterizedTest
    @CsvSource({"offline,ATTENTION,connector", "pairing,NOT_PAIRED,paired"})
    void aDeviceThatCannotIsExplained(String way, TerminalStatus.State state, String words) {
        try (PaymentTerminal terminal = world.terminal(world.device(way))) {
            assertThat(terminal.status().state()).isEqualTo(state);
            assertThat(terminal.status().message()).contains(words);
            assertThat(terminal.perform(sale("REF0000010", 500), monitor))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            no -> assertThat(no.message()).contains(words).contains("Nothing was charged"));
        }
    }

    @Test
    void aBusyDeviceAndAnUnknownOneAreExplained() {
        String device = world.device("silent");
        try (RevKeen api = world.client()) {
            api.terminalPayments()
                    .create(TerminalPaymentRequest.of(device, 100, "GBP"))
                    .send()
                    .orThrow();
        }
        try (PaymentTerminal terminal = world.terminal(device)) {
            assertThat(terminal.perform(sale("REF0000011", 500), monitor))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, no -> assertThat(no.message()).contains("busy"));
        }
        try (PaymentTerminal terminal = world.terminal("00000000-0000-4000-8000-000000000000")) {
            assertThat(terminal.status().message()).contains("no terminal with this id");
        }
    }

    @Test
    void aKeyWithoutTheScopeIsExplained() {
        String device = world.device("approve");
        String weak = world.sandbox.issueKey(Set.of("orders:read"));
        try (PaymentTerminal terminal =
                world.terminal(device, () -> RevKeen.at(world.sandbox.baseUrl().toString(), weak), "grace=0.5")) {
            assertThat(terminal.status().message()).contains("terminal:read");
            assertThat(terminal.perform(sale("REF0000012", 500), monitor))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, no -> assertThat(no.message()).contains("terminal:write"));
        }
    }

    @Test
    void withoutRevKeenNothingIsSent() {
        try (PaymentTerminal terminal = world.terminal(
                "D1",
                () -> {
                    throw new IllegalStateException("No RevKeen is set up");
                },
                "grace=0.5")) {
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
            assertThat(terminal.perform(sale("REF0000013", 500), monitor)).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(monitor.hint).isNull();
    }

    @Test
    void itClaimsNoMoreThanTheApiHas() {
        try (PaymentTerminal terminal = world.terminal(world.device("approve"))) {
            assertThat(terminal.capabilities())
                    .containsExactlyInAnyOrder(
                            Capability.LINKED_REFUND,
                            Capability.REVERSAL,
                            Capability.CANCEL,
                            Capability.QUERY_BY_REFERENCE);
            assertThat(terminal.perform(new TerminalRequest.PreAuthorisation("REF0000014", gbp(5)), monitor))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(terminal.perform(new TerminalRequest.Refund("REF0000015", gbp(5)), monitor))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(terminal.settle(GBP)).isInstanceOf(Settlement.NotClosed.class);
        }
        assertThat(monitor.hint).isNull();
        assertThatThrownBy(() -> world.terminal("D1", world::client, "speed=9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed");
    }
}
