package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.sync.Streaks.Refusal;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down of a row, and for how long it rests. */
class OutboxBookTest {

    private static final Sentence WHY = Sentence.quoted("because");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private StepRig rig;
    private OutboxBook book;
    private OutboxRow row;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        book = new OutboxBook(rig.parts);
        Order sale = rig.till.sellForCash();
        row = rig.row(sale, OutboxKind.ORDER);
        now = rig.clock.instant();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void whatLeavesIsStoredAsSentAndItsFirstTimeCounts() throws Exception {
        OutboxRow frozen = row.frozen("POST", "/orders", new byte[] {1}, "key");
        OutboxRow first = book.leaves(frozen, null);
        assertThat(first).isEqualTo(frozen.sent(now));
        assertThat(rig.now(row)).isEqualTo(first);
        rig.clock.jump(MINUTE);
        OutboxRow second = book.leaves(first, "outbox.sent_again");
        assertThat(second.firstSentAt()).isEqualTo(now);
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(rig.now(row)).isEqualTo(second);
        assertThat(rig.journalled("outbox.sent_again"))
                .singleElement()
                .satisfies(detail -> assertThat(StepRig.json(detail))
                        .isEqualTo(StepRig.json("{'row':" + row.id() + ",'kind':'order','key':'new'}")));
    }

    /** A battery that died: the wall clock tells nothing, and is not believed later either. */
    @Test
    void aFirstUseThatNobodyCanDateIsStoredAsThat() throws Exception {
        rig.clock.jump(Duration.ofDays(-1_000));
        assertThat(book.leaves(row.frozen("POST", "/orders", null, "key"), null).firstSentAt())
                .isEqualTo(OutboxRow.UNKNOWN_TIME);
    }

    @Test
    void whatIsDoneIsForgottenBesideTheStoreToo() throws Exception {
        OutboxRow sent = remembered();
        book.update(sent.retryAt(now, 500, null, WHY));
        assertThat(isRemembered()).isTrue();
        assertThat(book.refused(row, Refusal.QUESTION)).isEqualTo(2);
        book.update(sent.done(201, "", "ord-1"));
        assertForgotten();
    }

    @Test
    void whatIsAdoptedIsDoneJournalledAndForgotten() throws Exception {
        OutboxRow sent = remembered();
        assertThat(book.adopt(sent, "ord-1")).isEqualTo(new Answer.Accepted(200, ""));
        assertThat(rig.now(row)).isEqualTo(sent.done(200, "", "ord-1"));
        assertForgotten();
        assertThat(rig.journalled("outbox.adopted"))
                .singleElement()
                .satisfies(detail -> assertThat(StepRig.json(detail))
                        .isEqualTo(StepRig.json("{'row':" + row.id() + ",'kind':'order','remote':'ord-1'}")));
    }

    @Test
    void aTerminalPaymentThatIsAdoptedWaitsForItsOutcome() throws Exception {
        OutboxRow posted = row.frozen("POST", "/terminal-payments", null, "key").sent(now);
        assertThat(book.adopt(posted, "tp-1")).isEqualTo(new Answer.AtDevice());
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.WAITING);
        assertThat(rig.now(row).remoteId()).isEqualTo("tp-1");
        assertThat(rig.now(row).notBefore()).isEqualTo(now);
    }

    /** Its bytes and key are not what the row has: nothing may rely on the use of a key that nobody stored. */
    @Test
    void whatCannotBeStoredAsSentIsNotRememberedEither() throws Exception {
        OutboxRow other = remembered().thawed().frozen("POST", "/orders", null, "other");
        SickDisk.fillUp(rig.till.clock());
        assertThatThrownBy(() -> book.leaves(other, null)).isInstanceOf(StoreException.class);
        SickDisk.freeSpace(rig.till.clock());
        assertThat(isRemembered()).isFalse();
        assertThat(rig.now(row).idempotencyKey()).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenARefundIsTheLastToBeToldItIsLookedWhetherMoreWentBackThanWasPaid(boolean found) throws Exception {
        Order sale = rig.till.sellForCash();
        RefundScope all = new RefundScope.Amount(pounds(250));
        assertThat(rig.till.refunds().refund(new RefundWish(sale.id(), all, MoneyBack.AS_PAID, "bitter"), CLERK))
                .isInstanceOf(RefundResult.Given.class);
        String note = "{\"status\":\"issued\",\"amount\":250,\"currency\":\"GBP\"}";
        rig.till.store().write(tx -> {
            tx.saveRemote(new RemoteObject(BackElsewhere.CREDIT_NOTE, "cn-9", sale.id(), "", note), 1);
            return tx;
        });
        OutboxRow credit = rig.row(sale, OutboxKind.CREDIT);
        OutboxRow sent = book.leaves(credit.frozen("POST", "/credit-notes", null, "credit"), null);
        book.update(sent.retryAt(now, 500, null, WHY));
        assertThat(suspect()).as("it is not told yet").isEmpty();
        if (found) {
            book.adopt(sent, "cn-1");
        } else {
            book.update(sent.done(201, "{}", "cn-1"));
        }
        assertThat(suspect()).contains(sale.id());
    }

    private Optional<String> suspect() throws Exception {
        return rig.till.store().read(TooMuchBack::suspect);
    }

    @Test
    void aTaskIsJournalledWithItsReasonAndForgotten() throws Exception {
        OutboxRow sent = remembered();
        assertThat(book.never(sent, 422, WHY)).isEqualTo(new Answer.Never(422, WHY, false));
        assertThat(book.never(sent, null, WHY)).isEqualTo(new Answer.Never(0, WHY, false));
        assertThat(rig.now(row)).isEqualTo(sent.asTask(null, null, WHY));
        assertForgotten();
        assertThat(rig.journalled("outbox.task").getFirst()).contains("\"why\":\"because\"");
    }

    @Test
    void nothingToSendIsDoneWithoutAnAnswer() throws Exception {
        assertThat(book.needless(row)).isInstanceOf(Answer.NotSent.class);
        assertThat(rig.now(row)).isEqualTo(row.done(null, null, null));
    }

    @Test
    void notNowIsStoredWithItsTimeAndItsReason() throws Exception {
        assertThat(book.later(row, 503, WHY, MINUTE)).isEqualTo(new Answer.Later(503, WHY, MINUTE));
        assertThat(rig.now(row)).isEqualTo(row.retryAt(now.plus(MINUTE), 503, null, WHY));
        book.later(row, 200, Sentence.quoted(""), MINUTE);
        assertThat(rig.now(row).problem()).as("nothing is wrong with it").isNull();
    }

    @Test
    void aQuestionKeepsWhatTheRequestWasAnswered() throws Exception {
        OutboxRow answered = row.retryAt(now, 422, "its answer", WHY);
        assertThat(book.askAgain(answered, Sentence.quoted("no line"), MINUTE))
                .isEqualTo(new Answer.Later(null, Sentence.quoted("no line"), MINUTE));
        assertThat(rig.now(row))
                .isEqualTo(row.retryAt(now.plus(MINUTE), 422, "its answer", Sentence.quoted("no line")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "5, 16000", "10, 512000", "11, 600000", "400, 600000"})
    void itRestsTwiceAsLongAfterEachAnswerAndNeverMoreThanTenMinutes(int answers, long millis) {
        assertThat(book.rest(answers)).isEqualTo(Duration.ofMillis(millis));
        times(answers - 1, () -> book.rest(row));
        assertThat(book.rest(row)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 1000", "4, 2000", "8, 32000", "9, 60000", "400, 60000"})
    void whatIsNeverAnsweredGoesFirstTwiceAndThenLetsOthersTry(int tries, long millis) {
        times(tries - 1, () -> book.unanswered(row));
        assertThat(book.unanswered(row)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void anAnswerEndsWhatWasNotAnsweredButNotTheOtherWayRound() {
        times(2, () -> book.unanswered(row));
        times(4, () -> book.rest(row));
        assertThat(book.unanswered(row)).as("the first in a row").isZero();
        assertThat(book.rest(row)).as("the fifth answer").isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void refusalsOfOneKindAreCountedInARowAndEachRowByItself() {
        times(3, () -> book.refused(row, Refusal.UNSPOKEN));
        assertThat(book.refused(row, Refusal.UNSPOKEN)).isEqualTo(4);
        assertThat(book.refused(row, Refusal.UNPROVEN)).as("another kind").isEqualTo(1);
        assertThat(book.refused(row, Refusal.UNSPOKEN)).isEqualTo(1);
        book.rest(row);
        assertThat(book.refused(row, Refusal.UNSPOKEN)).as("after an answer").isEqualTo(1);
        book.unanswered(row);
        assertThat(book.refused(row, Refusal.UNSPOKEN)).as("after none").isEqualTo(1);
        book.heard(row);
        assertThat(book.refused(row, Refusal.UNSPOKEN)).isEqualTo(1);
        assertThat(book.refused(row, Refusal.UNSPOKEN)).isEqualTo(2);
        assertThat(book.rest(row)).as("refusals are answers").isEqualTo(Duration.ofSeconds(4));
    }

    private static void times(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    /** Sent once, with a question that was refused: both are remembered beside the store. */
    private OutboxRow remembered() throws Exception {
        OutboxRow sent = book.leaves(row.frozen("POST", "/orders", null, "key"), null);
        book.refused(row, Refusal.QUESTION);
        assertThat(isRemembered()).isTrue();
        return sent;
    }

    private void assertForgotten() {
        assertThat(isRemembered()).isFalse();
        assertThat(book.refused(row, Refusal.QUESTION)).as("counted anew").isEqualTo(1);
    }

    /** A first use without a date is relied on only while this run of the program remembers it. */
    private boolean isRemembered() {
        return !rig.keys.isSpent(row.doubted(), now, rig.elapsed.nanos());
    }
}
