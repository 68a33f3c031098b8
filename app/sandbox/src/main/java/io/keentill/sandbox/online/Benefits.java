package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What can be granted (API reference B.22). No call of the API makes a benefit, so a control does. */
final class Benefits {
    static final String BENEFIT = "benefit";

    private static final Shape NEW_BENEFIT = Shape.of(
            text("benefit_key", 255).must(),
            text("name", 255).must(),
            text("description", 5000),
            text("benefit_type", 100).or("feature"),
            text("category", 100),
            text("icon_url", 2000),
            whole("display_order", 0).or(0),
            map("config"));

    private Benefits() {}

    static List<Endpoint> controls() {
        return List.of(Controls.control("POST", "/benefits", NEW_BENEFIT, Benefits::create));
    }

    /** The benefit with this id or key; 400 when neither is given, 404 when there is none. */
    static ObjectNode named(Work work, @Nullable String id, @Nullable String key) {
        if (id == null && key == null) {
            throw Refusal.invalid("benefitKey", "Name the benefit by benefitId or benefitKey.");
        }
        ObjectNode benefit = id != null ? work.find(BENEFIT, id) : byKey(work, key);
        if (benefit == null) {
            throw Refusal.missing("benefit", id != null ? id : String.valueOf(key));
        }
        return benefit;
    }

    private static @Nullable ObjectNode byKey(Work work, @Nullable String key) {
        return key == null
                ? null
                : Query.of(BENEFIT).where("benefit_key", key).first(work.tx()).orElse(null);
    }

    private static Reply create(Call call) {
        ObjectNode input = call.input();
        String key = Json.need(input, "benefit_key");
        if (byKey(call.work(), key) != null) {
            throw Refusal.invalid("benefit_key", "There is already a benefit " + key + ".");
        }
        ObjectNode benefit = Json.object().put("id", call.work().ids().uuid());
        Json.copy(input, benefit, "name", "description", "benefit_type", "benefit_key", "category", "icon_url");
        Json.copy(input, benefit, "display_order");
        benefit.put("is_active", true).putNull("default_value");
        benefit.set("config", input.has("config") ? input.get("config") : Json.object());
        call.work().insert(BENEFIT, benefit);
        return Reply.of(201, benefit);
    }
}
