package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.refund.SalesElsewhere.Answer;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exchange on a sandbox, which reads the contract on its own and counts for itself. */
class ExchangeAtSandboxTest {

    private Sandbox sandbox;
    private RevKeen dashboard;
    private CloudRig seller;
    private CloudRig other;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder.resolve("sandbox")).withRate(0));
        dashboard = RevKeen.at(sandbox.baseUrl().toString(), sandbox.key());
        String url = sandbox.baseUrl().toString();
        seller = new CloudRig(folder.resolve("seller"), url, sandbox.key(), "seller", () -> {});
        other = new CloudRig(folder.resolve("other"), url, sandbox.key(), "other", () -> {});
        seller.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        seller.close();
        dashboard.close();
        sandbox.close();
    }

    @Test
    void bothInvoicesComeToTheTillsOwnFigures() throws Exception {
        Order sale = seller.till.sellForCash();
        seller.online().drained();
        seller.till.scan(TEA);
        Order basket = seller.till.scan(TEA);
        Refund refund = given(exchange(sale, basket));
        seller.till.selling().payCash(pounds(250), CLERK);
        seller.drained();

        CreditNote note = dashboard
                .creditNotes()
                .list(CreditNoteQuery.any().withInvoiceId(invoice(sale)))
                .all(10)
                .orThrow()
                .getFirst();
        assertThat(note.amountMinor()).isEqualTo(250);
        assertThat(note.reason()).contains(refund.reference()).contains("wrong size");
        Invoice paid = dashboard.invoices().get(invoice(basket)).orThrow();
        assertThat(paid.totalMinor()).isEqualTo(500);
        assertThat(paid.status().toString()).isEqualTo("paid");
        List<Payment> payments = dashboard
                .payments()
                .list(PaymentQuery.any().withInvoiceId(invoice(basket)))
                .all(10)
                .orThrow();
        assertThat(payments).extracting(Payment::amount).containsExactly(250L, 250L);
        assertThat(payments).extracting(Payment::paymentMethodType).containsExactlyInAnyOrder("other", "cash");
        assertThat(seller.tasks()).isEmpty();
    }

    @Test
    void anotherTillGivesNothingOfItBackASecondTime() throws Exception {
        Order sale = seller.till.sellForCash();
        seller.online().drained();
        Order basket = seller.till.scan(TEA);
        given(exchange(sale, basket));
        seller.drained();
        other.online();
        assertThat(left(sale)).as("the goods are back").isZero();
        assertThat(left(basket)).as("and others are with the customer").isEqualTo(250);
    }

    @Test
    void exchangedCardMoneyGoesBackThereToThePaymentThatTookIt() throws Exception {
        Order sale = seller.till.sellByCard();
        seller.linked().drained();
        Order basket = seller.till.scan(TEA);
        given(exchange(sale, basket));
        seller.drained();
        RefundWish whole = new RefundWish(basket.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "broken");
        given(seller.till.refunds().refund(whole, CLERK));
        seller.drained();
        assertThat(seller.terminal.acquirer().taken()).isZero();
        assertThat(seller.terminal.performs()).as("one sale, one void").isEqualTo(2);
        assertThat(seller.tasks()).isEmpty();
        other.online();
        assertThat(left(sale)).isZero();
        assertThat(left(basket)).isZero();
    }

    private long left(Order sale) {
        Answer answer = other.till.refunds().findElsewhere(sale.reference());
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).sale().left().minor();
    }

    private String invoice(Order sale) throws Exception {
        return seller.till.outboxOf(sale).getFirst().remoteId();
    }

    private RefundResult exchange(Order sale, Order basket) {
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        RefundWish wish = new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "wrong size");
        return seller.till.refunds().exchange(wish, basket.id(), CLERK);
    }

    private static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }
}
