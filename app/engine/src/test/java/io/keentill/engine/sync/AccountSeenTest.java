package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.engine.Waits;
import io.keentill.engine.account.Account;
import io.keentill.engine.account.Entitled;
import io.keentill.engine.account.OpenInvoice;
import io.keentill.engine.account.Seen;
import io.keentill.engine.selling.SaleChange;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.revkeen.entitlements.EntitlementRequest;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RevKeen tells of a customer, read from the sandbox, which reads the contract on its own. */
class AccountSeenTest {

    private InvoiceRig world;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        world = new InvoiceRig(folder);
        world.rig.online();
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void openInvoicesAreToldAndNoOthers() {
        Invoice open = world.open(2500);
        Invoice sent = world.invoice(1200, InvoiceStatus.SENT);
        Invoice part = world.open(900);
        world.paidElsewhere(part, 400);
        world.invoice(700, InvoiceStatus.DRAFT);
        Invoice paid = world.open(300);
        world.paidElsewhere(paid, 300);
        Invoice dead = world.open(200);
        world.office.invoices().voidIt(dead.id(), "typing error").send().orThrow();
        assertThat(invoices(asked()))
                .extracting(OpenInvoice::id, OpenInvoice::number, OpenInvoice::total, OpenInvoice::due)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                open.id(), open.invoiceNumber(), pounds(2500), pounds(2500)),
                        org.assertj.core.groups.Tuple.tuple(
                                sent.id(), sent.invoiceNumber(), pounds(1200), pounds(1200)),
                        org.assertj.core.groups.Tuple.tuple(part.id(), part.invoiceNumber(), pounds(900), pounds(500)));
    }

    @Test
    void theInvoiceOfATillsOwnSaleIsNothingThatSomebodyOwes() throws Exception {
        world.rig.offline();
        world.rig.till.scan(TEA);
        Order sale = ((SaleChange.Closed) world.rig.till.selling().payCash(pounds(250), CLERK)).order();
        world.rig.till.store().write(tx -> {
            tx.putCustomer(sale.id(), world.customer);
            return tx;
        });
        // It is made and finalised there, and its money is never recorded.
        world.fault("drop_before_commit", "/orders");
        world.rig.online();
        io.keentill.engine.support.Eventually.until(
                "RevKeen has the invoice",
                () -> world.invoices().stream().anyMatch(i -> "keentill".equals(i.externalSource())));
        assertThat(invoices(asked())).isEmpty();
        Invoice ours = world.invoices().getFirst();
        assertThat(world.refused(ours)).contains("at a till of this shop");
    }

    @Test
    void entitlementsAreToldWithTheirAccess() throws Exception {
        grant("gold", "Gold membership");
        grant("studio", "Studio");
        world.office
                .entitlements()
                .revokeBenefit(world.customer, "studio")
                .send()
                .orThrow();
        assertThat(entitlements(asked()))
                .extracting(Entitled::name, Entitled::status, Entitled::hasAccess)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Gold membership", "active", true));
    }

    @Test
    void nobodyOwesNothingAndMayUseNothing() {
        Account account = world.rig.cloud().accountsElsewhere().ask(world.customer);
        assertThat(invoices(account)).isEmpty();
        assertThat(entitlements(account)).isEmpty();
    }

    @Test
    void aMissingPermissionHidesOnePartAndNotTheOther() {
        world.open(2500);
        String key = world.sandbox.issueKey(Set.of("invoices:read", "credit_notes:read"));
        Account account = asked(key, world.sandbox.baseUrl().toString(), new UnhurriedTime());
        assertThat(account.entitlements()).isInstanceOf(Seen.Refused.class);
        assertThat(((Seen.Refused<Entitled>) account.entitlements()).why()).isNotBlank();
        assertThat(invoices(account)).hasSize(1);
    }

    @Test
    void withoutANetworkNothingIsKnown() throws Exception {
        // Held and not listened on, so that nobody else's server is there meanwhile.
        try (SocketChannel held =
                SocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String url = "http://127.0.0.1:" + held.socket().getLocalPort() + "/v2";
            assertThat(asked(world.sandbox.key(), url, Waits.REAL)).isEqualTo(Account.UNKNOWN);
        }
    }

    @Test
    void aServerThatNeverAnswersKeepsNobodyWaiting() throws Exception {
        // Connections are taken by the system and answered by nobody.
        try (ServerSocket deaf = new ServerSocket(0)) {
            long from = System.nanoTime();
            String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/v2";
            Account account = asked(world.sandbox.key(), url, Waits.REAL);
            assertThat(account).isEqualTo(Account.UNKNOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private Account asked() {
        return world.accounts().ask(world.customer);
    }

    private Account asked(String key, String url, Waits waits) {
        try (RevKeen api = RevKeen.at(
                url, key, RevKeenOptions.builder().readRetry(RetryPolicy.once()).build())) {
            return new RemoteAccounts(api, waits, new InvoiceClaim(api, world.rig.till.ids(), waits, "Till", "till-1"))
                    .ask(world.customer);
        }
    }

    private void grant(String key, String name) throws Exception {
        world.control(
                "/benefits", "{\"benefit_key\":\"" + key + "\",\"name\":\"" + name + "\",\"benefit_type\":\"access\"}");
        world.office
                .entitlements()
                .grant(world.customer, EntitlementRequest.ofKey(key))
                .send()
                .orThrow();
    }

    private static List<OpenInvoice> invoices(Account account) {
        assertThat(account.invoices()).isInstanceOf(Seen.Told.class);
        return ((Seen.Told<OpenInvoice>) account.invoices()).items();
    }

    private static List<Entitled> entitlements(Account account) {
        assertThat(account.entitlements()).isInstanceOf(Seen.Told.class);
        return ((Seen.Told<Entitled>) account.entitlements()).items();
    }
}
