package io.keentill.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxSeed;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first run against the sandbox: the key is judged before anything is stored. */
class FirstRunTest {

    private static final int GOODS = 250;
    private static final Set<String> ALL = Set.of(
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

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private TillStore store;
    private StaffRoom staff;
    private LocalFirstRun first;

    @BeforeEach
    void open() throws Exception {
        List<SandboxSeed.Product> goods = IntStream.range(0, GOODS)
                .mapToObj(i -> new SandboxSeed.Product(
                        "SKU" + i, "Thing " + i, 100 + i, "GBP", "vat-20", Map.of("tax_rate", "vat-20")))
                .toList();
        sandbox = Sandbox.start(SandboxConfig.of(0, folder.resolve("sandbox"))
                .withRate(0)
                .withSeed(new SandboxSeed(
                        List.of(new SandboxSeed.TaxRate("vat-20", "VAT 20%", 20, true, "GB")), goods, List.of())));
        TestClock clock = TestClock.running();
        store = TillStore.open(folder.resolve("till"), clock);
        IdSource ids = new IdSource(clock, new Random(1));
        staff = new StaffRoom(store, ids, clock, new Random(2));
        first = new LocalFirstRun(
                store,
                new Secrets(folder.resolve("till")),
                ids,
                staff,
                RevKeenOptions.defaults(),
                currency -> new Training.Place(sandbox.baseUrl(), sandbox.key()));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        sandbox.close();
    }

    private KeyCheck.Result check(String key) {
        return first.check(sandbox.baseUrl().toString(), key);
    }

    private FirstRun.Wish wish(FirstRun.Source source) {
        return new FirstRun.Wish(
                source,
                new Shop("Corner", List.of("1 Mill Lane"), "", TestTill.GBP, CashRounding.NONE, List.of()),
                "Front",
                Locale.UK,
                new TillSetup.Person("Bea", Role.MANAGER, "4711"));
    }

    private FirstRun.Source account() {
        return new FirstRun.Source.Account(sandbox.baseUrl(), sandbox.key());
    }

    private java.util.Optional<String> setting(String name) throws Exception {
        return store.read(view -> view.setting(name));
    }

    @Test
    void aKeyWithEverythingATillNeedsLacksNothing() {
        assertThat(check(sandbox.issueKey(ALL)))
                .isEqualTo(new KeyCheck.Result.Taken(KeyCheck.Environment.TEST, List.of()));
    }

    @Test
    void eachMissingScopeIsNamedAndNothingChangesByAsking() {
        long before = sandbox.stored("order") + sandbox.stored("customer");
        for (String scope : ALL) {
            Set<String> others = new java.util.HashSet<>(ALL);
            others.remove(scope);
            assertThat(check(sandbox.issueKey(others)))
                    .isInstanceOfSatisfying(
                            KeyCheck.Result.Taken.class,
                            taken -> assertThat(taken.missing()).containsExactly(scope));
        }
        assertThat(sandbox.stored("order") + sandbox.stored("customer")).isEqualTo(before);
    }

    @Test
    void aWrongKeyAndAWrongPlaceAreToldApart() {
        assertThat(check("rk_sandbox_nosuchkey"))
                .isInstanceOfSatisfying(
                        KeyCheck.Result.Refused.class,
                        no -> assertThat(no.message())
                                .contains("refuses this key")
                                .doesNotContain("nosuchkey"));
        assertThat(first.check("http://127.0.0.1:9/v2", sandbox.key()))
                .isInstanceOfSatisfying(
                        KeyCheck.Result.Refused.class,
                        no -> assertThat(no.message()).contains("cannot be reached"));
        assertThat(first.check(KeyCheck.LIVE, "rk_sandbox_x"))
                .isInstanceOfSatisfying(
                        KeyCheck.Result.Refused.class,
                        no -> assertThat(no.message()).contains("test mode"));
        assertThat(KeyCheck.usualAddress("rk_live_x")).isEqualTo(KeyCheck.LIVE);
    }

    @Test
    void afterItTheManagerLogsInAndTheKeyIsNoSetting() throws Exception {
        assertThat(LocalFirstRun.isNeeded(store)).isTrue();
        java.util.List<Integer> seen = new java.util.ArrayList<>();
        DownloadWatch watch = new DownloadWatch() {
            @Override
            public void progress(int products) {
                seen.add(products);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertThat(first.finish(wish(account()), watch)).isEqualTo(new FirstRun.Result.Ready(GOODS, List.of()));
        assertThat(seen).containsExactly(100, 200, GOODS);
        assertThat(LocalFirstRun.isNeeded(store)).isFalse();
        assertThat(staff.login("4711")).isInstanceOf(LoginResult.LoggedIn.class);
        assertThat(setting(Settings.LOCALE)).contains("en-GB");
        assertThat(setting(Settings.TRAINING)).isEmpty();
        for (Path file : List.of(folder.resolve("till").resolve("secrets").resolve(Secrets.REVKEEN_KEY))) {
            assertThat(Files.readString(file)).isEqualTo(sandbox.key());
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    @Test
    void stoppedItHasStoredNothing() throws Exception {
        DownloadWatch stop = new DownloadWatch() {
            private boolean begun;

            @Override
            public void progress(int products) {
                begun = true;
            }

            @Override
            public boolean cancelled() {
                return begun;
            }
        };
        assertThat(first.finish(wish(account()), stop)).isEqualTo(new FirstRun.Result.Cancelled());
        assertThat(LocalFirstRun.isNeeded(store)).isTrue();
        assertThat(store.<Long>read(View::countProducts)).isZero();
        assertThat(folder.resolve("till").resolve("secrets").resolve(Secrets.REVKEEN_KEY))
                .doesNotExist();
        FirstRun.Source gone = new FirstRun.Source.Account(URI.create("http://127.0.0.1:9/v2"), sandbox.key());
        assertThat(first.finish(wish(gone), DownloadWatch.NONE)).isInstanceOf(FirstRun.Result.NotReady.class);
        assertThat(LocalFirstRun.isNeeded(store)).isTrue();
    }

    /** A kill between two commits would leave half a till: a catalogue without a shop, or training that nobody sees. */
    @Test
    void allOfItIsOneCommit() throws Exception {
        long before = store.commits();
        assertThat(first.finish(wish(new FirstRun.Source.Practice()), DownloadWatch.NONE))
                .isInstanceOf(FirstRun.Result.Ready.class);
        assertThat(store.commits() - before).isEqualTo(1);
    }

    @Test
    void aKeyIsNotKeptWhereTheRestCannotBe() {
        DownloadWatch fails = new DownloadWatch() {
            @Override
            public void progress(int products) {
                // Nobody looks.
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void storing() {
                try {
                    store.close();
                } catch (io.keentill.store.StoreException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        assertThat(first.finish(wish(account()), fails)).isInstanceOf(FirstRun.Result.NotReady.class);
        assertThat(folder.resolve("till").resolve("secrets").resolve(Secrets.REVKEEN_KEY))
                .doesNotExist();
    }

    @Test
    void aStopAfterTheLastPageStillStops() throws Exception {
        DownloadWatch late = new DownloadWatch() {
            private boolean all;

            @Override
            public void progress(int products) {
                all = products == GOODS;
            }

            @Override
            public boolean cancelled() {
                return all;
            }
        };
        assertThat(first.finish(wish(account()), late)).isEqualTo(new FirstRun.Result.Cancelled());
        assertThat(LocalFirstRun.isNeeded(store)).isTrue();
    }

    @Test
    void aLineThatBreaksWhileAKeyIsLookedAtIsNoKeyThatLacksNothing() throws Exception {
        fault("{\"kind\":\"drop_before_commit\",\"method\":\"PATCH\",\"path_prefix\":\"/customers\"}");
        assertThat(check(sandbox.issueKey(ALL)))
                .isInstanceOfSatisfying(
                        KeyCheck.Result.Refused.class,
                        no -> assertThat(no.message()).contains("cannot be reached"));
    }

    @Test
    void aServerThatIsNoRevKeenIsFoundOut() {
        String elsewhere = sandbox.baseUrl().resolve("/v3").toString();
        assertThat(first.check(elsewhere, sandbox.key()))
                .isInstanceOfSatisfying(
                        KeyCheck.Result.Refused.class,
                        no -> assertThat(no.message()).contains("There is no RevKeen at " + elsewhere));
    }

    @Test
    void whatTheCatalogueNeedsIsToldApartFromWhatCanWait() {
        Set<String> few = new java.util.HashSet<>(ALL);
        few.removeAll(Set.of("products:read", "terminal:write"));
        assertThat(check(sandbox.issueKey(few))).isInstanceOfSatisfying(KeyCheck.Result.Taken.class, taken -> {
            assertThat(taken.missing()).containsExactly("products:read", "terminal:write");
            assertThat(taken.needed()).containsExactly("products:read");
        });
    }

    @Test
    void aCatalogueWithoutAPriceInTheShopsCurrencyIsNotTaken() throws Exception {
        FirstRun.Wish pounds = wish(account());
        Shop euros =
                new Shop("Corner", List.of(), "", java.util.Currency.getInstance("EUR"), CashRounding.NONE, List.of());
        FirstRun.Wish wrong =
                new FirstRun.Wish(pounds.source(), euros, pounds.tillName(), pounds.locale(), pounds.manager());
        assertThat(first.finish(wrong, DownloadWatch.NONE))
                .isInstanceOfSatisfying(
                        FirstRun.Result.NotReady.class,
                        no -> assertThat(no.message()).contains("prices are in GBP, this shop's currency is EUR"));
        assertThat(LocalFirstRun.isNeeded(store)).isTrue();
        assertThat(first.finish(pounds, DownloadWatch.NONE)).isEqualTo(new FirstRun.Result.Ready(GOODS, List.of()));
        assertThat(store.read(View::shop).orElseThrow().currency()).isEqualTo(TestTill.GBP);
    }

    /** The product's own price is in pounds, but there is one in euros: it is sold for that. */
    @Test
    void pricesComeInWithTheCatalogue() throws Exception {
        String product;
        try (io.keentill.revkeen.RevKeen api =
                io.keentill.revkeen.RevKeen.at(sandbox.baseUrl().toString(), sandbox.key())) {
            product = api.products()
                    .list(null)
                    .pageSize(1)
                    .firstPage()
                    .orThrow()
                    .items()
                    .getFirst()
                    .id();
            post(
                    "/v2/prices",
                    "{\"product_id\":\"" + product
                            + "\",\"currency\":\"EUR\",\"unit_amount\":777,\"type\":\"one_time\",\"pricing_model\":\"fixed\"}");
        }
        FirstRun.Wish pounds = wish(account());
        Shop euros =
                new Shop("Corner", List.of(), "", java.util.Currency.getInstance("EUR"), CashRounding.NONE, List.of());
        FirstRun.Result result = first.finish(
                new FirstRun.Wish(pounds.source(), euros, pounds.tillName(), pounds.locale(), pounds.manager()),
                DownloadWatch.NONE);
        assertThat(result).isInstanceOfSatisfying(FirstRun.Result.Ready.class, ready -> {
            assertThat(ready.products()).isEqualTo(1);
            assertThat(ready.leftOut()).hasSize(GOODS - 1).allSatisfy(line -> {
                assertThat(line).contains("no price in EUR");
                assertThat(line.values().getLast())
                        .as("said in the installer's language")
                        .isInstanceOfSatisfying(
                                Sentence.class,
                                why -> assertThat(why.isQuoted()).isFalse());
            });
        });
    }

    /** Sold without tax it would be wrong on every receipt; sold with another rate no less. */
    @Test
    void aTaxRateThatCannotBeTakenOverStaysOutWithItsProductsAndAllElseComesIn() throws Exception {
        post(
                "/v2/tax-rates",
                "{\"display_name\":\"City tax\",\"percentage\":8.87512,\"inclusive\":true,\"metadata\":{\"key\":\"city\"}}");
        String cheese = "{\"product_id\":\"CHEESE\",\"name\":\"Cheese\",\"amount_minor\":500,\"currency\":\"GBP\","
                + "\"kind\":\"one_time\",\"pricing_model\":\"one_time\",\"metadata\":{\"tax_rate\":\"city\"}}";
        post("/v2/products", cheese);
        assertThat(first.finish(wish(account()), DownloadWatch.NONE))
                .isInstanceOfSatisfying(FirstRun.Result.Ready.class, ready -> {
                    assertThat(ready.products()).isEqualTo(GOODS);
                    assertThat(ready.leftOut())
                            .satisfiesExactly(
                                    rate -> assertThat(rate)
                                            .contains("city City tax")
                                            .contains("at most four decimals: 8.87512"),
                                    product -> assertThat(product)
                                            .contains("CHEESE Cheese")
                                            .contains("tax rate \"city\"")
                                            .contains("8.87512"));
                });
        assertThat(store.<Boolean>read(view -> view.productByCode("CHEESE").isPresent()))
                .isFalse();
        assertThat(store.read(view -> view.productByCode("SKU0"))
                        .orElseThrow()
                        .tax()
                        .id())
                .isEqualTo("vat-20");
        assertThat(store.<Boolean>read(view ->
                        view.taxRates().stream().anyMatch(rate -> rate.id().equals("city"))))
                .isFalse();
    }

    private void fault(String body) throws Exception {
        post("/sandbox/next-fault", body);
    }

    private void post(String path, String body) throws Exception {
        java.net.HttpURLConnection call = (java.net.HttpURLConnection)
                sandbox.baseUrl().resolve(path).toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/json");
        call.setRequestProperty("x-api-key", sandbox.key());
        call.getOutputStream().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(call.getResponseCode()).as(() -> path + ": " + body).isBetween(200, 299);
    }

    @Test
    void aTillThatTrainsSaysSoInItsSettings() throws Exception {
        assertThat(first.finish(wish(new FirstRun.Source.Practice()), DownloadWatch.NONE))
                .isInstanceOf(FirstRun.Result.Ready.class);
        assertThat(setting(Settings.TRAINING)).contains("true");
        assertThat(first.pinProblem("4711"))
                .hasValueSatisfying(why -> assertThat(why).contains("already"));
        assertThat(first.pinProblem("12")).isPresent();
    }
}
