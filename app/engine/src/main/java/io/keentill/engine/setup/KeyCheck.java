package io.keentill.engine.setup;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whether RevKeen takes a key and lets it do what a till does. Each scope is tried on an object that cannot exist: 403 says
 * that it is missing, 404 that it is there, and nothing can change whichever it is (API reference A.2, A.3).
 */
public final class KeyCheck {

    /** Base URL of live mode (API reference A.1). */
    public static final String LIVE = "https://api.revkeen.com/v2";

    /** Base URL of test mode. */
    public static final String TEST = "https://staging-api.revkeen.com/v2";

    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
    private static final Map<String, String> CHANGES = changes();

    /** Those of the reads that have something to answer whatever there is. */
    private static final Set<String> LISTS = Set.of("products:read", "tax_rates:read");

    private KeyCheck() {}

    /** Where a key belongs, by how it is written. */
    public enum Environment {
        /** Real money. */
        LIVE,
        /** Test mode, or a sandbox of one's own. */
        TEST,
        /** Not written as RevKeen's keys are. */
        UNKNOWN;

        /** Of this key. */
        public static Environment of(String key) {
            if (key.startsWith("rk_live_")) {
                return LIVE;
            }
            return key.startsWith("rk_sandbox_") ? TEST : UNKNOWN;
        }
    }

    /** What checking came to. */
    public sealed interface Result {

        /**
         * RevKeen takes it.
         *
         * @param missing scopes that a till needs and this key does not have, as RevKeen names them
         */
        record Taken(Environment environment, List<String> missing) implements Result {

            /** Copies the list. */
            public Taken {
                missing = List.copyOf(missing);
            }

            /** Those of the missing ones without which there is no catalogue. */
            public List<String> needed() {
                return missing.stream().filter(LISTS::contains).toList();
            }
        }

        /** Not to be used; the message says why and what to do. */
        record Refused(Sentence message) implements Result {}
    }

    /** The usual base URL for this key. */
    public static String usualAddress(String key) {
        return Environment.of(key) == Environment.LIVE ? LIVE : TEST;
    }

    /** Asks RevKeen at {@code api}. Blocks for about fifteen calls; the key is kept nowhere. */
    public static Result check(String api, String key, RevKeenOptions options) {
        Environment environment = Environment.of(key);
        if (api.startsWith(LIVE) && environment == Environment.TEST) {
            return new Result.Refused(Sentence.of(
                    "setup.this-is-a-key-for-test",
                    "This is a key for test mode, and the address is that of live mode. Use {0} or a" + " live key.",
                    TEST));
        }
        if (api.startsWith(TEST) && environment == Environment.LIVE) {
            return new Result.Refused(Sentence.of(
                    "setup.this-is-a-live-key-and",
                    "This is a live key, and the address is that of test mode. Use {0} or a key for" + " test mode.",
                    LIVE));
        }
        try (RevKeen revKeen = RevKeen.at(api, key, options)) {
            List<String> missing = new ArrayList<>();
            for (Map.Entry<String, Function<RevKeen, ApiResult<?>>> probe : reads().entrySet()) {
                ApiResult<?> answer = probe.getValue().apply(revKeen);
                if (isFatal(answer) || (LISTS.contains(probe.getKey()) && !isRevKeens(answer))) {
                    return new Result.Refused(why(api, answer));
                }
                note(probe.getKey(), answer, missing);
            }
            for (Map.Entry<String, String> probe : CHANGES.entrySet()) {
                String[] call = probe.getValue().split(" ", 2);
                FrozenRequest request = new FrozenRequest(
                        call[0],
                        call[1].replace("{id}", NOTHING),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString());
                ApiResult<?> answer = revKeen.send(request);
                if (isFatal(answer)) {
                    return new Result.Refused(why(api, answer));
                }
                note(probe.getKey(), answer, missing);
            }
            return new Result.Taken(environment, missing);
        } catch (IllegalArgumentException e) {
            return new Result.Refused(ApiWords.by(e));
        }
    }

    private static boolean isFatal(ApiResult<?> answer) {
        return answer instanceof ApiResult.Unreachable<?>
                || (answer instanceof ApiResult.Refused<?> no && no.error() instanceof ApiError.Unauthenticated);
    }

    /** Any server says of most objects that they are not there; the lists have to be RevKeen's. */
    private static boolean isRevKeens(ApiResult<?> answer) {
        return answer instanceof ApiResult.Ok<?>
                || (answer instanceof ApiResult.Refused<?> no && no.error() instanceof ApiError.PermissionDenied);
    }

    private static Sentence why(String api, ApiResult<?> answer) {
        boolean another = answer instanceof ApiResult.Refused<?> no
                && (no.error() instanceof ApiError.NotFound || no.error() instanceof ApiError.Unexpected);
        return another
                ? Sentence.of(
                        "setup.there-is-no-revkeen-at",
                        "There is no RevKeen at {0}: something else answers there. RevKeen's addresses are {1} and {2}.",
                        api,
                        LIVE,
                        TEST)
                : TillSetup.why(URI.create(api), answer);
    }

    private static void note(String scope, ApiResult<?> answer, List<String> missing) {
        if (answer instanceof ApiResult.Refused<?> no && no.error() instanceof ApiError.PermissionDenied) {
            missing.add(scope);
        }
    }

    private static Map<String, Function<RevKeen, ApiResult<?>>> reads() {
        Map<String, Function<RevKeen, ApiResult<?>>> reads = new LinkedHashMap<>();
        reads.put("products:read", api -> api.products().list(null).pageSize(1).firstPage());
        reads.put("prices:read", api -> api.prices().get(NOTHING));
        reads.put(
                "tax_rates:read",
                api -> api.taxRates()
                        .list(io.keentill.revkeen.taxrates.TaxRateQuery.any())
                        .pageSize(1)
                        .firstPage());
        reads.put("discounts:read", api -> api.discounts().get(NOTHING));
        reads.put("customers:read", api -> api.customers().get(NOTHING));
        reads.put("orders:read", api -> api.orders().get(NOTHING));
        reads.put("invoices:read", api -> api.invoices().get(NOTHING));
        reads.put("payments:read", api -> api.payments().get(NOTHING));
        reads.put("credit_notes:read", api -> api.creditNotes().get(NOTHING));
        reads.put("terminal:read", api -> api.terminalDevices().get(NOTHING));
        return reads;
    }

    private static Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("customers:write", "PATCH /customers/{id}");
        changes.put("orders:write", "POST /orders/{id}/cancel");
        changes.put("invoices:write", "POST /invoices/{id}/finalize");
        changes.put("credit_notes:write", "POST /credit_notes/{id}/void");
        changes.put("terminal:write", "POST /terminal-payments/{id}/cancel");
        return changes;
    }
}
