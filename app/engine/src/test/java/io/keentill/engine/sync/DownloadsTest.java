package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.refund.MoneyElsewhere;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.creditnotes.CreditMethod;
import io.keentill.revkeen.creditnotes.CreditNoteRequest;
import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.discounts.DiscountRequest;
import io.keentill.revkeen.discounts.DiscountType;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.prices.PriceRequest;
import io.keentill.revkeen.products.Product;
import io.keentill.revkeen.products.ProductChanges;
import io.keentill.revkeen.products.ProductKind;
import io.keentill.revkeen.products.ProductPricing;
import io.keentill.revkeen.products.ProductRequest;
import io.keentill.sandbox.SandboxSeed;
import io.keentill.store.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the till follows at RevKeen in the background. */
class DownloadsTest {

    private SandboxRig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new SandboxRig(
                folder,
                new SandboxSeed(
                        List.of(new SandboxSeed.TaxRate("vat-20", "VAT", 20, true, "GB")),
                        List.of(
                                new SandboxSeed.Product(
                                        "TEA", "Tea", 250, "GBP", "vat-20", Map.of("barcode", "5000000000012")),
                                new SandboxSeed.Product("CAKE", "Cake", 400, "USD", "vat-20", Map.of())),
                        List.of(new SandboxSeed.Customer("zoe@example.com", "Zoë Müller", Map.of()))));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void everythingComesByItselfAndChangesFollow() throws Exception {
        rig.office
                .discounts()
                .create(DiscountRequest.of("SPRING", "Spring", DiscountType.PERCENTAGE, new BigDecimal("10")))
                .send()
                .orThrow();
        rig.online(rig.sandbox.key());
        Eventually.until("tea", () -> price("TEA") == 250);
        Eventually.until("customer", () -> !customers("mull zo").isEmpty());
        Eventually.until("code", () -> discount("spring") instanceof CodeDiscounts.Found.Usable);
        Eventually.until(
                "device",
                () -> !rig.store.read(view -> view.remotes("device", 9)).isEmpty());

        Product tea = product("TEA");
        rig.office
                .products()
                .update(tea.id(), ProductChanges.none().withAmountMinor(275L).withName("Green tea"))
                .send()
                .orThrow();
        rig.office
                .customers()
                .create(CustomerRequest.of("max@example.com").withName("Max"))
                .send()
                .orThrow();
        again("new price", () -> price("TEA") == 275);
        again("new customer", () -> !customers("max").isEmpty());
        assertThat(rig.store
                        .read(view -> view.productByCode("5000000000012"))
                        .orElseThrow()
                        .name())
                .isEqualTo("Green tea");
    }

    @Test
    void whatCannotBeTakenIsNamedAsLongAsThatIsSo() throws Exception {
        rig.office
                .products()
                .create(ProductRequest.of("ODD", "Odd", ProductKind.ONE_TIME, ProductPricing.ONE_TIME, 100)
                        .withCurrency("GBP")
                        .withMetadata(Map.of("tax_rate", "no-such-rate")))
                .send()
                .orThrow();
        rig.online(rig.sandbox.key());
        Eventually.until("left out", () -> leftOut().size() >= 2);
        assertThat(leftOut())
                .anyMatch(s -> s.contains("ODD") && s.contains("no-such-rate"))
                .anyMatch(s -> s.contains("CAKE") && s.contains("no price in GBP"));
        assertThat(price("TEA")).isEqualTo(250);

        // A price in the shop's currency makes the cake sellable; a till's own price goes before the product's.
        rig.office
                .prices()
                .create(PriceRequest.of(product("CAKE").id(), "gbp").withUnitAmount(333L))
                .send()
                .orThrow();
        rig.office
                .prices()
                .create(PriceRequest.of(product("TEA").id(), "gbp")
                        .withUnitAmount(199L)
                        .withLookupKey("till-tea"))
                .send()
                .orThrow();
        again("cake", () -> price("CAKE") == 333);
        again("the till's own price", () -> price("TEA") == 199);
        again("not named any more", () -> leftOut().stream().noneMatch(s -> s.contains("CAKE")));
    }

    @Test
    void aListIsReadOnFromWhereItStopped() throws Exception {
        for (int i = 0; i < 120; i++) {
            rig.office
                    .customers()
                    .create(CustomerRequest.of("c" + i + "@example.com").withName("C" + i))
                    .send()
                    .orThrow();
        }
        assertThat(customersFeed().step().finished()).isFalse();
        assertThat(all()).hasSize(100);
        // The program ends and starts again here.
        assertThat(customersFeed().step().finished()).isTrue();
        assertThat(all()).hasSize(121);
    }

    @Test
    void aMissingPermissionIsNamedAndTheRestComes() throws Exception {
        rig.online(rig.sandbox.issueKey(
                Set.of("products:read", "tax_rates:read", "terminal:read", "prices:read", "payments:read")));
        Eventually.until("tea", () -> price("TEA") == 250);
        Eventually.until("named", () -> leftOut().stream().anyMatch(s -> s.startsWith("customers: all: ")));
    }

    @Test
    void moneyThatGoesBackElsewhereIsKnown() throws Exception {
        Order sale =
                rig.sold(Order.open(rig.ids.next(), rig.ids.reference(), TestTill.GBP, TestTill.CLERK, Instant.now())
                        .plusLine(new OrderLine(
                                rig.ids.next(),
                                "p",
                                null,
                                "TEA",
                                "Tea",
                                TestTill.pounds(250),
                                Quantity.of(2),
                                TestTill.VAT,
                                null)));
        rig.online(rig.sandbox.key());
        rig.drained();
        assertThat(rig.cloud.moneyElsewhere().ask(sale)).isInstanceOf(MoneyElsewhere.Answer.Heard.class);
        assertThat(elsewhere(sale)).isZero();
        String invoice =
                rig.store.read(view -> view.outboxOf(sale.id())).getFirst().remoteId();
        rig.office.invoices().refund(invoice, 120L, "dashboard").send().orThrow();
        again("known", () -> elsewhere(sale) == 120);
        rig.office.invoices().refund(invoice, 30L, "again").send().orThrow();
        assertThat(rig.cloud.moneyElsewhere().ask(sale)).isInstanceOf(MoneyElsewhere.Answer.Heard.class);
        assertThat(elsewhere(sale)).isEqualTo(150);
        rig.office
                .creditNotes()
                .create(CreditNoteRequest.of(invoice, 200).withCreditMethod(CreditMethod.EXTERNAL))
                .send()
                .orThrow();
        again("credited on another till", () -> elsewhere(sale) == 350);
        rig.offline();
        assertThat(elsewhere(sale)).isEqualTo(350);
    }

    private long elsewhere(Order sale) throws Exception {
        return rig.store.read(view -> BackElsewhere.known(view, sale)).total().minor();
    }

    @Test
    void theInvoiceIsTheirsWhereACustomerIsOnTheSale() throws Exception {
        rig.online(rig.sandbox.key());
        Eventually.until("customer", () -> !customers("zoe").isEmpty());
        String zoe = customers("zoe").getFirst().id();
        Order open = Order.open(rig.ids.next(), rig.ids.reference(), TestTill.GBP, TestTill.CLERK, Instant.now())
                .plusLine(new OrderLine(
                        rig.ids.next(),
                        "p",
                        null,
                        "TEA",
                        "Tea",
                        TestTill.pounds(250),
                        Quantity.ONE,
                        TestTill.VAT,
                        null));
        rig.store.write(tx -> {
            tx.saveOrder(open);
            return tx;
        });
        SaleCustomers onSale = new SaleCustomers(rig.store);
        assertThat(onSale.put(open.id(), "nobody", "ann")).isPresent();
        assertThat(onSale.put(open.id(), zoe, "ann")).isEmpty();
        assertThat(onSale.of(open.id()))
                .get()
                .extracting(RemoteCustomers.Entry::name)
                .isEqualTo("Zoë Müller");
        rig.sold(open);
        assertThat(onSale.put(open.id(), null, "ann")).as("too late").isPresent();
        rig.drained();
        String invoice =
                rig.store.read(view -> view.outboxOf(open.id())).getFirst().remoteId();
        assertThat(rig.office.invoices().get(invoice).orThrow().customerUuid()).isEqualTo(zoe);
        assertThat(rig.office
                        .orders()
                        .list(OrderQuery.any())
                        .all(9)
                        .orThrow()
                        .getFirst()
                        .customerId())
                .isEqualTo(zoe);
        assertThat(rig.office.customers().list("walk-in").all(9).orThrow())
                .as("nobody without a name was needed")
                .isEmpty();
    }

    /** More and more seldom: who asks before all has been read has it begin anew, and the last things never come. */
    private void again(String what, java.util.concurrent.Callable<Boolean> condition) throws Exception {
        long[] next = {System.nanoTime()};
        Duration[] pause = {Duration.ofMillis(500)};
        Eventually.until(what, () -> {
            if (System.nanoTime() - next[0] >= 0) {
                next[0] = System.nanoTime() + pause[0].toNanos();
                pause[0] = pause[0].multipliedBy(2);
                rig.cloud.downloadNow();
            }
            return condition.call();
        });
    }

    private Feed customersFeed() {
        return Feeds.all(rig.store, rig.office, rig.ids, InstantSource.system()).stream()
                .filter(feed -> feed.name().equals("customers"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> all() throws Exception {
        return new ArrayList<>(rig.store.read(view -> view.remotes("customer", 1_000)).stream()
                .map(one -> one.id())
                .toList());
    }

    private long price(String sku) throws Exception {
        return rig.store
                .read(view -> view.productByCode(sku))
                .map(p -> p.price().minor())
                .orElse(-1L);
    }

    private List<RemoteCustomers.Entry> customers(String typed) throws Exception {
        return rig.store.read(view -> RemoteCustomers.search(view, typed, 9));
    }

    private CodeDiscounts.Found discount(String code) throws Exception {
        return rig.store.read(view -> CodeDiscounts.find(view, code, TestTill.GBP, Instant.now()));
    }

    private List<String> leftOut() throws Exception {
        return rig.store.read((View view) -> LeftOut.all(view)).stream()
                .map(Sentence::toString)
                .toList();
    }

    private Product product(String sku) {
        return rig.office.products().list(null).all(100).orThrow().stream()
                .filter(p -> p.productId().equals(sku))
                .findFirst()
                .orElseThrow();
    }
}
