package io.keentill.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.LinkException;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.TestClock;
import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RevKeen shows is no proof yet: cancels that an approval may overtake, keys and clocks that nobody vouches for. */
class CloudDoubtTest {

    private static final String LASTING = "600";
    private static final String PASSING = "0.001";
    private static final Money AMOUNT = Money.of(900, "GBP");

    private final TestClock clock = TestClock.still();
    private TerminalRecords revKeen;

    @BeforeEach
    void start() throws Exception {
        revKeen = new TerminalRecords();
    }

    @AfterEach
    void stop() throws Exception {
        revKeen.close();
    }

    private PaymentTerminal terminal(String grace) {
        RevKeenOptions options =
                RevKeenOptions.builder().rateLimit(RateLimit.NONE).build();
        TerminalAddress address = TerminalAddress.parse(
                "revkeen:cloud:" + TerminalRecords.DEVICE + "?poll=0.01&slowest=0.01&limit=600&grace=" + grace);
        return new CloudDriver(() -> RevKeen.at(revKeen.url(), "rk_sandbox_test", options))
                .open(
                        address,
                        new TerminalDriver.Context(
                                (where, within) -> {
                                    throw new LinkException("The cloud family has no link");
                                },
                                clock,
                                (way, text) -> {},
                                SecretStore.inMemory()));
    }

    private PastAttempt sale(Instant sentAt) {
        return new PastAttempt("OURS", PaymentKind.SALE, AMOUNT, sentAt, Hint.NONE.text());
    }

    private PastAttempt refund(String before) {
        return new PastAttempt("BACK", PaymentKind.REFUND, AMOUNT, clock.instant(), "sale-0 " + before);
    }

    /** The first answer that is not "later". */
    private static QueryAnswer settled(PaymentTerminal terminal, PastAttempt attempt) throws Exception {
        AtomicReference<QueryAnswer> answer = new AtomicReference<>();
        Eventually.until("an answer that is no later", () -> {
            answer.set(terminal.query(attempt));
            return !(answer.get() instanceof QueryAnswer.InProgress);
        });
        return answer.get();
    }

    private static void assertApproved(QueryAnswer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        QueryAnswer.Found.class,
                        found -> assertThat(found.outcome()).isInstanceOf(Outcome.Approved.class));
    }

    /** Others pay at the same terminal, one each ten minutes. */
    private void othersPay(int times, Instant from) {
        for (int i = 0; i < times; i++) {
            revKeen.add("sale", "OTHER" + i, "approved", 100, from.plus(Duration.ofMinutes(10L * i)));
        }
    }

    @Test
    void anApprovalThatOvertookACancelIsFoundByTheRecovery() {
        revKeen.add("sale", "OURS", "cancelled", 900, clock.instant());
        try (PaymentTerminal terminal = terminal(LASTING)) {
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
            revKeen.becomes("OURS", "approved");
            assertApproved(terminal.query(sale(clock.instant())));
        }
    }

    @Test
    void whatStaysCancelledIsCancelledAfterTheGraceAndNotAtFirstSight() throws Exception {
        revKeen.add("sale", "OURS", "cancelled", 900, clock.instant());
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
            assertThat(settled(terminal, sale(clock.instant())))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            found -> assertThat(found.outcome()).isInstanceOf(Outcome.Cancelled.class));
        }
    }

    @Test
    void theGraceOfACancelBeginsWhenItIsSeen() throws Exception {
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
            revKeen.add("sale", "OURS", "in_progress", 900, clock.instant());
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
            revKeen.becomes("OURS", "cancelled");
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
        }
    }

    /** What the till's side of a payment is told. */
    private static final class Told implements AttemptMonitor {
        @Override
        public void sending(String recoveryHint) {}

        @Override
        public void progress(Progress progress) {}

        @Override
        public void outcome(Outcome outcome) {}
    }

    private CompletableFuture<Outcome> paying(PaymentTerminal terminal) throws Exception {
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(
                () -> terminal.perform(new TerminalRequest.Sale("OURS", AMOUNT), new Told()));
        readAgain(1);
        return running;
    }

    /** The payment's own record has been read so many times more. */
    private void readAgain(int times) throws Exception {
        long before = revKeen.asked("GET", "/sale-");
        Eventually.until("it was read again", () -> revKeen.asked("GET", "/sale-") >= before + times);
    }

    @Test
    void aPaymentThatSomebodyElseCancelledIsFollowedUntilNoApprovalCanWin() throws Exception {
        try (PaymentTerminal terminal = terminal(LASTING)) {
            CompletableFuture<Outcome> running = paying(terminal);
            revKeen.becomes("OURS", "cancelled");
            readAgain(4);
            revKeen.becomes("OURS", "approved");
            assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
        }
    }

    @Test
    void aPaymentThatSomebodyElseCancelledEndsAsCancelledAfterTheGrace() throws Exception {
        try (PaymentTerminal terminal = terminal(PASSING)) {
            CompletableFuture<Outcome> running = paying(terminal);
            revKeen.becomes("OURS", "cancelled");
            assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Cancelled.class);
        }
    }

    @Test
    void aTillThatIsClosedOverItsCancelFindsTheLateApproval() throws Exception {
        CompletableFuture<Outcome> running;
        try (PaymentTerminal terminal = terminal(LASTING)) {
            running = paying(terminal);
            revKeen.becomes("OURS", "cancelled");
            readAgain(2);
        }
        assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
        try (PaymentTerminal terminal = terminal(LASTING)) {
            assertThat(terminal.query(sale(clock.instant()))).isInstanceOf(QueryAnswer.InProgress.class);
            revKeen.becomes("OURS", "approved");
            assertApproved(terminal.query(sale(clock.instant())));
        }
    }

    @Test
    void aRefundThatMayBeOursIsNeverCalledNotFound() throws Exception {
        revKeen.checksTheBodyFirst();
        String before = revKeen.add("refund", "R1", "approved", 900, clock.instant());
        revKeen.add("refund", "R2", "approved", 900, clock.instant());
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(settled(terminal, refund(before))).isInstanceOf(QueryAnswer.CannotTell.class);
        }
    }

    @Test
    void aRefundThatNeverArrivedIsNotFoundBesideOtherRefunds() throws Exception {
        String before = revKeen.add("refund", "R1", "approved", 900, clock.instant());
        revKeen.add("refund", "R2", "approved", 300, clock.instant());
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(settled(terminal, refund(before))).isInstanceOf(QueryAnswer.NotFound.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUND", "REVERSAL"})
    void moneyThatWentBackWhileTheTillsClockWasAheadIsSeen(PaymentKind kind) throws Exception {
        revKeen.checksTheBodyFirst();
        String type = kind == PaymentKind.REFUND ? "refund" : "void";
        String before = revKeen.add(type, "R1", "approved", 900, clock.instant().minusSeconds(60));
        revKeen.add(type, "R2", "approved", 900, clock.instant());
        PastAttempt attempt =
                new PastAttempt("BACK", kind, AMOUNT, clock.instant().plus(Duration.ofHours(3)), "sale-0 " + before);
        clock.jump(Duration.ofHours(4));
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(settled(terminal, attempt)).isNotInstanceOf(QueryAnswer.NotFound.class);
        }
    }

    @Test
    void aClockThatWasSetForwardAfterSendingDoesNotMakeARequestOnItsWayOld() {
        othersPay(3, clock.instant().minus(Duration.ofDays(1)));
        PastAttempt sent = sale(Instant.parse("2010-01-01T00:01:00Z"));
        try (PaymentTerminal terminal = terminal(LASTING)) {
            assertThat(terminal.query(sent)).isInstanceOf(QueryAnswer.InProgress.class);
            assertThat(revKeen.asked("POST", "")).as("the fence").isEqualTo(1);
            revKeen.add("sale", "OURS", "approved", 900, clock.instant());
            assertApproved(terminal.query(sent));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 130, 1500})
    void aClockThatIsAheadHidesNoChargedPaymentAfterADay(int others) throws Exception {
        Instant arrived = clock.instant();
        revKeen.add("sale", "OURS", "approved", 900, arrived);
        othersPay(others, arrived.plus(Duration.ofHours(1)));
        clock.jump(Duration.ofHours(27));
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertApproved(settled(terminal, sale(arrived.plus(Duration.ofHours(3)))));
        }
    }

    @Test
    void aClockThatIsAheadHidesNoChargedPaymentWithinADayEither() throws Exception {
        revKeen.checksTheBodyFirst();
        revKeen.add("sale", "OURS", "approved", 900, clock.instant());
        othersPay(60, clock.instant().plusSeconds(60));
        Instant sentAt = clock.instant().plus(Duration.ofHours(3));
        clock.jump(Duration.ofHours(8));
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertApproved(settled(terminal, sale(sentAt)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 150})
    void afterAWeekendAListThatLacksThePaymentAltogetherProvesItsAbsenceOnceItIsFenced(int others) throws Exception {
        othersPay(others, clock.instant().minus(Duration.ofDays(2)));
        Instant sentAt = clock.instant();
        clock.jump(Duration.ofDays(3));
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(terminal.query(sale(sentAt))).isInstanceOf(QueryAnswer.InProgress.class);
            assertThat(settled(terminal, sale(sentAt))).isInstanceOf(QueryAnswer.NotFound.class);
        }
        assertThat(revKeen.asked("POST", "")).as("fences").isPositive();
    }

    /** 2100 payments of others, of which the newest 2000 are looked at: they reach fourteen days back. */
    @ParameterizedTest
    @CsvSource({
        "2010-01-01T00:01:00Z, CannotTell, a dead battery",
        "2026-11-24T11:00:00Z, CannotTell, later than anything that RevKeen has seen",
        "2026-11-01T00:00:00Z, CannotTell, earlier than what was looked at",
        "2026-11-20T00:00:00Z, NotFound, within what was looked at"
    })
    void aListThatIsTooLongProvesNothingBeyondWhatWasLookedAt(Instant sentAt, String expected, String why)
            throws Exception {
        othersPay(2100, clock.instant().minus(Duration.ofMinutes(21_000)));
        clock.jump(Duration.ofDays(2));
        try (PaymentTerminal terminal = terminal(PASSING)) {
            assertThat(settled(terminal, sale(sentAt)).getClass().getSimpleName())
                    .as(why)
                    .isEqualTo(expected);
            long asked = revKeen.asked("GET", "");
            terminal.query(sale(sentAt));
            if (expected.equals("CannotTell")) {
                assertThat(revKeen.asked("GET", "") - asked)
                        .as("the whole list is walked once")
                        .isLessThan(3);
            }
        }
    }
}
