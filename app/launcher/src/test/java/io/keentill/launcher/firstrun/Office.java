package io.keentill.launcher.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.shop.Shop;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.launcher.demo.SteadyPort;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxSeed;
import io.keentill.store.StaffRecord;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A merchant's RevKeen with a catalogue of several pages, and a folder for a new till. */
final class Office implements AutoCloseable {

    static final int GOODS = 450;
    static final String PIN = "4711";

    private static final Set<String> SCOPES = Set.of(
            "products:read",
            "prices:read",
            "tax_rates:read",
            "discounts:read",
            "customers:read",
            "customers:write",
            "orders:read",
            "orders:write",
            "invoices:read",
            "invoices:write",
            "payments:read",
            "credit_notes:read",
            "credit_notes:write",
            "terminal:read",
            "terminal:write");

    final Path folder;
    private Sandbox sandbox;

    Office(Path folder) {
        this.folder = folder;
        this.sandbox = start(port());
    }

    private static int port() {
        try {
            return SteadyPort.free();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sandbox start(int port) {
        List<SandboxSeed.Product> goods = IntStream.range(0, GOODS)
                .mapToObj(i -> new SandboxSeed.Product(
                        "SKU-" + i, "Thing number " + i, 100 + i, "GBP", "vat-20", Map.of("tax_rate", "vat-20")))
                .toList();
        return Sandbox.start(SandboxConfig.of(port, folder.resolve("revkeen"))
                .withRate(0)
                .withSeed(new SandboxSeed(
                        List.of(new SandboxSeed.TaxRate("vat-20", "VAT 20%", 20, true, "GB")), goods, List.of())));
    }

    Path data() {
        return folder.resolve("till");
    }

    Person newTill() throws IOException {
        return Person.at(data(), Locale.UK);
    }

    String api() {
        return sandbox.baseUrl().toString();
    }

    /** A key with everything a till needs, but these. */
    String keyWithout(String... scopes) {
        Set<String> missing = Set.of(scopes);
        return sandbox.issueKey(
                SCOPES.stream().filter(scope -> !missing.contains(scope)).collect(Collectors.toSet()));
    }

    long orders() {
        return sandbox.stored("order");
    }

    /** From now on each page of products takes long enough for somebody to see it, on a slow machine too. */
    void slowly() throws IOException, InterruptedException {
        slowly(1500);
    }

    /** The same, and there is time for more than a glance. */
    void slowly(int millis) throws IOException, InterruptedException {
        URI control = URI.create(api().replaceFirst("/v2$", "/sandbox/next-fault"));
        String body = "{\"kind\":\"delay\",\"delay_ms\":" + millis + ",\"count\":1000,\"path_prefix\":\"/products\"}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(control)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    /** The line breaks; answers what {@link #comesBack} needs. */
    int goesAway() {
        int port = sandbox.baseUrl().getPort();
        sandbox.close();
        return port;
    }

    void comesBack(int port) {
        sandbox = start(port);
    }

    /** The first step, answered. */
    static void shop(Person person) {
        person.cursorComesTo("first-shop");
        person.write("first-shop", "Corner & Sons");
        person.write("first-till", "Front");
        person.enter();
        person.cursorComesTo("first-source-revkeen");
    }

    /** The second step, answered with a key that lacks nothing. */
    void account(Person person) {
        person.write("first-key", keyWithout());
        person.write("first-address", api());
        person.enter();
        person.cursorComesTo("first-manager");
    }

    /** The last step, answered; the catalogue begins to come in. */
    static void manager(Person person) {
        person.write("first-manager", "Bea");
        person.write("first-pin", PIN);
        person.write("first-again", PIN);
        person.enter();
    }

    /** Waits until the first of the catalogue is told to have come in. */
    static void comesIn(Person person) {
        person.until(() -> person.text("first-count").matches("\\d+ products so far"), "the first products");
    }

    /** Logs in where nothing was clicked. */
    static void logIn(Person person) {
        person.until(() -> person.sees("login"), "the log-in");
        person.cursorComesTo("login");
        person.type(PIN);
        person.enter();
        person.until(() -> person.sees("sell"), "the selling screen");
    }

    /** What a till that is set up has, and all of it. */
    void assertAllIsIn() throws StoreException, IOException {
        try (TillStore store = TillStore.openReadOnly(data())) {
            assertThat(store.<Long>read(View::countProducts)).isEqualTo(GOODS);
            assertThat(store.read(View::shop).orElseThrow().name()).isEqualTo("Corner & Sons");
            assertThat(store.<List<StaffRecord>>read(View::staff)).hasSize(1);
            assertThat(setting(store, Settings.LOCALE)).contains("en-GB");
            assertThat(setting(store, Settings.TILL_NAME)).contains("Front");
            assertThat(setting(store, Settings.API_URL)).contains(api());
            assertThat(setting(store, Settings.TRAINING)).isEmpty();
        }
        assertThat(new Secrets(data()).get(Secrets.REVKEEN_KEY)).isPresent();
    }

    /** What a till that is not set up has: nothing, or it would be half. */
    void assertNothingIsIn() throws StoreException {
        try (TillStore store = TillStore.openReadOnly(data())) {
            assertThat(store.<Long>read(View::countProducts)).isZero();
            assertThat(store.<Optional<Shop>>read(View::shop)).isEmpty();
            assertThat(store.<List<StaffRecord>>read(View::staff)).isEmpty();
            assertThat(setting(store, Settings.TILL_ID)).isEmpty();
            assertThat(setting(store, Settings.API_URL)).isEmpty();
            assertThat(setting(store, Settings.LOCALE)).isEmpty();
        }
    }

    static Optional<String> setting(TillStore store, String name) throws StoreException {
        return store.read(view -> view.setting(name));
    }

    boolean hasKey() {
        return Files.exists(data().resolve("secrets").resolve(Secrets.REVKEEN_KEY));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
