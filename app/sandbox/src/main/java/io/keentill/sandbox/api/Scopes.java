package io.keentill.sandbox.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scopes that a key can carry (API reference A.3). */
public final class Scopes {
    private static final List<String> BOTH = List.of(
            "checkout",
            "cart",
            "payment_links",
            "charges",
            "payments",
            "payment_intents",
            "setup_intents",
            "payment_methods",
            "invoices",
            "subscriptions",
            "subscription_schedules",
            "orders",
            "credit_notes",
            "products",
            "prices",
            "discounts",
            "tax_rates",
            "meters",
            "usage",
            "customers",
            "businesses",
            "refunds",
            "voids",
            "disputes",
            "mandates",
            "terminal",
            "exports",
            "imports",
            "comms",
            "automations",
            "apps",
            "webhooks",
            "integrations",
            "events",
            "sync",
            // Named in endpoint texts only.
            "entitlements");

    private static final List<String> READ = List.of("payouts", "analytics", "finance", "billing", "clients");

    private static final Set<String> ALL = all();

    private Scopes() {}

    /** Every scope there is, written out. */
    public static Set<String> every() {
        return ALL;
    }

    /** Whether {@code scope} is one of these, or the wildcard of one, such as {@code customers:*}. */
    public static boolean known(String scope) {
        return ALL.contains(scope) || (scope.endsWith(":*") && ALL.contains(scope.replace(":*", ":read")));
    }

    private static Set<String> all() {
        Set<String> scopes = new TreeSet<>();
        BOTH.forEach(name -> scopes.addAll(List.of(name + ":read", name + ":write")));
        READ.forEach(name -> scopes.add(name + ":read"));
        return Set.copyOf(scopes);
    }
}
