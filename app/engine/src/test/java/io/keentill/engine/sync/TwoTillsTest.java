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
import io.keentill.engine.refund.ForeignSale;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.refund.SalesElsewhere.Answer;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.Scripts;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.creditnotes.CreditNoteStatus;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two tills and a dashboard on one sandbox, which reads the contract on its own: whoever gives back first, nobody gives
 * back what is gone.
 */
class TwoTillsTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();

    private Sandbox sandbox;
    private RevKeen dashboard;
    private CloudRig seller;
    private CloudRig other;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder.resolve("sandbox")).withRate(0));
        dashboard = RevKeen.at(sandbox.baseUrl().toString(), sandbox.key());
        seller = till(folder, "seller");
        other = till(folder, "other");
        seller.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    private CloudRig till(Path folder, String name) throws Exception {
        return new CloudRig(folder.resolve(name), sandbox.baseUrl().toString(), sandbox.key(), name, () -> {});
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        seller.close();
        dashboard.close();
        sandbox.close();
    }

    @Test
    void whatTheOtherTillGaveBackTheSellerDoesNot() throws Exception {
        Order sale = soldForCash();
        given(back(found(sale), amount(100)));
        other.drained();
        assertThat(refused(refund(sale, amount(200))))
                .contains("1.00 GBP was given back elsewhere")
                .contains("1.50 GBP is left");
        given(refund(sale, amount(150)));
        seller.drained();
        assertThat(refused(back(found(sale), amount(1)))).contains("Nothing of this sale is left");
        assertThat(credited()).isEqualTo(250);
    }

    @Test
    void whatTheDashboardGaveBackNeitherTillDoes() throws Exception {
        Order sale = soldForCash();
        dashboard.invoices().refund(invoice(sale), 100L, "by post").send().orThrow();
        given(back(found(sale), amount(50)));
        other.drained();
        assertThat(refused(refund(sale, amount(101)))).contains("1.00 GBP is left");
        given(refund(sale, amount(100)));
        seller.drained();
        assertThat(refused(back(found(sale), amount(1))))
                .as("100 by the dashboard, 50 there, 100 here")
                .contains("Nothing of this sale is left");
    }

    @Test
    void aCardRefundOfTheSellerIsCountedOnceOnTheOtherTill() throws Exception {
        Order sale = seller.till.sellByCard();
        seller.linked().drained();
        other.online();
        given(refund(sale, amount(100)));
        seller.drained();
        assertThat(found(sale).left()).isEqualTo(pounds(150));
        assertThat(given(refund(sale, amount(100))).amount())
                .as("and once here")
                .isEqualTo(pounds(100));
        seller.drained();
        assertThat(dashboard
                        .transactions()
                        .list(TransactionQuery.any().withInvoiceId(invoice(sale)))
                        .all(9)
                        .orThrow())
                .as("the sale and two refunds")
                .hasSize(3);
        assertThat(found(sale).left()).isEqualTo(pounds(50));
        assertThat(seller.terminal.acquirer().taken()).isEqualTo(50);
    }

    @Test
    void aRefundThatTheDashboardStartsRunsOnTheSellersTerminalAndIsCountedOnce() throws Exception {
        Order sale = seller.till.sellByCard();
        seller.linked().drained();
        other.online();
        String payment = seller.till.outboxOf(sale).stream()
                .filter(row -> row.kind().equals("card"))
                .findFirst()
                .orElseThrow()
                .remoteId();
        dashboard.terminalPayments().refund(payment, 100L, "by phone").send().orThrow();
        Eventually.until(
                "the money went back and RevKeen has it",
                () -> found(sale).left().equals(pounds(150)));
        assertThat(seller.terminal.acquirer().givenBack()).isEqualTo(100);
        assertThat(refused(refund(sale, amount(151)))).contains("1.50 GBP is left");
        given(refund(sale, amount(100)));
        seller.drained();
        assertThat(found(sale).left()).isEqualTo(pounds(50));
        assertThat(refused(refund(sale, amount(51)))).contains("0.50 GBP is left");
        given(refund(sale, amount(50)));
        assertThat(seller.terminal.acquirer().taken()).isZero();
    }

    @Test
    void ofTwoAtOnceOneIsRefusedBeforeAnyMoneyGoesBack() throws Exception {
        Order sale = soldForCash();
        ForeignSale found = found(sale);
        CompletableFuture<RefundResult> there = CompletableFuture.supplyAsync(() -> back(found, WHOLE));
        RefundResult here = refund(sale, WHOLE);
        List<RefundResult> both = List.of(here, there.join());
        assertThat(both).filteredOn(RefundResult.Given.class::isInstance).hasSize(1);
        assertThat(both).filteredOn(RefundResult.Refused.class::isInstance).hasSize(1);
        seller.drained();
        other.drained();
        assertThat(credited()).isEqualTo(250);
        assertThat(seller.tasks()).isEmpty();
        assertThat(other.tasks()).isEmpty();
        assertThat(seller.till.refunds().open()).isEmpty();
        assertThat(other.till.refunds().open()).isEmpty();
    }

    @Test
    void theCreditNoteOfACardRefundThatIsDeclinedIsVoided() throws Exception {
        Order sale = seller.till.sellByCard();
        seller.linked().drained();
        other.online();
        seller.terminal.then(Scripts.decline()).then(Scripts.decline());
        assertThat(refund(sale, WHOLE)).isInstanceOf(RefundResult.NotGiven.class);
        seller.drained();
        assertThat(credited()).isZero();
        assertThat(found(sale).left()).isEqualTo(pounds(250));
        given(refund(sale, WHOLE));
        seller.drained();
        assertThat(credited()).isEqualTo(250);
        assertThat(seller.terminal.acquirer().taken()).isZero();
    }

    private Order soldForCash() throws Exception {
        seller.till.scan(TEA);
        Order sale = ((io.keentill.engine.selling.SaleChange.Closed)
                        seller.till.selling().payCash(pounds(250), CLERK))
                .order();
        seller.online().drained();
        other.online();
        return sale;
    }

    private String invoice(Order sale) throws Exception {
        return seller.till.outboxOf(sale).getFirst().remoteId();
    }

    private long credited() {
        return dashboard.creditNotes().list(CreditNoteQuery.any()).all(99).orThrow().stream()
                .filter(note -> !note.status().is(CreditNoteStatus.VOIDED))
                .mapToLong(CreditNote::amountMinor)
                .sum();
    }

    private ForeignSale found(Order sale) {
        Answer answer = other.till.refunds().findElsewhere(sale.reference());
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).sale();
    }

    private RefundResult back(ForeignSale sale, RefundScope scope) {
        return other.till.refunds().refundElsewhere(sale, scope, MoneyBack.AS_PAID, "bought next door", CLERK);
    }

    private RefundResult refund(Order sale, RefundScope scope) {
        return seller.till.refunds().refund(new RefundWish(sale.id(), scope, MoneyBack.AS_PAID, "bitter"), CLERK);
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
