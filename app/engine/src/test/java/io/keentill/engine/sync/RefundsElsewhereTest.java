package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.Waits;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.MoneyElsewhere;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.Scripts;
import io.keentill.revkeen.RevKeen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else gave back of a sale of this till does not go back a second time. */
class RefundsElsewhereTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();

    private CloudRig rig;
    private FakeRevKeen revKeen;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        revKeen = new FakeRevKeen();
        rig = new CloudRig(folder, revKeen);
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void whatTheDashboardGaveBackIsGone() throws Exception {
        Order sale = soldForCash();
        revKeen.refundElsewhere("inv-1", 100, "cash");
        assertThat(refused(refund(sale, amount(151))))
                .contains("1.00 GBP was given back elsewhere")
                .contains("1.50 GBP is left")
                .contains("1.51 GBP cannot");
        assertThat(given(refund(sale, amount(150))).amount()).isEqualTo(pounds(150));
        assertThat(refused(refund(sale, amount(1)))).contains("Nothing of this sale is left");
        assertThat(rig.till.refunds().open()).isEmpty();
    }

    @Test
    void whatAnotherTillGaveBackIsGone() throws Exception {
        Order sale = soldForCash();
        revKeen.creditElsewhere("inv-1", 250);
        assertThat(refused(refund(sale, WHOLE)))
                .contains("Nothing of this sale is left")
                .contains("2.50 GBP was given back elsewhere");
    }

    @Test
    void whoWantsAllOfItBackIsToldFirstThatLessIsLeft() throws Exception {
        Order sale = soldForCash();
        revKeen.creditElsewhere("inv-1", 100);
        assertThat(refused(refund(sale, WHOLE))).contains("just now").contains("1.50 GBP of this sale is left");
        assertThat(given(refund(sale, WHOLE)).amount()).as("now it is known").isEqualTo(pounds(150));
    }

    @Test
    void goodsThatComeToMoreThanIsLeftAreRefused() throws Exception {
        Order sale = soldForCash();
        revKeen.creditElsewhere("inv-1", 100);
        RefundScope tea = new RefundScope.Lines(java.util.List.of(new RefundScope.Goods(
                sale.lines().getFirst().id(), sale.lines().getFirst().quantity())));
        assertThat(refused(refund(sale, tea)))
                .contains("come to 2.50 GBP")
                .contains("1.50 GBP is left")
                .contains("elsewhere");
    }

    @Test
    void whatThisTillGaveBackItselfIsNotCountedTwice() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        given(refund(sale, amount(100)));
        given(refund(sale, amount(50)));
        rig.drained();
        assertThat(given(refund(sale, amount(50))).amount()).isEqualTo(pounds(50));
        Eventually.until("RevKeen has taken it, and its outcome may be on the way", () -> isTaken(sale));
        revKeen.refundElsewhere("inv-1", 20, "card");
        assertThat(refused(refund(sale, amount(31)))).contains("0.20 GBP was given back elsewhere");
        assertThat(given(refund(sale, amount(30))).amount()).isEqualTo(pounds(30));
        assertThat(rig.terminal.acquirer().taken()).as("20 went back elsewhere").isEqualTo(20);
    }

    @Test
    void soItIsWhenItsAnswersWereLost() throws Exception {
        revKeen.fault(1, r -> r.line().equals("POST /v2/credit_notes"), FakeRevKeen.Fault.DROP_ANSWER);
        revKeen.fault(1, r -> r.path().endsWith("/refund"), FakeRevKeen.Fault.DROP_ANSWER);
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        given(refund(sale, amount(100)));
        rig.drained();
        assertThat(given(refund(sale, amount(150))).amount()).isEqualTo(pounds(150));
        assertThat(rig.terminal.acquirer().taken()).isZero();
    }

    @Test
    void anEqualAmountThatSomebodyElseGaveBackIsNotTakenForItsOwn() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        revKeen.refundElsewhere("inv-1", 100, "card");
        given(refund(sale, amount(100)));
        rig.drained();
        assertThat(refused(refund(sale, amount(51)))).contains("1.00 GBP was given back elsewhere");
    }

    @Test
    void withoutRevKeenItCountsWhatWasHeardLast() throws Exception {
        Order sale = soldForCash();
        revKeen.refundElsewhere("inv-1", 100, "cash");
        revKeen.creditElsewhere("inv-1", 50);
        rig.followed("heard in the background", () -> elsewhere(sale) == 150);
        rig.offline();
        assertThat(rig.till.refunds().refundable(sale.id()).orElseThrow().left())
                .isEqualTo(pounds(100));
        assertThat(refused(refund(sale, amount(101)))).contains("1.50 GBP was given back elsewhere");
        assertThat(given(refund(sale, WHOLE)).amount()).isEqualTo(pounds(100));
    }

    @Test
    void aRefundThatWasBegunDoesNotGoOnWhenItWentBackElsewhereMeanwhile() throws Exception {
        Order half =
                ((CardResult.Paid) rig.till.payments().pay(rig.till.scan(TEA).id(), pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) rig.till.payCard(half)).order();
        rig.linked().drained();
        rig.offline();
        rig.terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund begun = ((RefundResult.NotGiven) refund(sale, WHOLE)).refund();
        assertThat(begun.outstanding()).isEqualTo(pounds(150));
        rig.linked();
        revKeen.refundElsewhere("inv-1", 150, "card");
        assertThat(refused(rig.till.refunds().goOn(begun.id(), CLERK)))
                .contains("1.50 GBP was given back elsewhere")
                .contains("Give up the rest");
        assertThat(given(rig.till.refunds().giveUp(begun.id(), CLERK)).returned())
                .isEqualTo(pounds(100));
        assertThat(refused(refund(sale, WHOLE))).contains("Nothing of this sale is left");
    }

    @Test
    void nobodyWaitsLongForAnAnswer() throws Exception {
        Order sale = soldForCash();
        Waits impatient = new Waits() {
            @Override
            public long nanos() {
                return Waits.REAL.nanos();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Waits.REAL.sleep(time);
            }

            @Override
            public boolean acquire(Semaphore wake, Duration longest) {
                assertThat(longest).isLessThanOrEqualTo(Duration.ofSeconds(5));
                return false;
            }
        };
        revKeen.fault(9, r -> r.path().endsWith("/transactions"), FakeRevKeen.Fault.DROP_ANSWER);
        try (RevKeen api = RevKeen.at(revKeen.url(), "rk_sandbox_test")) {
            assertThat(new RefundsElsewhere(rig.till.store(), api, impatient, () -> {}).ask(sale))
                    .isInstanceOf(MoneyElsewhere.Answer.NotHeard.class);
        }
    }

    /** Whether RevKeen has answered everything that it was told of the sale's cards. */
    private boolean isTaken(Order sale) throws Exception {
        return rig.till.outboxOf(sale).stream()
                .filter(row -> row.kind().equals(OutboxKind.CARD_BACK.key()))
                .allMatch(row -> row.remoteId() != null);
    }

    private Order soldForCash() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        return sale;
    }

    private long elsewhere(Order sale) throws Exception {
        return rig.till
                .store()
                .read(view -> BackElsewhere.known(view, sale))
                .total()
                .minor();
    }

    private RefundResult refund(Order sale, RefundScope scope) {
        return rig.till.refunds().refund(new RefundWish(sale.id(), scope, MoneyBack.AS_PAID, "bitter"), CLERK);
    }

    private static RefundScope amount(long pence) {
        return new RefundScope.Amount(pounds(pence));
    }

    private static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }

    private static String refused(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
    }
}
