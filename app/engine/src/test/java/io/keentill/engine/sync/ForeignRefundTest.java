package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.ForeignSale;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.refund.SalesElsewhere.Answer;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tills of one shop: what one sold, the other gives back, and never more than was paid. */
class ForeignRefundTest {

    private FakeRevKeen revKeen;
    private CloudRig seller;
    private CloudRig other;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        revKeen = new FakeRevKeen();
        seller = new CloudRig(folder.resolve("seller"), revKeen);
        other = new CloudRig(folder.resolve("other"), revKeen);
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        seller.close();
    }

    @Test
    void whatOneTillSoldInCashAnotherGivesBack() throws Exception {
        Order sale = sold(true);
        ForeignSale found = found(sale);
        assertThat(found.left()).isEqualTo(pounds(250));
        Refund refund = given(back(found, new RefundScope.Amount(pounds(100)), MoneyBack.CASH));
        assertThat(refund.state()).isEqualTo(RefundState.CLOSED);
        assertThat(refund.orderReference()).isEqualTo(sale.reference());
        assertThat(refund.parts()).extracting(RefundPart::type).containsExactly(TenderType.CASH);
        assertThat(refused(back(found, new RefundScope.Amount(pounds(151)), MoneyBack.CASH)))
                .as("counted at once, whether RevKeen knows it yet or not; twice while its answer is on the way")
                .contains("is left to give back");
        other.drained();
        assertThat(revKeen.creditNotes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note).containsEntry("invoice_id", "inv-1").containsEntry("amount_minor", 100L));
        assertThat(found(sale).left()).isEqualTo(pounds(150));
        assertThat(refused(back(found, new RefundScope.Amount(pounds(151)), MoneyBack.CASH)))
                .contains("1.50 GBP is left");
    }

    @Test
    void theSellerLearnsFromRevKeenThatItWasGivenBackElsewhere() throws Exception {
        Order sale = sold(true);
        given(back(found(sale), new RefundScope.Whole(), MoneyBack.CASH));
        other.drained();
        other.offline();
        RefundWish wish = new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.CASH, "again");
        assertThat(seller.till.refunds().refund(wish, CLERK)).isInstanceOf(RefundResult.Given.class);
        seller.online();
        Eventually.until("a task", () -> {
            seller.cloud().syncNow();
            return !seller.tasks().isEmpty();
        });
        assertThat(seller.tasks().getFirst().problem()).contains("can be credited");
    }

    @Test
    void aCardHasToBePresentedAndOnlyCashGoesBackInCash() throws Exception {
        Order sale = sold(false);
        ForeignSale found = found(sale);
        assertThat(refused(back(found, new RefundScope.Whole(), MoneyBack.CASH)))
                .contains("in cash");
        other.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL);
        assertThat(refused(back(found, new RefundScope.Whole(), MoneyBack.AS_PAID)))
                .contains("cannot give the money");
        other.terminal.able(Capability.REFUND, Capability.QUERY_BY_REFERENCE);
        Refund refund = given(back(found, new RefundScope.Whole(), MoneyBack.AS_PAID));
        assertThat(other.terminal.acquirer().givenBack()).isEqualTo(250);
        other.drained();
        assertThat(other.till.refunds().find(refund.id())).isPresent();
        assertThat(revKeen.creditNotes()).hasSize(1);
    }

    @Test
    void withoutRevKeenNothingOfAnotherTillGoesBack() throws Exception {
        Order sale = sold(true);
        ForeignSale found = found(sale);
        revKeen.refuse(100, r -> true, 503, "{}");
        assertThat(refused(back(found, new RefundScope.Whole(), MoneyBack.CASH)))
                .contains("another till");
        revKeen.heal();
        assertThat(other.till.refunds().findElsewhere("NOSUCHCODE")).isInstanceOf(Answer.Unknown.class);
        assertThat(other.till.refunds().open()).isEmpty();
    }

    @Test
    void aSaleOfThisTillIsNotForeign() throws Exception {
        Order sale = sold(true);
        seller.online();
        Answer.Found found = (Answer.Found) seller.till.refunds().findElsewhere(sale.reference());
        RefundResult result = seller.till
                .refunds()
                .refundElsewhere(found.sale(), new RefundScope.Whole(), MoneyBack.CASH, "why", CLERK);
        assertThat(refused(result)).contains("of this till");
    }

    /** The first till sells and goes home; the second one opens. */
    private Order sold(boolean cash) throws Exception {
        Order order = seller.till.scan(TEA);
        Order sale = cash
                ? ((SaleChange.Closed) seller.till.selling().payCash(pounds(250), CLERK)).order()
                : ((CardResult.Paid) seller.till.payCard(order)).order();
        seller.online().drained();
        seller.offline();
        other.online();
        return sale;
    }

    private ForeignSale found(Order sale) {
        Answer answer = other.till.refunds().findElsewhere(sale.reference());
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).sale();
    }

    private RefundResult back(ForeignSale sale, RefundScope scope, MoneyBack back) {
        return other.till.refunds().refundElsewhere(sale, scope, back, "bought next door", CLERK);
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
