package io.keentill.revkeen.contract;

import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoicePayment;
import io.keentill.revkeen.invoices.InvoiceUpsert;
import io.keentill.revkeen.invoices.OfflineMethod;
import io.keentill.revkeen.orders.Order;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
import io.keentill.revkeen.products.Product;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxSeed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A sandbox with a small shop in it, and a client with a key for everything. Its methods make one fresh object each, with
 * the client's own calls, so that no case depends on another.
 */
final class World implements AutoCloseable {
    private static final SandboxSeed SEED = new SandboxSeed(
            List.of(new SandboxSeed.TaxRate("standard", "VAT 20%", 20, true, "GB")),
            List.of(new SandboxSeed.Product(
                    "MUG-1", "Mug", 899, "GBP", "standard", Map.of("barcode", "5000000000029"))),
            List.of(new SandboxSeed.Customer("walk-in@shop.example", "Walk-in", Map.of())));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T09:00:00Z"));
    private final AtomicInteger count = new AtomicInteger();
    private final Sandbox sandbox;
    private final RevKeen client;
    private final Controls controls;
    private Terminal terminal;

    World(Path directory) {
        InstantSource clock = now::get;
        sandbox = Sandbox.start(
                SandboxConfig.of(0, directory).withSeed(SEED).withClock(clock).withRate(0));
        controls = new Controls(sandbox);
        client = RevKeen.at(sandbox.baseUrl().toString(), sandbox.key());
    }

    /** With a key that may do everything. */
    RevKeen client() {
        return client;
    }

    /** The server, with its own Java controls. */
    Sandbox sandbox() {
        return sandbox;
    }

    /** What the sandbox does when it is told to, beside the API. */
    Controls controls() {
        return controls;
    }

    /** The sandbox's time. */
    Instant now() {
        return now.get();
    }

    /** Moves the sandbox's time on and lets it do what is due. */
    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        sandbox.tick();
    }

    /** A word that was not used before, for what must be unique. */
    String fresh(String word) {
        return word + "-" + count.incrementAndGet();
    }

    /** A product with a price. */
    Product product() {
        return client.products().list(null).firstPage().orThrow().items().getFirst();
    }

    /** A new customer. */
    Customer customer() {
        return client.customers()
                .create(CustomerRequest.of(fresh("person") + "@shop.example").withName("Ada"))
                .send()
                .orThrow();
    }

    /** A new unpaid order over two pieces at 1.50 GBP. */
    Order order() {
        return client.orders()
                .create(OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea", 2, 150))))
                .send()
                .orThrow();
    }

    /** The same for a customer. */
    Order order(Customer customer) {
        return client.orders()
                .create(OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea", 2, 150)))
                        .withCustomerId(customer.id()))
                .send()
                .orThrow();
    }

    /** A new draft over 3.60 GBP, of a new customer. */
    Invoice draft() {
        InvoiceUpsert upsert = InvoiceUpsert.of(
                customer().id(),
                "GBP",
                360,
                List.of(InvoiceLineRequest.of("Tea", 180).withQuantity(2L)));
        return client.invoices()
                .upsertExternal("contract", fresh("sale"), upsert)
                .send()
                .orThrow()
                .value();
    }

    /** A new finalized invoice over 3.60 GBP, unpaid. */
    Invoice openInvoice() {
        return client.invoices().finalizeDraft(draft().id(), false).send().orThrow();
    }

    /** A new invoice over 3.60 GBP, paid in cash. */
    Invoice paidInvoice() {
        return client.invoices()
                .pay(openInvoice().id(), InvoicePayment.of(OfflineMethod.CASH))
                .send()
                .orThrow();
    }

    /** The shop's terminal, paired and online. */
    Terminal terminal() {
        if (terminal == null) {
            terminal = new Terminal(client);
        }
        return terminal;
    }

    @Override
    public void close() {
        if (terminal != null) {
            terminal.close();
        }
        client.close();
        sandbox.close();
    }
}
