package io.keentill.engine.setup;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.IdSource;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.prices.Price;
import io.keentill.revkeen.prices.PriceQuery;
import io.keentill.revkeen.products.Product;
import io.keentill.revkeen.taxrates.TaxRate;
import io.keentill.revkeen.taxrates.TaxRateQuery;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sets a till up without its screen: checks the key, keeps it, brings the catalogue in, and takes on the first staff. Run
 * again it changes what is named and keeps the rest; nothing is stored before RevKeen has accepted the key.
 */
public final class TillSetup {

    private final TillStore store;
    private final Secrets secrets;
    private final IdSource ids;
    private final StaffRoom staff;

    /** Sets up the till of {@code store}. */
    public TillSetup(TillStore store, Secrets secrets, IdSource ids, StaffRoom staff) {
        this.store = store;
        this.secrets = secrets;
        this.ids = ids;
        this.staff = staff;
    }

    /**
     * What to set up.
     *
     * @param api RevKeen's base URL
     * @param key its API key; stored outside the database
     * @param terminal address of the terminal, already checked; null leaves it as it is
     * @param printer address of the receipt printer, already checked; null leaves it as it is
     * @param tillName what this till is called; null leaves it as it is
     * @param shop who sells; only used where none is set up yet, or nobody works here yet
     * @param people first staff; only used where nobody works here yet
     */
    public record Request(
            URI api,
            String key,
            @Nullable String terminal,
            @Nullable String printer,
            @Nullable String tillName,
            Shop shop,
            List<Person> people) {

        /** Copies the list. */
        public Request {
            people = List.copyOf(people);
        }
    }

    /** Somebody to take on. */
    public record Person(String name, Role role, String pin) {}

    /** How it went. */
    public sealed interface Result {
        /** Ready to sell. */
        record Ready(String tillId, int products, List<Sentence> leftOut, boolean staffAdded) implements Result {}

        /** Not set up; nothing was changed. The message says what to do. */
        record NotReady(Sentence message) implements Result {}

        /** Stopped by the watch; nothing was changed. */
        record Cancelled() implements Result {}
    }

    /** Checks, then stores. */
    public Result run(Request request) throws StoreException, IOException {
        return run(request, DownloadWatch.NONE, tx -> {});
    }

    /**
     * The same with somebody who follows the download and may stop it.
     *
     * @param more is stored with all the rest: whatever happens meanwhile, there is all of it or nothing
     * @throws IllegalArgumentException if a PIN is not allowed; the message says why, and nothing is stored
     */
    public Result run(Request request, DownloadWatch watch, Consumer<Tx> more) throws StoreException, IOException {
        List<StaffRoom.Newcomer> first = staff.isEmpty() ? newcomers(request.people()) : List.of();
        try (RevKeen revKeen = RevKeen.at(request.api().toString(), request.key())) {
            Fetched<TaxRate> rates = Fetched.all(revKeen.taxRates().list(TaxRateQuery.any()), watch, count -> {});
            if (!(rates instanceof Fetched.All<TaxRate>(List<TaxRate> taxes, List<String> oddTaxes))) {
                return stopped(request, rates);
            }
            Fetched<Product> products = Fetched.all(revKeen.products().list(null), watch, watch::progress);
            if (!(products instanceof Fetched.All<Product>(List<Product> goods, List<String> oddProducts))) {
                return stopped(request, products);
            }
            Fetched<Price> prices =
                    withoutScope(Fetched.all(revKeen.prices().list(PriceQuery.any()), watch, count -> {}));
            if (!(prices instanceof Fetched.All<Price>(List<Price> asked, List<String> oddPrices))) {
                return stopped(request, prices);
            }
            if (watch.cancelled()) {
                return new Result.Cancelled();
            }
            List<String> unreadable = Stream.of(oddTaxes, oddPrices, oddProducts)
                    .flatMap(List::stream)
                    .toList();
            Catalogue catalogue = new Catalogue(taxes, asked, goods, unreadable);
            Optional<Sentence> nothing = catalogue.nothingIn(currency(request));
            if (nothing.isPresent()) {
                return new Result.NotReady(nothing.get());
            }
            watch.storing();
            return keep(request, catalogue, first, more);
        }
    }

    /** What came from RevKeen; {@code unreadable} has a sentence for each part that had to be left out. */
    private record Catalogue(List<TaxRate> rates, List<Price> prices, List<Product> products, List<String> unreadable) {

        /** A catalogue without one price in the shop's currency: a till of it would have nothing to sell, for good. */
        Optional<Sentence> nothingIn(String currency) {
            List<String> all = Stream.concat(
                            products.stream().map(Product::currency),
                            prices.stream().map(Price::currency))
                    .filter(one -> !one.isBlank())
                    .map(one -> one.toUpperCase(Locale.ROOT))
                    .distinct()
                    .sorted()
                    .toList();
            return all.isEmpty() || all.contains(currency)
                    ? Optional.empty()
                    : Optional.of(Sentence.of(
                            "setup.no-price-in-this-currency",
                            "RevKeen's prices are in {0}, this shop's currency is {1}: there would be nothing to sell. Set"
                                    + " the shop up in {0}, or add prices in {1} in RevKeen.",
                            String.join(", ", all),
                            currency));
        }
    }

    /** What a till may do without prices of their own is told with the scopes that its key lacks. */
    private static Fetched<Price> withoutScope(Fetched<Price> prices) {
        boolean lacks = prices instanceof Fetched.Failed<Price>(ApiResult<?> why)
                && why instanceof ApiResult.Refused<?> no
                && no.error() instanceof ApiError.PermissionDenied;
        return lacks ? new Fetched.All<>(List.of(), List.of()) : prices;
    }

    /** Whoever sells here already keeps the currency. */
    private String currency(Request request) throws StoreException {
        Optional<Shop> known = staff.isEmpty() ? Optional.empty() : store.read(View::shop);
        return known.orElse(request.shop()).currency().getCurrencyCode();
    }

    private List<StaffRoom.Newcomer> newcomers(List<Person> people) {
        if (people.stream().map(Person::pin).distinct().count() < people.size()) {
            throw new IllegalArgumentException("Two people have the same PIN: give each one of their own.");
        }
        return people.stream()
                .map(one -> staff.newcomer(one.name(), one.role(), one.pin()))
                .toList();
    }

    private static Result stopped(Request request, Fetched<?> fetched) {
        return fetched instanceof Fetched.Failed<?>(ApiResult<?> why)
                ? new Result.NotReady(why(request.api(), why))
                : new Result.Cancelled();
    }

    /** The key first: one without a till is written over by the next run, a till without its key would say so to clerks. */
    private Result keep(Request request, Catalogue catalogue, List<StaffRoom.Newcomer> first, Consumer<Tx> more)
            throws StoreException, IOException {
        Optional<String> before = secrets.get(Secrets.REVKEEN_KEY);
        secrets.put(Secrets.REVKEEN_KEY, request.key());
        boolean kept = false;
        try {
            Result result = store.write(tx -> keep(tx, request, catalogue, first, more));
            kept = true;
            return result;
        } finally {
            if (!kept) {
                takeBack(before);
            }
        }
    }

    private void takeBack(Optional<String> before) throws IOException {
        if (before.isPresent()) {
            secrets.put(Secrets.REVKEEN_KEY, before.get());
        } else {
            secrets.remove(Secrets.REVKEEN_KEY);
        }
    }

    private Result keep(
            Tx tx, Request request, Catalogue catalogue, List<StaffRoom.Newcomer> first, Consumer<Tx> more) {
        String id = tx.setting(Settings.TILL_ID).orElseGet(ids::next);
        tx.putSetting(Settings.TILL_ID, id);
        tx.putSetting(Settings.API_URL, request.api().toString());
        put(tx, Settings.TERMINAL, request.terminal());
        put(tx, Settings.PRINTER, request.printer());
        put(tx, Settings.TILL_NAME, request.tillName());
        boolean nobody = tx.staff().isEmpty();
        if (nobody || tx.shop().isEmpty()) {
            tx.saveShop(request.shop());
        }
        more.accept(tx);
        tx.appendJournal("till.set_up", "setup", id, "{}");
        CatalogueDownload.Report report =
                new CatalogueDownload(ids).take(tx, catalogue.rates(), catalogue.prices(), catalogue.products());
        if (nobody) {
            first.forEach(one -> staff.take(tx, one));
        }
        return new Result.Ready(
                id,
                report.products(),
                Stream.concat(catalogue.unreadable().stream().map(WhyNot::unreadable), report.leftOut().stream())
                        .toList(),
                nobody && !first.isEmpty());
    }

    private static void put(Tx tx, String key, @Nullable String value) {
        if (value != null) {
            tx.putSetting(key, value);
        }
    }

    static Sentence why(URI api, ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Refused<?> no
            when no.error() instanceof ApiError.Unauthenticated ->
                Sentence.of(
                        "setup.revkeen-at-refuses-this-key-copy",
                        "RevKeen at {0} refuses this key ({1}). Copy it again from Settings > API Keys,"
                                + " for the right environment.",
                        api,
                        ApiWords.said(no.error()));
            case ApiResult.Refused<?> no
            when no.error() instanceof ApiError.PermissionDenied ->
                Sentence.of(
                        "setup.the-key-lacks-a-permission-add",
                        "The key lacks a permission ({0}). Add the scope to it in RevKeen.",
                        ApiWords.said(no.error()));
            case ApiResult.Refused<?> no ->
                Sentence.of(
                        "setup.revkeen-answered",
                        "RevKeen answered {0}: {1}",
                        no.error().status(),
                        ApiWords.said(no.error()));
            case ApiResult.Unreachable<?> lost ->
                Sentence.of(
                        "setup.revkeen-at-cannot-be-reached-check",
                        "RevKeen at {0} cannot be reached ({1}). Check the address and the network.",
                        api,
                        ApiWords.lost(lost));
            case ApiResult.Ok<?> ok -> throw new IllegalStateException("Accepted: " + ok.status());
        };
    }
}
