package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Terminal devices (API reference B.3, D.3). A device is made by its connector's first hello, never over HTTP. */
public final class Devices {
    /** The kind of stored devices. */
    public static final String DEVICE = "terminal_device";

    private static final Duration HEARTBEAT_LIFE = Duration.ofMinutes(5);
    private static final Set<String> STATUSES = Set.of("online", "offline", "pairing");

    private Devices() {}

    /** Devices: list, read. */
    public static Resource devices() {
        return Resource.of(DEVICE, "/terminal-devices")
                .scopes("terminal")
                .errors(ErrorShape.E7)
                .endpoint("GET", "/terminal-devices", Shape.EMPTY, Devices::list)
                .endpoint("GET", "/terminal-devices/{id}", Shape.EMPTY, Devices::read);
    }

    /** online, offline or pairing, by the age of the last heartbeat and the pairing. */
    static String status(ObjectNode device, Instant now) {
        String last = Json.text(device, "last_heartbeat_at");
        if (Simulated.alive(device)) {
            return Json.yes(device, "terminal_paired") ? "online" : "pairing";
        }
        if (last == null || Duration.between(Instant.parse(last), now).compareTo(HEARTBEAT_LIFE) > 0) {
            return "offline";
        }
        return Json.yes(device, "terminal_paired") ? "online" : "pairing";
    }

    /** The device that is to carry out a command; refused with 422 unless it is online and paired. */
    static ObjectNode ready(Work work, @Nullable String id) {
        ObjectNode device = work.find(DEVICE, id);
        if (device == null) {
            throw new Refusal(422, "device_not_found", "No such terminal device: " + id + ".", "device_id");
        }
        return switch (status(device, work.now())) {
            case "offline" ->
                throw Refusal.unprocessable(
                        "device_offline", "The terminal device is offline: its connector has not been heard of.");
            case "pairing" ->
                throw Refusal.unprocessable("device_unpaired", "The terminal device has no paired terminal.");
            default -> device;
        };
    }

    /** Notes what a hello or a heartbeat says about the device. */
    static void heard(Work work, ObjectNode device, ObjectNode frame) {
        for (String field :
                List.of("device_name", "platform", "app_version", "terminal_serial", "terminal_reachable")) {
            if (frame.has(field)) {
                device.set(field, frame.get(field));
            }
        }
        if (frame.has("terminal_paired")) {
            device.put("terminal_paired", Json.yes(frame, "terminal_paired"));
        }
        device.put("last_heartbeat_at", work.nowText());
    }

    /** The device of this connector, found or made. */
    static ObjectNode ofConnector(Work work, String connectorId, ObjectNode hello) {
        ObjectNode known = Query.of(DEVICE)
                .where("_connector_id", connectorId)
                .first(work.tx())
                .orElse(null);
        if (known != null) {
            heard(work, known, hello);
            work.save(DEVICE, known);
            return known;
        }
        ObjectNode device = Json.object().put("id", work.ids().uuid());
        device.putNull("device_name")
                .putNull("terminal_serial")
                .putNull("terminal_ip")
                .putNull("platform");
        device.put("terminal_paired", false).putNull("terminal_reachable").putNull("app_version");
        device.putNull("last_heartbeat_at").put("_connector_id", connectorId);
        heard(work, device, hello);
        work.insert(DEVICE, device);
        return device;
    }

    private static Reply list(Call call) {
        String status = call.param("status");
        if (status != null && !STATUSES.contains(status)) {
            throw Refusal.invalid("status", "status must be online, offline or pairing.");
        }
        String paired = call.param("terminal_paired");
        List<ObjectNode> devices = Query.of(DEVICE).all(call.work().tx()).stream()
                .map(device -> view(call, device))
                .filter(device -> status == null || status.equals(Json.text(device, "status")))
                .filter(device -> paired == null || Boolean.parseBoolean(paired) == Json.yes(device, "terminal_paired"))
                .toList();
        return Reply.of(200, Paging.whole(devices));
    }

    private static Reply read(Call call) {
        ObjectNode device = call.work().find(DEVICE, call.id("id"));
        if (device == null) {
            throw Refusal.missing("terminal device", call.id("id"));
        }
        ObjectNode body = Json.object();
        body.set("data", view(call, device));
        return Reply.of(200, body);
    }

    private static ObjectNode view(Call call, ObjectNode device) {
        return Resource.visible(device).put("status", status(device, call.work().now()));
    }
}
