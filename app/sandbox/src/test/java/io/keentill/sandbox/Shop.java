package io.keentill.sandbox;

import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A sandbox with a small shop in it, on a clock of its own, without a rate limit unless asked for. */
final class Shop implements AutoCloseable {
    static final SandboxSeed SEED = new SandboxSeed(
            List.of(
                    new SandboxSeed.TaxRate("standard", "VAT 20%", 20, true, "GB"),
                    new SandboxSeed.TaxRate("zero", "VAT 0%", 0, true, "GB")),
            List.of(
                    new SandboxSeed.Product(
                            "TEA-1",
                            "Tea",
                            350,
                            "GBP",
                            "zero",
                            Map.of("barcode", "5000000000012", "category", "Drinks")),
                    new SandboxSeed.Product(
                            "MUG-1", "Mug", 899, "GBP", "standard", Map.of("barcode", "5000000000029"))),
            List.of(new SandboxSeed.Customer("walk-in@shop.test", "Walk-in", Map.of())));

    final TestClock clock = new TestClock();
    final SandboxConfig config;
    Sandbox sandbox;
    Client api;
    Client admin;

    Shop(Path directory) {
        this(directory, 0);
    }

    Shop(Path directory, int rate) {
        config = SandboxConfig.of(0, directory).withSeed(SEED).withClock(clock).withRate(rate);
        start(config);
    }

    private void start(SandboxConfig how) {
        sandbox = Sandbox.start(how);
        api = new Client(sandbox.baseUrl(), sandbox.key());
        admin = new Client(sandbox.adminUrl(), null);
    }

    /** Stops it and starts it again on the same port and directory. */
    void restart() {
        int port = sandbox.baseUrl().getPort();
        sandbox.close();
        start(config.withPort(port));
    }

    String customer() {
        return Json.need(api.get("/customers").json().get("data").get(0), "id");
    }

    /** An open invoice over {@code total} pence. */
    String openInvoice(long total) {
        String body = "{'customer_uuid':'%s','total_minor':%d,'currency':'GBP'}".formatted(customer(), total);
        String id = api.post("/invoices", body).id();
        api.post("/invoices/" + id + "/finalize", "");
        return id;
    }

    /** An order over {@code total} pence on an invoice. */
    String orderOn(String invoice, long total) {
        String body = "{'currency':'GBP','invoice_id':'%s','line_items':[{'description':'Tea','unit_price':%d}]}"
                .formatted(invoice, total);
        return api.post("/orders", body).id();
    }

    String status(String path) {
        var json = api.get(path).json();
        return Json.need(json.has("data") ? json.get("data") : json, "status");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
