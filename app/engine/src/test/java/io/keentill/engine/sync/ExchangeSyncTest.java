package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What RevKeen is told of goods that came back for new ones: a credit note there, a payment here, for the same money. */
class ExchangeSyncTest {

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

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theOldInvoiceIsCreditedAndTheNewOnePaidOnceWhateverHappens(Fault fault) throws Exception {
        revKeen.fault(1, r -> r.line().equals("POST /v2/credit_notes"), fault);
        Order sale = rig.till.sellForCash();
        rig.till.scan(TEA);
        Order basket = rig.till.scan(MILK);
        Refund refund = given(exchange(sale, basket));
        rig.till.selling().payCash(pounds(99), CLERK);
        revKeen.fault(1, ExchangeSyncTest::isExchange, fault);
        rig.online().drained();

        assertThat(revKeen.creditNotes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .containsEntry("invoice_id", invoiceOf(sale))
                        .containsEntry("amount_minor", 250L)
                        .containsEntry("tax_amount_minor", refund.tax().minor()));
        List<Map<String, Object>> paid = paid(basket);
        assertThat(paid).extracting(p -> p.get("amount")).containsExactly(250L, 99L);
        assertThat(paid.getFirst().toString()).contains("other").contains(refund.reference());
        assertThat(rig.tasks()).isEmpty();
    }

    @Test
    void twoTendersOfOneRefundAreTwoPaymentsAlsoAfterTheKeyIsForgotten() throws Exception {
        rig.till.scan(TEA);
        Order half = ((SaleChange.PartPaid) rig.till.selling().payCash(pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) rig.till.payCard(half)).order();
        Order basket = rig.till.scan(TEA);
        Refund refund = given(exchange(sale, basket));
        revKeen.goesAwayWith(ExchangeSyncTest::isExchange, Fault.DROP_ANSWER);
        rig.online();
        Eventually.until(
                "the exchange is told", () -> revKeen.requests().stream().anyMatch(ExchangeSyncTest::isExchange));
        rig.restart();
        rig.clock.jump(Duration.ofHours(24));
        revKeen.forgetKeys();
        revKeen.comesBack();
        rig.online().drained();
        assertThat(paid(basket)).extracting(p -> p.get("amount")).containsExactly(150L, 100L);
        assertThat(revKeen.payments().getLast().toString()).contains(refund.reference() + "-2");
        assertThat(rig.tasks()).isEmpty();
    }

    /** RevKeen tells it of the sale that the money was taken for, and is asked about that one too. */
    @Test
    void whatWentBackElsewhereOfTheFirstSaleIsAskedForBeforeTheNewGoodsGoBack() throws Exception {
        Order sale = rig.till.sellByCard();
        Order basket = rig.till.scan(TEA);
        given(exchange(sale, basket));
        rig.linked().drained();
        revKeen.refundElsewhere(invoiceOf(sale), 100, "card");
        RefundWish whole = new RefundWish(basket.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "no taste at all");
        assertThat(rig.till.refunds().refund(whole, CLERK))
                .as("less is left than could be known")
                .isInstanceOfSatisfying(
                        RefundResult.Refused.class,
                        no -> assertThat(no.message().toString()).contains("1.50 GBP of this sale is left"));
        assertThat(given(rig.till.refunds().refund(whole, CLERK)).amount()).isEqualTo(pounds(150));
        assertThat(rig.terminal.acquirer().taken())
                .as("100 went back elsewhere")
                .isEqualTo(100);
    }

    @Test
    void revKeensWordForTheMoneyComesBeforeTheExchange() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        Order basket = rig.till.scan(TEA);
        given(exchange(sale, basket));
        List<String> lines = revKeen.requests().stream().map(Request::line).toList();
        assertThat(lines).contains("POST /v2/credit_notes");
        rig.drained();
        assertThat(rig.till.order(basket.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(revKeen.creditNotes()).hasSize(1);

        Order other = rig.till.sellForCash();
        rig.drained();
        revKeen.creditElsewhere(invoiceOf(other), 250);
        Order next = rig.till.scan(TEA);
        RefundResult no = exchange(other, next);
        assertThat(no).isInstanceOf(RefundResult.Refused.class);
        assertThat(rig.till.order(next.id()).tenders()).isEmpty();
    }

    @Test
    void aBasketThatChangedWhileRevKeenWasAskedIsLeftAsItIs() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        Order basket = rig.till.scan(TEA);
        revKeen.fault(1, r -> r.line().equals("POST /v2/credit_notes") && paysMeanwhile(), Fault.DROP_ANSWER);
        RefundResult result = exchange(sale, basket);
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        assertThat(((RefundResult.Refused) result).message()).contains("changed meanwhile");
        rig.drained();
        assertThat(rig.till.refunds().of(sale.id())).extracting(Refund::state).containsExactly(RefundState.ABANDONED);
        assertThat(revKeen.creditNotes())
                .singleElement()
                .satisfies(n -> assertThat(n).containsEntry("status", "voided"));
        assertThat(rig.till.order(basket.id()).due()).isEqualTo(pounds(50));
    }

    @Test
    void exchangedCardMoneyThatGoesBackLaterIsToldOnThePaymentThatTookIt() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        Order basket = rig.till.scan(MILK);
        given(exchange(sale, basket));
        rig.drained();
        RefundWish whole = new RefundWish(basket.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "broken");
        given(rig.till.refunds().refund(whole, CLERK));
        rig.drained();
        assertThat(rig.till.refunds().refund(new RefundWish(sale.id(), whole.scope(), MoneyBack.AS_PAID, "x"), CLERK))
                .as("and RevKeen was heard about it once more")
                .isInstanceOf(RefundResult.Refused.class);
        assertThat(rig.terminal.acquirer().taken()).isZero();
        assertThat(rig.terminal.performs())
                .as("one sale, two refunds, none commanded anew")
                .isEqualTo(3);
        assertThat(revKeen.terminalPayments())
                .extracting(p -> p.get("type"), p -> p.get("amount_minor"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, 250L),
                        org.assertj.core.groups.Tuple.tuple("refund", 151L),
                        org.assertj.core.groups.Tuple.tuple("refund", 99L));
        assertThat(rig.till.refunds().refundable(sale.id()).orElseThrow().tooMuch())
                .isEqualTo(pounds(0));
        assertThat(rig.till
                        .refunds()
                        .refundable(sale.id())
                        .orElseThrow()
                        .elsewhere()
                        .total())
                .isEqualTo(pounds(0));
        assertThat(rig.tasks()).isEmpty();
    }

    private boolean paysMeanwhile() {
        assertThat(rig.till.selling().payCash(pounds(200), CLERK)).isInstanceOf(SaleChange.PartPaid.class);
        return false;
    }

    private static boolean isExchange(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8).contains("Exchange, refund");
    }

    private List<Map<String, Object>> paid(Order order) {
        return revKeen.payments().stream()
                .filter(p -> invoiceOf(order).equals(p.get("invoice_id")))
                .toList();
    }

    private String invoiceOf(Order order) {
        return revKeen.invoices().stream()
                .filter(i -> order.id().equals(i.get("external_id")))
                .map(i -> (String) i.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private RefundResult exchange(Order sale, Order basket) {
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        RefundWish wish = new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "wrong size");
        return rig.till.refunds().exchange(wish, basket.id(), CLERK);
    }

    private static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }
}
