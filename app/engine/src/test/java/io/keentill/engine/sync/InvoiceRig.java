package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.account.Accounts;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoicePayment;
import io.keentill.revkeen.invoices.InvoiceQuery;
import io.keentill.revkeen.invoices.InvoiceRequest;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.invoices.OfflineMethod;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A till, the sandbox, and a customer there who owes something. */
final class InvoiceRig implements AutoCloseable {

    final Sandbox sandbox;
    final RevKeen office;
    final CloudRig rig;
    final String customer;

    InvoiceRig(Path folder) throws Exception {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder.resolve("sandbox")).withRate(0));
        office = RevKeen.at(sandbox.baseUrl().toString(), sandbox.key());
        rig = till(folder, "till-1");
        customer = office.customers()
                .create(CustomerRequest.of("bertha@example.com").withName("Bertha Weiß"))
                .send()
                .orThrow()
                .id();
    }

    CloudRig till(Path folder, String name) throws Exception {
        return new CloudRig(folder.resolve(name), sandbox.baseUrl().toString(), sandbox.key(), name, () -> {});
    }

    /** What the till's desk is; without a network while the till is offline. */
    Accounts accounts() {
        return accounts(rig);
    }

    static Accounts accounts(CloudRig rig) {
        return new Accounts(
                rig.till.store(),
                rig.accounts(),
                rig.till.ids(),
                rig.clock,
                rig.till.events(),
                GBP,
                ReceiptWords.of(Locale.UK));
    }

    Invoice open(long minor) {
        return invoice(minor, InvoiceStatus.OPEN);
    }

    Invoice invoice(long minor, InvoiceStatus status) {
        return office.invoices()
                .create(InvoiceRequest.of(customer, minor, "GBP").withStatus(status))
                .send()
                .orThrow();
    }

    Invoice read(Invoice invoice) {
        return office.invoices().get(invoice.id()).orThrow();
    }

    /** Somebody records money for it at the dashboard. */
    void paidElsewhere(Invoice invoice, long minor) {
        office.invoices()
                .pay(
                        invoice.id(),
                        InvoicePayment.of(OfflineMethod.BANK_TRANSFER).withAmountMinor(minor))
                .send()
                .orThrow();
    }

    Order taken(Invoice invoice) {
        TakeResult result = accounts().take(invoice.id(), CLERK);
        assertThat(result).isInstanceOf(TakeResult.Taken.class);
        return ((TakeResult.Taken) result).order();
    }

    String refused(Invoice invoice) {
        TakeResult result = accounts().take(invoice.id(), CLERK);
        assertThat(result).isInstanceOf(TakeResult.Refused.class);
        return ((TakeResult.Refused) result).why().toString();
    }

    String stopped(Order order) {
        Readiness readiness = accounts().ready(order.id());
        assertThat(readiness).isInstanceOf(Readiness.Stopped.class);
        return ((Readiness.Stopped) readiness).why().toString();
    }

    List<Payment> payments(Invoice invoice) {
        return office.payments()
                .list(PaymentQuery.any().withInvoiceId(invoice.id()))
                .all(99)
                .orThrow();
    }

    /** Everything that RevKeen has of invoices, whoever made them. */
    List<Invoice> invoices() {
        return office.invoices().list(InvoiceQuery.any()).all(99).orThrow();
    }

    /** The next such request suffers this. */
    void fault(String kind, String path) throws Exception {
        String body = "{\"kind\":\"" + kind + "\",\"method\":\"POST\",\"path_prefix\":\"" + path + "\"}";
        control("/next-fault", body);
    }

    /** One of the sandbox's controls. */
    void control(String path, String body) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(sandbox.adminUrl() + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        assertThat(connection.getResponseCode()).as(path).isLessThan(300);
        connection.disconnect();
    }

    static String device(CloudRig till) throws Exception {
        Eventually.until(
                "the device",
                () -> till.till
                        .store()
                        .<java.util.Optional<String>>read(view -> view.setting(DeviceIdentity.SETTING))
                        .isPresent());
        return till.till
                .store()
                .<java.util.Optional<String>>read(view -> view.setting(DeviceIdentity.SETTING))
                .orElseThrow();
    }

    Order cash(Order order, long handed) {
        clear(order);
        SaleChange change = rig.till.selling().payCash(pounds(handed), CLERK);
        assertThat(change).isInstanceOf(SaleChange.Closed.class);
        return ((SaleChange.Closed) change).order();
    }

    Order card(Order order) {
        clear(order);
        CardResult result = rig.till.payments().pay(order.id(), order.due(), CLERK);
        assertThat(result).isInstanceOf(CardResult.Paid.class);
        return ((CardResult.Paid) result).order();
    }

    void clear(Order order) {
        assertThat(accounts().ready(order.id())).isInstanceOf(Readiness.Clear.class);
    }

    void takesNoMoney(Order order, String why) throws Exception {
        assertThat(rig.till.selling().payCash(pounds(2500), CLERK))
                .isInstanceOfSatisfying(
                        SaleChange.Refused.class, no -> assertThat(no.message()).contains(why));
        int before = rig.terminal.performs();
        assertThat(rig.till.payments().pay(order.id(), order.due(), CLERK))
                .isInstanceOfSatisfying(
                        CardResult.Refused.class, no -> assertThat(no.message()).contains(why));
        assertThat(rig.terminal.performs()).isEqualTo(before);
        assertThat(rig.till.order(order.id()).tenders()).isEmpty();
    }

    void nothingElseWasMade(int invoices) {
        assertThat(invoices()).hasSize(invoices);
        assertThat(office.orders().list(OrderQuery.any()).all(9).orThrow()).isEmpty();
    }

    RefundResult refund(Order sale) {
        return rig.till
                .refunds()
                .refund(new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "mistake"), CLERK);
    }

    List<CreditNote> notes() {
        return office.creditNotes().list(CreditNoteQuery.any()).all(9).orThrow();
    }

    @Override
    public void close() throws Exception {
        rig.close();
        office.close();
        sandbox.close();
    }
}
