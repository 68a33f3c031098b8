package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.object;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Connections to foreign systems (API reference B.31): made, tested, switched and synchronised. Keys are not kept. */
final class Integrations {
    /** The kind of stored integrations, in camelCase as they are answered; one per provider. */
    static final String INTEGRATION = "integration";

    private static final String PATH = "/integrations/{provider}";
    private static final long USUAL_MINUTES = 15;

    private static final Shape CREDENTIALS = Shape.of(
            text("api_key", 500).must(), text("base_url", 2_000).must(), text("app_name", 255), text("app_email", 320));

    private static final Shape ACTIVATE = Shape.of(
            object("credentials", CREDENTIALS).must(),
            whole("sync_interval_minutes", 1, 10_080).or(USUAL_MINUTES),
            currency("currency").or("USD"));

    private static final Shape STATUS = Shape.of(
            choice("status", "connected", "error", "syncing", "idle").must(),
            text("last_sync_error", 2_000).orNull());

    private Integrations() {}

    /** Integrations: list, read, activate, deactivate, test, synchronise, switch. */
    static Resource integrations() {
        return Resource.of(INTEGRATION, "/integrations")
                .scopes("integrations")
                .endpoint("GET", "/integrations", Shape.EMPTY, Integrations::list)
                .endpoint("GET", PATH, Shape.EMPTY, Integrations::read)
                .endpoint("POST", PATH + "/activate", ACTIVATE, Integrations::activate)
                .endpoint(
                        "POST",
                        PATH + "/deactivate",
                        Shape.of(flag("delete_credentials").or(false)),
                        Integrations::deactivate)
                .endpoint(
                        "POST",
                        PATH + "/test",
                        Shape.of(object("credentials", CREDENTIALS).must()),
                        Integrations::test)
                .endpoint("POST", PATH + "/sync", Shape.of(flag("full_resync").or(false)), Integrations::sync)
                .endpoint("PUT", PATH + "/status", STATUS, Integrations::status)
                .endpoint("PUT", PATH + "/sync-toggle", Shape.of(flag("enabled").must()), call -> {
                    ObjectNode integration = needed(call);
                    schedule(call.work(), integration, Json.yes(call.input(), "enabled"), interval(integration));
                    return saved(call, integration);
                })
                .endpoint(
                        "PUT",
                        PATH + "/sync-interval",
                        Shape.of(whole("sync_interval_minutes", 1, 10_080).must()),
                        Integrations::interval)
                .endpoint(
                        "PUT",
                        PATH + "/invoice-lookback",
                        Shape.of(whole("invoice_lookback_days", 0, 3_650).must()),
                        call -> keep(call, "invoice_lookback_days"))
                .endpoint(
                        "PUT",
                        PATH + "/auto-send-invoices",
                        Shape.of(flag("auto_send_invoices").must()),
                        call -> keep(call, "auto_send_invoices"));
    }

    /** The integration of the path's provider, or a 404 when it was never activated. */
    static ObjectNode needed(Call call) {
        Provider provider = Provider.of(call.id("provider"));
        ObjectNode integration = find(call.work(), provider);
        if (integration == null) {
            throw Refusal.missing("integration", provider.word());
        }
        return integration;
    }

    /** The integration of the path's provider, or a 400 when it is not active. */
    static ObjectNode active(Call call) {
        ObjectNode integration = find(call.work(), Provider.of(call.id("provider")));
        if (integration == null || !Json.yes(integration, "isActive")) {
            throw Refusal.notNow("This integration is not active.");
        }
        return integration;
    }

    /** Stores a changed integration. */
    static void save(Work work, ObjectNode integration) {
        integration.put("updatedAt", work.nowText());
        work.save(INTEGRATION, integration);
    }

    /** {@code {success:true}} after storing a changed integration. */
    static Reply saved(Call call, ObjectNode integration) {
        save(call.work(), integration);
        return Reply.of(200, Json.object().put("success", true));
    }

    /** A scheduled synchronisation is due; the next one follows an interval from now. */
    static void scheduled(Work work, ObjectNode integration) {
        if (!"syncing".equals(Json.text(integration, "status"))) {
            SyncJob.start(work, integration, "scheduled", false);
        }
        schedule(work, integration, true, interval(integration));
    }

    private static @org.jspecify.annotations.Nullable ObjectNode find(Work work, Provider provider) {
        return Query.of(INTEGRATION)
                .where("provider", provider.word())
                .first(work.tx())
                .orElse(null);
    }

    private static Reply list(Call call) {
        ArrayNode data = Json.array();
        Query.of(INTEGRATION)
                .oldestFirst()
                .all(call.work().tx())
                .forEach(integration -> data.add(Resource.visible(integration)));
        ObjectNode body = Json.object();
        body.set("data", data);
        return Reply.of(200, body);
    }

    private static Reply read(Call call) {
        ObjectNode integration = find(call.work(), Provider.of(call.id("provider")));
        ObjectNode body = Json.object();
        body.set("data", integration == null ? body.nullNode() : Resource.visible(integration));
        return Reply.of(200, body);
    }

    private static Reply activate(Call call) {
        Work work = call.work();
        Provider provider = Provider.of(call.id("provider"));
        ObjectNode input = call.input();
        ObjectNode before = find(work, provider);
        if (before != null && Json.yes(before, "isActive")) {
            throw Refusal.conflict("conflict", "The integration with " + provider.word() + " is already active.");
        }
        String refused = Provider.refuses(input.get("credentials"));
        if (refused != null) {
            throw Refusal.invalid("credentials", refused);
        }
        ObjectNode integration = before == null ? made(work, provider) : before;
        integration.put("isActive", true).put("status", "connected").putNull("lastSyncError");
        integration.put("_currency", Json.need(input, "currency")).put("_credentials", true);
        long minutes = Json.whole(input, "sync_interval_minutes");
        schedule(work, integration, true, Duration.ofMinutes(minutes));
        save(work, integration);
        ObjectNode body = Json.object().put("success", true);
        body.set("data", Resource.visible(integration));
        return Reply.of(200, body);
    }

    private static ObjectNode made(Work work, Provider provider) {
        ObjectNode integration = Json.object().put("id", work.ids().uuid());
        integration.put("provider", provider.word()).put("isActive", true).put("status", "connected");
        integration.putNull("lastSyncAt").putNull("lastSyncError").putNull("syncInterval");
        integration.put("createdAt", work.nowText()).put("updatedAt", work.nowText());
        integration.put("_invoice_lookback_days", 30).put("_auto_send_invoices", false);
        work.insert(INTEGRATION, integration);
        return integration;
    }

    private static Reply deactivate(Call call) {
        ObjectNode integration = needed(call);
        boolean delete = Json.yes(call.input(), "delete_credentials");
        integration.put("isActive", false).put("status", "idle");
        if (delete) {
            integration.put("_credentials", false);
        }
        schedule(call.work(), integration, false, interval(integration));
        save(call.work(), integration);
        String message = "The integration is off" + (delete ? " and its credentials are deleted." : ".");
        return Reply.of(200, Json.object().put("success", true).put("message", message));
    }

    private static Reply test(Call call) {
        Provider.of(call.id("provider"));
        String refused = Provider.refuses(call.input().get("credentials"));
        ObjectNode body = Json.object().put("valid", refused == null);
        return Reply.of(200, refused == null ? body : body.put("error", refused));
    }

    private static Reply sync(Call call) {
        ObjectNode integration = active(call);
        if ("syncing".equals(Json.text(integration, "status"))) {
            throw Refusal.notNow("A synchronisation is already running.");
        }
        String job = SyncJob.start(call.work(), integration, "manual", Json.yes(call.input(), "full_resync"));
        save(call.work(), integration);
        return Reply.of(200, Json.object().put("success", true).put("jobId", job));
    }

    private static Reply status(Call call) {
        ObjectNode integration = needed(call);
        integration.put("status", Json.need(call.input(), "status"));
        if (call.input().has("last_sync_error")) {
            integration.put("lastSyncError", Json.text(call.input(), "last_sync_error"));
        }
        return saved(call, integration);
    }

    private static Reply interval(Call call) {
        ObjectNode integration = needed(call);
        Duration interval = Duration.ofMinutes(Json.whole(call.input(), "sync_interval_minutes"));
        boolean on = Json.yes(integration.path("syncInterval"), "hasRepeatableJob");
        schedule(call.work(), integration, on, interval);
        return saved(call, integration);
    }

    private static Duration interval(ObjectNode integration) {
        return Duration.ofMillis(Json.whole(integration.path("syncInterval"), "intervalMs"));
    }

    private static Reply keep(Call call, String field) {
        ObjectNode integration = needed(call);
        integration.set("_" + field, call.input().get(field));
        return saved(call, integration);
    }

    /** Turns the scheduled synchronisation on or off; on, the next one is an interval from now. */
    static void schedule(Work work, ObjectNode integration, boolean on, Duration interval) {
        ObjectNode shown = integration.putObject("syncInterval").put("hasRepeatableJob", on);
        shown.put("intervalMs", interval.toMillis());
        if (on) {
            Instant next = work.now().plus(interval);
            shown.put("nextRun", next.toString());
            Due.at(integration, next);
        } else {
            shown.putNull("nextRun");
            Due.never(integration);
        }
    }
}
