package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far each kind of foreign data has been synchronised (API reference B.31): written from outside by External Sync,
 * and by this sandbox's own synchronisations; one state per source and resource type.
 */
final class SyncStates {
    /** The kind of stored states, in camelCase as they are answered. */
    static final String STATE = "sync_state";

    private static final Shape PUT = Shape.of(
            time("last_sync_at"),
            choice("last_sync_status", "idle", "syncing", "success", "error"),
            text("last_sync_error", 2_000).orNull(),
            text("cursor", 2_000).orNull(),
            whole("items_synced", 0));

    private SyncStates() {}

    /** External sync: list, upsert. */
    static Resource external() {
        return Resource.of(STATE, "/sync-state")
                .scopes("sync")
                .endpoint("GET", "/sync-state/{source}/{merchantId}", Shape.EMPTY, SyncStates::list)
                .endpoint("PUT", "/sync-state/{source}/{merchantId}/{resourceType}", PUT, SyncStates::put);
    }

    /** The same states as an integration shows them. */
    static Resource ofIntegrations() {
        return Resource.of(STATE, "/integrations/{provider}/sync-states")
                .scopes("integrations")
                .endpoint("GET", "/integrations/{provider}/sync-states", Shape.EMPTY, SyncStates::shown);
    }

    /** Writes down how a synchronisation of our own went. */
    static void tell(Work work, String source, String type, int items, @Nullable String error) {
        ObjectNode state = find(work, source, type);
        boolean isNew = state == null;
        ObjectNode object = state == null ? made(work, source, type) : state;
        object.put("lastSyncAt", work.nowText()).put("lastSyncStatus", error == null ? "success" : "error");
        object.put("lastSyncError", error).put("itemsSynced", items).put("updatedAt", work.nowText());
        store(work, object, isNew);
    }

    private static Reply list(Call call) {
        own(call);
        ArrayNode data = Json.array();
        all(call.work(), call.id("source")).forEach(data::add);
        return data(data);
    }

    private static Reply put(Call call) {
        own(call);
        Work work = call.work();
        ObjectNode state = find(work, call.id("source"), call.id("resourceType"));
        boolean isNew = state == null;
        ObjectNode object = state == null ? made(work, call.id("source"), call.id("resourceType")) : state;
        ObjectNode input = call.input();
        move(input, "last_sync_at", object, "lastSyncAt");
        move(input, "last_sync_status", object, "lastSyncStatus");
        move(input, "last_sync_error", object, "lastSyncError");
        move(input, "cursor", object, "cursor");
        move(input, "items_synced", object, "itemsSynced");
        object.put("updatedAt", work.nowText());
        store(work, object, isNew);
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(object));
        return Reply.of(200, body.put("created", isNew));
    }

    private static Reply shown(Call call) {
        Integrations.needed(call);
        ArrayNode data = Json.array();
        for (ObjectNode state : all(call.work(), call.id("provider"))) {
            ObjectNode shown = data.addObject();
            Json.copy(state, shown, "resourceType", "lastSyncAt", "lastSyncStatus");
            shown.set("itemsProcessed", state.path("itemsSynced"));
            Json.copy(state, shown, "lastSyncError", "cursor");
        }
        ObjectNode body = Json.object().put("success", true);
        body.set("data", data);
        return Reply.of(200, body);
    }

    private static void own(Call call) {
        if (!call.id("merchantId").equals(Customers.MERCHANT)) {
            throw new Refusal(403, "permission_denied", "This API key belongs to another merchant.", "merchantId");
        }
    }

    private static List<ObjectNode> all(Work work, String source) {
        return Query.of(STATE).where("provider", source).oldestFirst().all(work.tx());
    }

    private static @Nullable ObjectNode find(Work work, String source, String type) {
        return Query.of(STATE)
                .where("provider", source)
                .where("resourceType", type)
                .first(work.tx())
                .orElse(null);
    }

    private static ObjectNode made(Work work, String source, String type) {
        ObjectNode state = Json.object().put("id", work.ids().uuid()).put("merchantId", Customers.MERCHANT);
        state.put("provider", source)
                .put("resourceType", type)
                .putNull("lastSyncAt")
                .put("lastSyncStatus", "idle");
        state.putNull("lastSyncError").putNull("cursor").put("itemsSynced", 0);
        return state.put("createdAt", work.nowText()).put("updatedAt", work.nowText());
    }

    private static void store(Work work, ObjectNode state, boolean isNew) {
        if (isNew) {
            work.insert(STATE, state);
        } else {
            work.save(STATE, state);
        }
    }

    private static void move(ObjectNode input, String from, ObjectNode state, String to) {
        if (input.has(from)) {
            state.set(to, input.get(from));
        }
    }

    private static Reply data(ArrayNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        return Reply.of(200, body);
    }
}
