package io.keentill.engine;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillTask.Kind;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.HoldResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.payment.Tabs;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.OutboxRow;
import io.keentill.store.TaskRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that waits for a person goes unseen. */
class TaskBoardTest {

    private final FakeTerminal terminal = new FakeTerminal()
            .able(
                    Capability.LINKED_REFUND,
                    Capability.REVERSAL,
                    Capability.PRE_AUTHORISATION,
                    Capability.QUERY_BY_REFERENCE);
    private TestTill till;
    private TaskBoard board;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        board = new TaskBoard(till.store(), till.clock());
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aQuietDayHasNone() {
        till.sellForCash();
        till.sellByCard();
        assertThat(board.open()).isEmpty();
    }

    @Test
    void anUnknownPaymentIsOneUntilItIsKnown() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(board.open()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(Kind.PAYMENT_UNKNOWN);
            assertThat(t.id()).isEqualTo(till.attemptOf(order).id());
            assertThat(t.text()).contains("2.50 GBP", "manager decides");
        });
        resolve();
        assertThat(board.open()).isEmpty();
    }

    @Test
    void aRefundThatStoppedHalfwayIsOne() throws Exception {
        till.scan(TEA);
        Order part = ((SaleChange.PartPaid) till.selling().payCash(pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) till.payCard(part)).order();
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        RefundWish wish = new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "broken");
        RefundResult.NotKnown doubt = (RefundResult.NotKnown) till.refunds().refund(wish, CLERK);
        assertThat(kinds()).as("told once, as what it is").containsExactly(Kind.PAYMENT_UNKNOWN);
        terminal.answeringHonestly();
        resolve();
        assertThat(board.open()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(Kind.REFUND_OPEN);
            assertThat(t.text()).contains("1.50 GBP went back", "1.00 GBP did not yet");
        });
        till.refunds().goOn(doubt.refund().id(), CLERK);
        assertThat(board.open()).isEmpty();
    }

    @Test
    void moneyHeldForASaleThatIsOverIsOne() throws Exception {
        Tabs tabs = new Tabs(till.store(), till.payments());
        Order order = till.scan(TEA);
        assertThat(tabs.hold(order.id(), pounds(300), CLERK)).isInstanceOf(HoldResult.Done.class);
        assertThat(board.open()).as("the sale goes on").isEmpty();
        till.selling().payCash(pounds(250), CLERK);
        assertThat(board.open()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(Kind.HOLD_OPEN);
            assertThat(t.text()).contains("3.00 GBP is still held");
        });
        tabs.release(order.id(), CLERK);
        assertThat(board.open()).isEmpty();
    }

    @Test
    void whatRevKeenRefusesIsOne() throws Exception {
        Order sale = till.sellForCash();
        OutboxRow row = till.outboxOf(sale).getFirst();
        till.store().write(tx -> {
            tx.updateOutbox(row.asTask(400, null, Sentence.quoted("The customer is unknown. Set it up.")));
            return true;
        });
        assertThat(board.open()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(Kind.SYNC_REFUSED);
            assertThat(t.text()).contains("The customer is unknown");
        });
    }

    @Test
    void oneThatDoesNotEndByItselfIsClosedWithANote() throws Exception {
        till.store().write(tx -> {
            tx.saveTask(TaskRow.open(
                    "t1",
                    "payment.contradicted",
                    "a1",
                    Sentence.quoted("Look at it"),
                    till.clock().instant()));
            return true;
        });
        assertThat(kinds()).containsExactly(Kind.PAYMENT_CONTRADICTED);
        assertThat(board.close("t1", " ", CLERK)).isPresent();
        assertThat(board.close("t2", "done", CLERK)).isPresent();
        assertThat(board.close("t1", "gave it back on the terminal", CLERK)).isEmpty();
        assertThat(board.open()).isEmpty();
        assertThat(board.close("t1", "again", CLERK)).isPresent();
    }

    private List<Kind> kinds() {
        return board.open().stream().map(TillTask::kind).toList();
    }

    private void resolve() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(20))) {
            Eventually.until("nothing open", recovery::resolveAll);
        }
    }
}
