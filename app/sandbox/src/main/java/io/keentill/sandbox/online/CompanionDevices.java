package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.text;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Screens beside the till that show a checkout session (API reference B.13). RevKeen publishes neither how they are
 * registered nor how they listen, so both are controls here.
 */
final class CompanionDevices {
    static final String DEVICE = "companion_device";

    private CompanionDevices() {}

    static List<Endpoint> controls() {
        Shape named = Shape.of(text("name", 255).or("Companion"));
        return List.of(
                Controls.control("POST", "/companion-devices", named, CompanionDevices::create),
                Controls.control("GET", "/companion-devices/{id}", Shape.EMPTY, CompanionDevices::read));
    }

    /** Puts a session on the screen, in place of the one that was there. */
    static void show(Work work, ObjectNode device, ObjectNode session) {
        work.save(DEVICE, device.put("checkout_session_id", Json.need(session, "id")));
    }

    private static Reply create(Call call) {
        ObjectNode device = Json.object().put("id", call.work().ids().uuid());
        Json.copy(call.input(), device, "name");
        call.work().insert(DEVICE, device.putNull("checkout_session_id"));
        return Reply.of(201, device);
    }

    private static Reply read(Call call) {
        ObjectNode device = call.work().find(DEVICE, call.id("id"));
        if (device == null) {
            throw Refusal.missing("companion device", call.id("id"));
        }
        return Reply.of(200, device);
    }
}
