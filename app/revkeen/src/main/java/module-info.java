import org.jspecify.annotations.NullMarked;

/** Typed client of the RevKeen API. Knows nothing of the till; the engine translates. */
@NullMarked
module io.keentill.revkeen {
    requires static transitive org.jspecify;
    requires okhttp3;
    requires tools.jackson.databind;

    exports io.keentill.revkeen.billing;
    exports io.keentill.revkeen.schedules;
    exports io.keentill.revkeen.subscriptions;
    exports io.keentill.revkeen.usage;
    exports io.keentill.revkeen;
    exports io.keentill.revkeen.analytics;
    exports io.keentill.revkeen.automations;
    exports io.keentill.revkeen.charges;
    exports io.keentill.revkeen.checkout;
    exports io.keentill.revkeen.connector;
    exports io.keentill.revkeen.creditnotes;
    exports io.keentill.revkeen.customers;
    exports io.keentill.revkeen.discounts;
    exports io.keentill.revkeen.disputes;
    exports io.keentill.revkeen.entitlements;
    exports io.keentill.revkeen.events;
    exports io.keentill.revkeen.exports;
    exports io.keentill.revkeen.externalsync;
    exports io.keentill.revkeen.finance;
    exports io.keentill.revkeen.imports;
    exports io.keentill.revkeen.integrations;
    exports io.keentill.revkeen.invoices;
    exports io.keentill.revkeen.messages;
    exports io.keentill.revkeen.orders;
    exports io.keentill.revkeen.paymentattempts;
    exports io.keentill.revkeen.paymentintents;
    exports io.keentill.revkeen.paymentlinks;
    exports io.keentill.revkeen.paymentmethods;
    exports io.keentill.revkeen.payments;
    exports io.keentill.revkeen.payouts;
    exports io.keentill.revkeen.portal;
    exports io.keentill.revkeen.prices;
    exports io.keentill.revkeen.products;
    exports io.keentill.revkeen.refunds;
    exports io.keentill.revkeen.setupintents;
    exports io.keentill.revkeen.taxrates;
    exports io.keentill.revkeen.terminal;
    exports io.keentill.revkeen.transactions;
    exports io.keentill.revkeen.voids;
    exports io.keentill.revkeen.webhooks;
}
