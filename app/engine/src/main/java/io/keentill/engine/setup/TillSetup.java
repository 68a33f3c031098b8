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
import io.keentill.revkeen.products.Product;
import io.keentill.revkeen.taxrates.TaxRate;
import io.keentill.revkeen.taxrates.TaxRateQuery;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.net.URI;
import java.util.List;
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
     * @param shop who sells; only used where none is set up yet
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
        record Ready(String tillId, int products, List<String> leftOut, boolean staffAdded) implements Result {}

        /** Not set up; nothing was changed. The message says what to do. */
        record NotReady(Sentence message) implements Result {}

        /** Stopped by the watch; nothing was changed. */
        record Cancelled() implements Result {}
    }

    /** Checks, then stores. */
    public Result run(Request request) throws StoreException, IOException {
        return run(request, DownloadWatch.NONE);
    }

    /** The same with somebody who follows the download and may stop it. */
    public Result run(Request request, DownloadWatch watch) throws StoreException, IOException {
        try (RevKeen revKeen = RevKeen.at(request.api().toString(), request.key())) {
            Fetched<TaxRate> rates = Fetched.all(revKeen.taxRates().list(TaxRateQuery.any()), watch, count -> {});
            if (!(rates instanceof Fetched.All<TaxRate>(List<TaxRate> taxes, List<String> oddTaxes))) {
                return stopped(request, rates);
            }
            Fetched<Product> products = Fetched.all(revKeen.products().list(null), watch, watch::progress);
            if (!(products instanceof Fetched.All<Product>(List<Product> catalogue, List<String> oddProducts))) {
                return stopped(request, products);
            }
            List<String> unreadable =
                    Stream.concat(oddTaxes.stream(), oddProducts.stream()).toList();
            return keep(request, taxes, catalogue, unreadable);
        }
    }

    private static Result stopped(Request request, Fetched<?> fetched) {
        return fetched instanceof Fetched.Failed<?>(ApiResult<?> why)
                ? new Result.NotReady(why(request.api(), why))
                : new Result.Cancelled();
    }

    private Result keep(Request request, List<TaxRate> rates, List<Product> products, List<String> unreadable)
            throws StoreException, IOException {
        secrets.put(Secrets.REVKEEN_KEY, request.key());
        String tillId = store.write(tx -> {
            String id = tx.setting(Settings.TILL_ID).orElseGet(ids::next);
            tx.putSetting(Settings.TILL_ID, id);
            tx.putSetting(Settings.API_URL, request.api().toString());
            put(tx, Settings.TERMINAL, request.terminal());
            put(tx, Settings.PRINTER, request.printer());
            put(tx, Settings.TILL_NAME, request.tillName());
            if (tx.shop().isEmpty()) {
                tx.saveShop(request.shop());
            }
            tx.appendJournal("till.set_up", "setup", id, "{}");
            return id;
        });
        CatalogueDownload.Report report = new CatalogueDownload(store, ids).take(rates, products);
        boolean first = store.read(View::staff).isEmpty();
        if (first) {
            for (Person person : request.people()) {
                staff.add(person.name(), person.role(), person.pin());
            }
        }
        return new Result.Ready(
                tillId,
                report.products(),
                Stream.concat(unreadable.stream(), report.leftOut().stream()).toList(),
                first && !request.people().isEmpty());
    }

    private static void put(io.keentill.store.Tx tx, String key, @Nullable String value) {
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
