package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was synchronised, when and how it went (API reference B.31): read, counted, tried again. */
final class SyncLogs {
    /** The kind of stored logs, in camelCase as they are answered. */
    static final String LOG = "integration_log";

    private static final String PATH = "/integrations/{provider}";
    private static final List<String> STATUSES = List.of("pending", "syncing", "success", "failed", "skipped");

    private static final List<Filter> FILTERS = List.of(
            Filter.equal("integrationId"),
            Filter.equal("resourceType"),
            Filter.choice("status", STATUSES.toArray(String[]::new)),
            Filter.choice("jobType", "scheduled", "manual", "single_retry", "batch_retry"));

    private static final Shape BATCH = Shape.of(
            text("integration_id", 255).must(),
            choice("resource_type", "customers", "invoices"),
            whole("limit", 1, 1_000).or(100));

    private SyncLogs() {}

    /** Logs: list, read, count, try again. */
    static Resource logs() {
        return Resource.of(LOG, PATH)
                .scopes("integrations")
                .endpoint("GET", PATH + "/sync-logs", Shape.EMPTY, SyncLogs::list)
                .endpoint("GET", PATH + "/sync-logs/{logId}", Shape.EMPTY, call -> data(log(call)))
                .endpoint("POST", PATH + "/sync-logs/{logId}/retry", Shape.EMPTY, SyncLogs::retry)
                .endpoint("POST", PATH + "/sync-logs/batch-retry", BATCH, SyncLogs::retryBatch)
                .endpoint("GET", PATH + "/sync-stats/{integrationId}", Shape.EMPTY, SyncLogs::stats)
                .endpoint("GET", PATH + "/sync-stats-by-type/{integrationId}", Shape.EMPTY, SyncLogs::statsByType)
                .endpoint("POST", PATH + "/resume-sync", Shape.EMPTY, SyncLogs::resume);
    }

    /** Writes down an attempt; {@code problem} is null when it succeeded. */
    static ObjectNode write(
            Work work, ObjectNode integration, String type, String id, String jobType, @Nullable String problem) {
        ObjectNode log = Json.object().put("id", work.ids().uuid());
        log.put("integrationId", Json.need(integration, "id"))
                .put("resourceType", type)
                .put("resourceId", id);
        log.put("status", problem == null ? "success" : "failed")
                .put("jobType", jobType)
                .put("error", problem);
        log.put("createdAt", work.nowText()).put("completedAt", work.nowText());
        work.insert(LOG, log);
        return log;
    }

    /** Whether a foreign object has been brought over. */
    static boolean succeeded(Work work, ObjectNode integration, String type, String id) {
        return of(integration)
                .where("resourceType", type)
                .where("resourceId", id)
                .where("status", "success")
                .first(work.tx())
                .isPresent();
    }

    /** The newest log of each foreign object whose newest attempt failed, newest first. */
    static List<ObjectNode> failed(Work work, ObjectNode integration) {
        return latest(of(integration).all(work.tx())).stream()
                .filter(log -> "failed".equals(Json.text(log, "status")))
                .toList();
    }

    private static Query of(ObjectNode integration) {
        return Query.of(LOG).where("integrationId", Json.need(integration, "id"));
    }

    private static List<ObjectNode> latest(List<ObjectNode> newestFirst) {
        Set<String> seen = new HashSet<>();
        return newestFirst.stream()
                .filter(log -> seen.add(Json.text(log, "resourceType") + " " + Json.text(log, "resourceId")))
                .toList();
    }

    private static Reply list(Call call) {
        Query query = of(Integrations.needed(call));
        for (Filter filter : FILTERS) {
            String text = call.param(filter.param());
            if (text != null) {
                filter.apply().accept(query, text);
            }
        }
        Moments.created(call, query);
        String path = "/integrations/" + call.id("provider") + "/sync-logs";
        Paging paging = Paging.P7.usual(50);
        ObjectNode page = "true".equals(call.param("latestOnly"))
                ? paging.answer(call, newest(call, query), path)
                : paging.answer(call, query, path);
        return Reply.of(200, page.put("success", true));
    }

    /** Those of {@code query} that are the newest of their foreign object, whatever the query leaves out. */
    private static List<ObjectNode> newest(Call call, Query query) {
        Set<String> newest = new HashSet<>();
        latest(of(Integrations.needed(call)).all(call.work().tx())).forEach(log -> newest.add(Json.need(log, "id")));
        return query.all(call.work().tx()).stream()
                .filter(log -> newest.contains(Json.need(log, "id")))
                .toList();
    }

    private static ObjectNode log(Call call) {
        ObjectNode integration = Integrations.needed(call);
        ObjectNode log = call.work().find(LOG, call.id("logId"));
        if (log == null || !Json.need(integration, "id").equals(Json.text(log, "integrationId"))) {
            throw Refusal.missing("sync log", call.id("logId"));
        }
        return log;
    }

    private static Reply retry(Call call) {
        ObjectNode integration = Integrations.active(call);
        ObjectNode log = log(call);
        if (!"failed".equals(Json.text(log, "status"))) {
            throw Refusal.notNow("Only what failed can be tried again; this is " + Json.text(log, "status") + ".");
        }
        return data(again(call.work(), integration, log, "single_retry"));
    }

    private static Reply retryBatch(Call call) {
        ObjectNode integration = Integrations.active(call);
        if (!Json.need(integration, "id").equals(Json.need(call.input(), "integration_id"))) {
            throw Refusal.missing("integration", Json.need(call.input(), "integration_id"));
        }
        String type = Json.text(call.input(), "resource_type");
        List<ObjectNode> tried = new ArrayList<>();
        for (ObjectNode log : failed(call.work(), integration)) {
            boolean wanted = type == null || type.equals(Json.text(log, "resourceType"));
            if (wanted && tried.size() < Json.whole(call.input(), "limit")) {
                tried.add(again(call.work(), integration, log, "batch_retry"));
            }
        }
        long good = tried.stream()
                .filter(log -> "success".equals(Json.text(log, "status")))
                .count();
        return data(Json.object()
                .put("retried", tried.size())
                .put("succeeded", good)
                .put("failed", tried.size() - good));
    }

    private static ObjectNode again(Work work, ObjectNode integration, ObjectNode log, String jobType) {
        return SyncJob.attempt(
                work, integration, Json.need(log, "resourceType"), Json.need(log, "resourceId"), jobType);
    }

    private static Reply resume(Call call) {
        ObjectNode integration = Integrations.active(call);
        ObjectNode body = Json.object().put("success", true);
        if ("syncing".equals(Json.text(integration, "status"))) {
            return Reply.of(200, body.put("message", "A synchronisation is already running."));
        }
        String job = SyncJob.start(call.work(), integration, "manual", false);
        integration.putNull("lastSyncError");
        Integrations.save(call.work(), integration);
        return Reply.of(200, body.put("message", "The synchronisation goes on.").put("jobId", job));
    }

    private static Reply stats(Call call) {
        return data(counted(of(named(call)).all(call.work().tx())));
    }

    private static Reply statsByType(Call call) {
        Map<String, List<ObjectNode>> byType = new LinkedHashMap<>();
        for (ObjectNode log : of(named(call)).oldestFirst().all(call.work().tx())) {
            byType.computeIfAbsent(Json.need(log, "resourceType"), type -> new ArrayList<>())
                    .add(log);
        }
        ObjectNode body = Json.object().put("success", true);
        byType.forEach((type, logs) -> body.withArray("data").add(counted(logs).put("resourceType", type)));
        body.withArray("data");
        return Reply.of(200, body);
    }

    private static ObjectNode named(Call call) {
        ObjectNode integration = Integrations.needed(call);
        if (!Json.need(integration, "id").equals(call.id("integrationId"))) {
            throw Refusal.missing("integration", call.id("integrationId"));
        }
        return integration;
    }

    private static ObjectNode counted(List<ObjectNode> logs) {
        ObjectNode counts = Json.object().put("total", logs.size());
        for (String status : STATUSES) {
            counts.put(
                    status,
                    logs.stream()
                            .filter(log -> status.equals(Json.text(log, "status")))
                            .count());
        }
        return counts;
    }

    private static Reply data(ObjectNode data) {
        ObjectNode body = Json.object().put("success", true);
        body.set("data", Resource.visible(data));
        return Reply.of(200, body);
    }
}
