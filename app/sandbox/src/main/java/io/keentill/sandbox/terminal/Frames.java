package io.keentill.sandbox.terminal;

import io.keentill.sandbox.data.Json;
import tools.jackson.databind.node.ObjectNode;

/** The frames that the server sends over the connector channel. */
final class Frames {
    /** How often a connector is asked to send a heartbeat. */
    static final int HEARTBEAT_SECONDS = 30;

    private Frames() {}

    static ObjectNode welcome(String deviceId) {
        return frame("welcome").put("device_id", deviceId).put("heartbeat_seconds", HEARTBEAT_SECONDS);
    }

    static ObjectNode command(ObjectNode payment) {
        ObjectNode frame = frame("command").put("command_id", Json.need(payment, "_command_id"));
        frame.put("action", Json.need(payment, "type")).put("payment_id", Json.need(payment, "id"));
        Json.copy(payment, frame, "reference", "amount_minor", "currency");
        frame.put("original_reference", Json.text(payment, "_original_reference"));
        return frame.put("requested_at", Json.need(payment, "created_at"));
    }

    static ObjectNode cancel(String commandId) {
        return frame("cancel").put("command_id", commandId);
    }

    static ObjectNode settled(String commandId, String status) {
        return frame("settled").put("command_id", commandId).put("status", status);
    }

    static ObjectNode error(String code, String message) {
        return frame("error").put("code", code).put("message", message);
    }

    private static ObjectNode frame(String type) {
        return Json.object().put("type", type);
    }
}
