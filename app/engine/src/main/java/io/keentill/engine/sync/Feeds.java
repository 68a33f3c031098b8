package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.engine.setup.CatalogueDownload;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.discounts.Discount;
import io.keentill.revkeen.discounts.DiscountQuery;
import io.keentill.revkeen.orders.OrderStatus;
import io.keentill.revkeen.prices.Price;
import io.keentill.revkeen.prices.PriceQuery;
import io.keentill.revkeen.products.Product;
import io.keentill.revkeen.taxrates.TaxRate;
import io.keentill.revkeen.taxrates.TaxRateQuery;
import io.keentill.revkeen.terminal.TerminalDevice;
import io.keentill.store.RemoteObject;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Everything that the till follows at RevKeen, in the sequence in which one builds on the other. */
final class Feeds {

    /** Their names. */
    static final String[] NAMES = {
        "tax_rates",
        "prices",
        "products",
        "discounts",
        "customers",
        "devices",
        "movements",
        "credits",
        "orders_canceled",
        "orders_fulfilled"
    };

    private static final Duration OFTEN = Duration.ofMinutes(2);
    private static final Duration SOMETIMES = Duration.ofMinutes(10);

    private Feeds() {}

    static List<Feed> all(TillStore store, RevKeen api, IdSource ids, InstantSource clock) {
        CatalogueDownload catalogue = new CatalogueDownload(ids);
        TooMuchBack tooMuch = new TooMuchBack(ids, clock);
        OrderFeed orders = new OrderFeed(api, ids, clock);
        return List.of(
                new MovementFeed(store, api, tooMuch),
                new SureCredits(store, api, tooMuch),
                orders.of(store, OrderStatus.CANCELED),
                orders.of(store, OrderStatus.FULFILLED),
                new ListFeed<>(
                        store,
                        "tax_rates",
                        SOMETIMES,
                        CatalogueDownload.TAX_RATE,
                        () -> api.taxRates().list(TaxRateQuery.any()),
                        TaxRate::id,
                        catalogue::takeRate),
                new ListFeed<>(
                        store,
                        "prices",
                        SOMETIMES,
                        CatalogueDownload.PRICE,
                        () -> api.prices().list(PriceQuery.any()),
                        Price::id,
                        catalogue::takePrice),
                new ListFeed<>(
                        store,
                        "products",
                        SOMETIMES,
                        null,
                        () -> api.products().list(null),
                        Product::productId,
                        (tx, product, pass) -> catalogue.takeProduct(tx, product)),
                new ListFeed<>(
                        store,
                        "discounts",
                        SOMETIMES,
                        CodeDiscounts.KIND,
                        () -> api.discounts().list(DiscountQuery.any()),
                        Discount::id,
                        CodeDiscounts::take),
                new ListFeed<>(
                        store,
                        "customers",
                        SOMETIMES,
                        RemoteCustomers.KIND,
                        () -> api.customers().list(null),
                        Customer::id,
                        RemoteCustomers::take),
                new ListFeed<>(
                        store,
                        "devices",
                        OFTEN,
                        "device",
                        () -> api.terminalDevices().list(null, null),
                        TerminalDevice::id,
                        Feeds::takeDevice));
    }

    private static void takeDevice(Tx tx, TerminalDevice one, long pass) {
        String content = JournalText.of(
                        "name", one.deviceName(), "status", one.status().toString())
                .with("paired", one.terminalPaired())
                .with("reachable", one.terminalReachable())
                .with("serial", one.terminalSerial())
                .json();
        tx.saveRemote(new RemoteObject("device", one.id(), "", String.valueOf(one.deviceName()), content), pass);
    }
}
