package io.keentill.device.weblink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.Script;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.Totals;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EntryMode;
import java.io.IOException;
import java.time.Duration;
import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the driver makes of everything that the emulated terminal can do. */
class WebLinkScenarioTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    private Till till;

    private Till documented() throws IOException {
        till = new Till(Behaviour.DOCUMENTED);
        return till;
    }

    @AfterEach
    void close() {
        if (till != null) {
            assertThat(till.trace).noneMatch(frame -> frame.contains(till.emulator.token()));
            till.close();
        }
    }

    @Test
    void a_sale_tells_its_card_and_its_receipts() throws IOException {
        Outcome outcome = documented().pay("R1", 1250);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Approved.class, ok -> {
            assertThat(ok.amount()).isEqualTo(Till.gbp(1250));
            assertThat(ok.card().lastFour()).isEqualTo("0042");
            assertThat(ok.card().scheme()).isEqualTo("VISA");
            assertThat(ok.card().entryMode()).isEqualTo(EntryMode.EMV_CHIP);
            assertThat(ok.card().verification()).isEqualTo(CardVerification.PIN);
            assertThat(ok.card().uti()).isEqualTo(WireType.uti("R1"));
            assertThat(ok.card().rrn()).hasSize(12);
            assertThat(ok.card().emv().tvr()).isEqualTo("0000008000");
            assertThat(ok.receipts().customer()).contains("CUSTOMER COPY");
        });
        assertThat(till.charged()).isEqualTo(1250);
        assertThat(till.emulator.acquirer().all().getFirst().reference()).isEqualTo("R1");
    }

    @Test
    void every_kind_of_request_does_what_it_says() throws IOException {
        documented();
        Outcome sale = till.pay("R1", 1000);
        Outcome reversed = till.terminal.perform(
                new TerminalRequest.Reversal("R2", Till.gbp(1000), Till.original("R1", 1000, sale)), new Till.Noted());
        assertThat(reversed).isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isZero();
        Outcome held =
                till.terminal.perform(new TerminalRequest.PreAuthorisation("R3", Till.gbp(5000)), new Till.Noted());
        Outcome taken = till.terminal.perform(
                new TerminalRequest.Completion("R4", Till.gbp(4200), Till.original("R3", 5000, held)),
                new Till.Noted());
        assertThat(taken)
                .isInstanceOfSatisfying(
                        Outcome.Approved.class, ok -> assertThat(ok.amount()).isEqualTo(Till.gbp(4200)));
        Outcome heldAgain =
                till.terminal.perform(new TerminalRequest.PreAuthorisation("R5", Till.gbp(700)), new Till.Noted());
        assertThat(till.terminal.perform(
                        new TerminalRequest.Release("R6", Till.gbp(700), Till.original("R5", 700, heldAgain)),
                        new Till.Noted()))
                .isInstanceOf(Outcome.Approved.class);
        assertThat(till.terminal.perform(new TerminalRequest.Refund("R7", Till.gbp(200)), new Till.Noted()))
                .isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isEqualTo(4000);
    }

    @Test
    void a_reversal_of_what_cannot_be_reversed_is_declined_and_one_without_a_number_never_leaves() throws IOException {
        documented();
        Outcome sale = till.pay("R1", 1000);
        till.terminal.settle(GBP);
        Original original = Till.original("R1", 1000, sale);
        assertThat(till.terminal.perform(
                        new TerminalRequest.Reversal("R2", Till.gbp(1000), original), new Till.Noted()))
                .isInstanceOf(Outcome.Declined.class);
        Till.Noted noted = new Till.Noted();
        Original unnamed = Till.original("R1", 1000, new Outcome.Failed(""));
        assertThat(till.terminal.perform(new TerminalRequest.Reversal("R3", Till.gbp(1000), unnamed), noted))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(noted.sent).isZero();
        assertThat(till.charged()).isEqualTo(1000);
    }

    @Test
    void declined_partial_and_cancelled_are_told_as_they_are() throws IOException {
        documented();
        till.emulator.next(new Script.Decline("51"));
        assertThat(till.pay("R1", 100))
                .isInstanceOfSatisfying(
                        Outcome.Declined.class, no -> assertThat(no.code()).isEqualTo("51"));
        till.emulator.next(new Script.Partial(60));
        assertThat(till.pay("R2", 100))
                .isInstanceOfSatisfying(
                        Outcome.PartiallyApproved.class,
                        part -> assertThat(part.amount()).isEqualTo(Till.gbp(60)));
        till.emulator.next(new Script.CancelAtTerminal());
        assertThat(till.pay("R3", 100)).isInstanceOf(Outcome.Cancelled.class);
        till.emulator.next(new Script.PinRetry());
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(Till.sale("R4", 100), noted)).isInstanceOf(Outcome.Approved.class);
        assertThat(noted.outcomes).hasSize(1);
        assertThat(till.charged()).isEqualTo(160);
    }

    @Test
    void a_busy_terminal_is_somebody_elses_transaction_and_never_taken_for_ours() throws Exception {
        documented();
        till.emulator.next(new Script.Hold());
        CountDownLatch approved = new CountDownLatch(1);
        till.emulator.terminal().onApproved(booking -> approved.countDown());
        CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(() -> till.pay("R1", 900));
        assertThat(approved.await(30, TimeUnit.SECONDS)).isTrue();
        try (var second = till.driver()) {
            assertThat(second.perform(Till.sale("R2", 500), new Till.Noted()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, no -> assertThat(no.message()).contains("busy"));
            assertThat(second.status().state()).isEqualTo(TerminalStatus.State.BUSY);
        }
        till.emulator.terminal().release();
        assertThat(other.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isEqualTo(900);
    }

    @ParameterizedTest
    @EnumSource(
            value = Script.Fault.class,
            names = {"LOSE_START", "LOSE_RESULT", "GARBAGE", "WRONG_TRANSACTION"})
    void a_lost_or_strange_answer_is_asked_for_again_and_never_charged_again(Script.Fault fault) throws IOException {
        documented();
        till.pay("R0", 77);
        till.emulator.next(new Script.Answer(fault, new Script.Approve()));
        assertThat(till.pay("R1", 1250)).isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isEqualTo(1327);
    }

    @ParameterizedTest
    @EnumSource(
            value = Script.Fault.class,
            names = {"WRONG_AMOUNT", "WRONG_CURRENCY"})
    void an_answer_that_does_not_fit_is_unknown_until_it_is_asked_again(Script.Fault fault) throws IOException {
        documented();
        till.emulator.next(new Script.Answer(fault, new Script.Approve()));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(Till.sale("R1", 1250), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(noted.outcomes).isEmpty();
        assertThat(till.query(Till.sale("R1", 1250), noted))
                .isInstanceOfSatisfying(
                        QueryAnswer.Found.class,
                        found -> assertThat(found.outcome()).isInstanceOf(Outcome.Approved.class));
    }

    @Test
    void a_restart_after_the_host_said_yes_is_found_and_one_before_is_known_to_have_charged_nothing()
            throws IOException {
        till = new Till(Behaviour.DOCUMENTED, 6);
        till.emulator.next(new Script.Reboot(true));
        assertThat(till.pay("R1", 1250)).isInstanceOf(Outcome.Approved.class);
        till.emulator.next(new Script.Reboot(false));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(Till.sale("R2", 300), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(Till.sale("R2", 300), noted)).isInstanceOf(QueryAnswer.NotFound.class);
        assertThat(till.charged()).isEqualTo(1250);
    }

    @Test
    void cancelling_wins_before_the_host_is_asked() throws Exception {
        documented();
        till.emulator.next(new Script.Slow(Duration.ofSeconds(60)));
        Till.Noted noted = new Till.Noted();
        CompletableFuture<Outcome> running =
                CompletableFuture.supplyAsync(() -> till.terminal.perform(Till.sale("R1", 100), noted));
        long end = System.nanoTime() + 30_000_000_000L;
        while (noted.progress.size() < 2 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        till.terminal.requestCancel("someone else's");
        till.terminal.requestCancel("R1");
        assertThat(running.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(noted.progress).anyMatch(p -> p.stage() == Progress.Stage.CANCELLING);
        assertThat(till.charged()).isZero();
    }

    @Test
    void cancelling_loses_after_the_host_is_asked_and_the_approval_counts() throws Exception {
        documented();
        till.emulator.next(new Script.Hold());
        CountDownLatch approved = new CountDownLatch(1);
        till.emulator.terminal().onApproved(booking -> approved.countDown());
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> till.pay("R1", 100));
        assertThat(approved.await(30, TimeUnit.SECONDS)).isTrue();
        till.terminal.requestCancel("R1");
        till.emulator.terminal().release();
        assertThat(running.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isEqualTo(100);
    }

    @Test
    void what_cannot_be_written_down_is_not_sent_and_a_result_that_cannot_be_is_unknown() throws IOException {
        documented();
        assertThat(till.terminal.perform(Till.sale("R1", 100), new Till.Noted() {
                    @Override
                    public void sending(String hint) throws NotDurableException {
                        throw new NotDurableException("full", new IOException());
                    }
                }))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(till.charged()).isZero();
        Till.Noted noted = new Till.Noted() {
            @Override
            public void outcome(Outcome outcome) throws NotDurableException {
                throw new NotDurableException("full", new IOException());
            }
        };
        assertThat(till.terminal.perform(Till.sale("R2", 100), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(Till.sale("R2", 100), noted)).isInstanceOf(QueryAnswer.Found.class);
    }

    @Test
    void an_old_build_with_an_id_of_its_own_works_and_is_never_guessed_about() throws IOException {
        till = new Till(Behaviour.OLD);
        assertThat(till.pay("R1", 1250)).isInstanceOf(Outcome.Approved.class);
        till.emulator.next(new Script.Answer(Script.Fault.LOSE_START, new Script.Approve()));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(Till.sale("R2", 500), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(Till.sale("R2", 500), noted))
                .isInstanceOfSatisfying(
                        QueryAnswer.CannotTell.class, no -> assertThat(no.why()).contains("receipt 2"));
        // One of 7 may have become 500 by a tip: as long as nobody knows whose receipt 2 is, it may be any lost
        // payment's.
        assertThat(till.query(Till.sale("R3", 7), new Till.Noted())).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    @Test
    void a_lost_reversal_is_told_from_the_payment_that_it_undoes() throws IOException {
        documented();
        Outcome sale = till.pay("R1", 1000);
        TerminalRequest reversal = new TerminalRequest.Reversal("R2", Till.gbp(1000), Till.original("R1", 1000, sale));
        assertThat(till.query(reversal, till.neverSent(reversal))).isInstanceOf(QueryAnswer.NotFound.class);
        till.emulator.next(new Script.Answer(Script.Fault.LOSE_START, new Script.Approve()));
        assertThat(till.terminal.perform(reversal, new Till.Noted())).isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isZero();
    }

    @Test
    void the_day_is_counted_closed_and_may_be_empty() throws IOException {
        documented();
        till.pay("R1", 1000);
        till.terminal.perform(new TerminalRequest.Refund("R2", Till.gbp(300)), new Till.Noted());
        till.charged();
        assertThat(till.terminal.totals(GBP)).isInstanceOfSatisfying(TotalsAnswer.Told.class, told -> {
            assertThat(told.totals().net()).isEqualTo(Till.gbp(700));
            assertThat(told.totals().lines()).extracting(Totals.Line::kind).contains(Totals.Kind.SALES);
        });
        assertThat(till.terminal.settle(GBP))
                .isInstanceOfSatisfying(
                        Settlement.Closed.class,
                        closed -> assertThat(closed.totals().count()).isEqualTo(2));
        assertThat(till.terminal.settle(GBP))
                .isInstanceOfSatisfying(
                        Settlement.Closed.class,
                        closed -> assertThat(closed.totals().count()).isZero());
    }

    @Test
    void a_terminal_that_is_off_charges_nothing() throws IOException {
        documented();
        till.emulator.close();
        assertThat(till.pay("R1", 100)).isInstanceOf(Outcome.Failed.class);
        assertThat(till.terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
        assertThat(till.terminal.settle(GBP)).isInstanceOf(Settlement.NotClosed.class);
    }
}
