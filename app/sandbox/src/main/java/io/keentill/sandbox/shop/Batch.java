package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Up to a hundred upserts in one call. Each stands for itself: one that is refused is reported and leaves no trace, the
 * others are done.
 */
final class Batch {
    private static final int MOST = 100;

    private final String list;
    private final Shape item;
    private final boolean countsBlocked;
    private final Upsert upsert;

    /** What became of one item. */
    enum Done {
        /** It is new. */
        CREATED,
        /** It was there and has changed. */
        UPDATED,
        /** What is stored is newer. */
        SKIPPED
    }

    /** Does one item. */
    @FunctionalInterface
    interface Upsert {
        /** Creates or changes the object of this foreign id, or refuses. */
        Done apply(Call call, String source, String externalId, ObjectNode input);
    }

    private Batch(String list, Shape item, boolean countsBlocked, Upsert upsert) {
        this.list = list;
        this.item = item.and(Field.text("external_id", 255).must());
        this.countsBlocked = countsBlocked;
        this.upsert = upsert;
    }

    /** A batch whose items are in {@code list}; a refused one counts as failed. */
    static Batch of(String list, Shape item, Upsert upsert) {
        return new Batch(list, item, false, upsert);
    }

    /** The same, but a conflict counts as blocked, too, and failures carry a reason code. */
    static Batch withBlocked(String list, Shape item, Upsert upsert) {
        return new Batch(list, item, true, upsert);
    }

    /** The body: {@code source} and the items. */
    Shape shape() {
        return Shape.of(Field.text("source", 100).must(), Field.maps(list, MOST).must());
    }

    /** Does all items and counts what became of them. */
    Reply run(Call call) {
        String source = Json.need(call.input(), "source");
        Map<Done, Integer> counts = new EnumMap<>(Done.class);
        ArrayNode failed = Json.array();
        int blocked = 0;
        if (call.input().get(list).isEmpty()) {
            throw Refusal.invalid(list, list + " must have 1 to " + MOST + " entries.");
        }
        for (JsonNode sent : call.input().get(list)) {
            ObjectNode body = (ObjectNode) sent;
            try {
                Done done = call.work().tx().part(() -> one(call, source, body));
                counts.merge(done, 1, Integer::sum);
            } catch (Refusal refusal) {
                failed.add(failure(body, refusal));
                blocked += refusal.status() == 409 ? 1 : 0;
            }
        }
        ObjectNode answer = Json.object();
        answer.put("created", counts.getOrDefault(Done.CREATED, 0));
        answer.put("updated", counts.getOrDefault(Done.UPDATED, 0));
        answer.put("skipped", counts.getOrDefault(Done.SKIPPED, 0));
        if (countsBlocked) {
            answer.put("blocked", blocked);
        }
        answer.set("failed", failed);
        return Reply.of(200, answer);
    }

    private Done one(Call call, String source, ObjectNode body) {
        ObjectNode input = item.read(body);
        String externalId = Json.need(input, "external_id");
        input.remove("external_id");
        return upsert.apply(call, source, externalId, input);
    }

    private ObjectNode failure(ObjectNode sent, Refusal refusal) {
        String id = Json.text(sent, "external_id");
        ObjectNode failure = Json.object().put("external_id", id == null ? Json.text(sent, "externalId") : id);
        failure.put("error", refusal.said());
        return countsBlocked ? failure.put("reason_code", refusal.code()) : failure;
    }
}
