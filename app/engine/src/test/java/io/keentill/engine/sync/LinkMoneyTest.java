package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.Waits;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.LinkPayment;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.engine.paylink.LinkResult;
import io.keentill.engine.paylink.PayLink;
import io.keentill.engine.paylink.PayLinks;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.Eventually;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.payments.PaymentStatus;
import io.keentill.revkeen.refunds.RefundRequest;
import io.keentill.revkeen.voids.VoidRequest;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.store.PayLinkRow;
import io.keentill.store.View;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RevKeen's dashboard gave back of a payment by link is gone, though that payment is on no invoice of the sale. */
class LinkMoneyTest {

    private Sandbox sandbox;
    private RevKeen office;
    private CloudRig rig;
    private PayLinks links;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder.resolve("revkeen")).withRate(0));
        String url = sandbox.baseUrl().toString();
        office = RevKeen.at(url, sandbox.key());
        rig = new CloudRig(folder.resolve("till"), url, sandbox.key(), "till-1", sandbox).online();
        rig.terminal.able(Capability.REFUND, Capability.QUERY_BY_REFERENCE);
        links = new PayLinks(
                rig.till.payments().links(), office, rig.till.ids(), rig.clock, Waits.REAL, rig.till.events());
        links.start();
    }

    @AfterEach
    void stop() throws Exception {
        links.close();
        office.close();
        rig.close();
    }

    @Test
    void whatWasRefundedThereDoesNotGoBackOnceMore() throws Exception {
        Order sale = paidByLink();
        office.refunds()
                .create(RefundRequest.of(payment(sale)).withAmountMinor(100L))
                .send()
                .orThrow();
        gone(sale, PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(refused(sale, 151))
                .contains("1.00 GBP was given back elsewhere")
                .contains("1.50 GBP is left");
        followed("the feed has heard of it too", () -> elsewhere(sale).equals(card(100)));
        assertThat(refused(sale, 151)).as("it is the same money").contains("1.00 GBP was given back elsewhere");
        assertThat(refund(sale, 150)).isInstanceOf(RefundResult.Given.class);
        assertThat(refused(sale, 1)).contains("Nothing of this sale is left");
    }

    @Test
    void whatWasVoidedThereIsGoneAltogether() throws Exception {
        Order sale = paidByLink();
        office.voids().create(VoidRequest.of(payment(sale))).send().orThrow();
        gone(sale, PaymentStatus.VOIDED);
        assertThat(refused(sale, 1)).contains("Nothing of this sale is left");
    }

    @Test
    void withoutRevKeenItCountsWhatWasHeardOfIt() throws Exception {
        Order sale = paidByLink();
        office.refunds()
                .create(RefundRequest.of(payment(sale)).withAmountMinor(70L))
                .send()
                .orThrow();
        followed("it is heard of", () -> elsewhere(sale).equals(card(70)));
        rig.offline();
        sandbox.close();
        assertThat(refused(sale, 181)).contains("0.70 GBP was given back elsewhere");
    }

    @Test
    void whatGoesBackThereAsWellIsATask() throws Exception {
        Order sale = paidByLink();
        assertThat(refund(sale, 200)).isInstanceOf(RefundResult.Given.class);
        rig.drained();
        office.refunds()
                .create(RefundRequest.of(payment(sale)).withAmountMinor(80L))
                .send()
                .orThrow();
        followed(
                "somebody is told",
                () -> rig.till.store().read(View::openTasks).stream()
                        .anyMatch(task -> task.kind().equals(TooMuchBack.KIND)
                                && task.text().toString().contains("0.30 GBP too much")));
    }

    /** Has everything followed again and again until this is so. */
    private void followed(String what, Callable<Boolean> condition) throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Eventually.until(what, () -> {
            if (looks.getAndIncrement() % 400 == 0) {
                rig.cloud().downloadNow();
            }
            return condition.call();
        });
    }

    @Test
    void itIsNotTakenFromACardThatPaidTheRest() throws Exception {
        Order order = rig.till.scan(TEA);
        rig.till.payments().pay(order.id(), pounds(100), CLERK);
        Order sale = paidByLink(rig.till.order(order.id()));
        office.refunds().create(RefundRequest.of(payment(sale))).send().orThrow();
        followed("it is heard of", () -> elsewhere(sale).equals(card(150)));
        assertThat(refund(sale, 100)).isInstanceOf(RefundResult.Given.class);
        assertThat(rig.terminal.acquirer().taken())
                .as("the card has its own money back")
                .isZero();
        assertThat(refused(sale, 1)).contains("Nothing of this sale is left");
        assertThat(rig.till.refunds().of(sale.id()).getFirst().parts())
                .as("to the card that paid it")
                .extracting(RefundPart::originalAttemptId)
                .containsExactly(sale.tenders().getFirst().attemptId());
    }

    private Order paidByLink() throws Exception {
        return paidByLink(rig.till.scan(TEA));
    }

    private Order paidByLink(Order order) throws Exception {
        PayLink link = ((LinkResult.Begun) links.show(order.id(), order.due(), CLERK)).link();
        Eventually.until("the page", () -> row(link).sessionId() != null);
        paid(Objects.requireNonNull(row(link).sessionId()));
        Eventually.until("it is paid", () -> rig.till.order(order.id()).state() == OrderState.PAID);
        Eventually.until("it is known as which payment", () -> !row(link).watched());
        return rig.till.order(order.id());
    }

    private PayLinkRow row(PayLink link) throws Exception {
        return rig.till
                .store()
                .read(view -> view.payLinks().of(link.attemptId()))
                .orElseThrow();
    }

    private void paid(String session) throws Exception {
        HttpURLConnection page =
                (HttpURLConnection) URI.create(sandbox.adminUrl() + "/checkout-sessions/" + session + "/pay")
                        .toURL()
                        .openConnection();
        page.setRequestMethod("POST");
        page.setDoOutput(true);
        page.getOutputStream().write("{\"card\":\"success\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(page.getResponseCode()).isEqualTo(200);
    }

    private String payment(Order sale) throws Exception {
        return rig.till.store().read(view -> LinkPayment.of(view, sale.id())).getFirst();
    }

    private void gone(Order sale, PaymentStatus status) throws Exception {
        String payment = payment(sale);
        Eventually.until(
                "RevKeen gave it back",
                () -> office.payments().get(payment).orThrow().status().is(status));
    }

    private GivenElsewhere elsewhere(Order sale) throws Exception {
        return rig.till.store().read(view -> BackElsewhere.known(view, sale));
    }

    private static GivenElsewhere card(long pence) {
        return new GivenElsewhere(pounds(pence), pounds(0), pounds(0));
    }

    private RefundResult refund(Order sale, long pence) {
        RefundScope amount = new RefundScope.Amount(pounds(pence));
        return rig.till.refunds().refund(new RefundWish(sale.id(), amount, MoneyBack.AS_PAID, "bitter"), CLERK);
    }

    private String refused(Order sale, long pence) {
        RefundResult result = refund(sale, pence);
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
    }
}
