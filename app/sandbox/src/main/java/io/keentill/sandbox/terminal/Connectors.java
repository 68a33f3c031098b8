package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The server side of the connector channel: who is connected, and what a frame does. */
public final class Connectors implements CommandChannel {
    private final Database database;
    private final Keys keys;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();

    /** One connection of a connector. */
    public interface Peer {
        /** What it was let in with. */
        Admission admission();

        /** Sends a frame; a connection that is gone swallows it, because its connector will come back and ask. */
        void send(ObjectNode frame);

        /** Ends the connection. */
        void close();
    }

    /** A channel over {@code database}. */
    public Connectors(Database database, Keys keys, InstantSource clock, Ids ids) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void send(String deviceId, ObjectNode frame) {
        Peer peer = peers.get(deviceId);
        if (peer != null) {
            peer.send(frame);
        }
    }

    /**
     * Handles a frame of {@code peer}, which has said hello as {@code deviceId} or not at all yet. Gives the device that
     * it speaks for from now on.
     */
    public @Nullable String received(Peer peer, @Nullable String deviceId, String text) {
        ObjectNode frame = Json.objectOrNull(text);
        String type = frame == null ? null : Json.text(frame, "type");
        if (frame == null || type == null) {
            peer.send(Frames.error("malformed", "A frame is one JSON object with a type."));
            return deviceId;
        }
        try {
            if (type.equals("hello")) {
                return hello(peer, frame);
            }
            if (deviceId == null) {
                throw Refusal.conflict("hello_first", "The first frame of a connection is hello.");
            }
            switch (type) {
                case "heartbeat" -> heartbeat(deviceId, frame);
                case "accepted" -> accepted(peer, deviceId, frame);
                case "outcome" -> peer.send(outcome(deviceId, frame));
                default ->
                    System.getLogger(Connectors.class.getName())
                            .log(System.Logger.Level.DEBUG, "a frame of an unknown type was ignored");
            }
        } catch (Refusal refusal) {
            peer.send(Frames.error(refusal.code(), refusal.said()));
        }
        return deviceId;
    }

    /** What a connection with these headers is let in with; 401 or 403 without any of the three. */
    public Admission admit(@Nullable String apiKey, @Nullable String bearer, @Nullable String code) {
        if (apiKey == null && bearer == null && code != null) {
            if (!database.read(tx -> Linking.usable(Work.own(tx, clock.instant(), ids), code))) {
                throw new Refusal(401, "unauthenticated", "This linking code is unknown, used or expired.", null);
            }
            return new Admission.Code(code);
        }
        Keys.ApiKey key = keys.require(apiKey, bearer, clock.instant());
        String device = key.subject();
        if (device != null && key.scopes().contains(Keys.CONNECTOR_SCOPE)) {
            return new Admission.Linked(device);
        }
        Keys.permit(key, "terminal:read");
        Keys.permit(key, "terminal:write");
        return new Admission.Merchant();
    }

    /** The connection is over; its device stays known and goes offline by its heartbeat. */
    public void gone(Peer peer, @Nullable String deviceId) {
        if (deviceId != null) {
            peers.remove(deviceId, peer);
        }
    }

    /** Ends all connections. One that comes meanwhile is a new one and stays. */
    public void closeAll() {
        Map.copyOf(peers).forEach((device, peer) -> {
            peers.remove(device, peer);
            peer.close();
        });
    }

    private String hello(Peer peer, ObjectNode frame) {
        if (Json.whole(frame, "protocol") != 1) {
            throw Refusal.conflict("unsupported_protocol", "This server speaks protocol 1.");
        }
        String connector = Json.text(frame, "connector_id");
        if (connector == null || connector.isBlank()) {
            throw Refusal.invalid("connector_id", "hello needs the connector's own lasting connector_id.");
        }
        Linked linked = transaction(work -> linked(work, peer.admission(), connector, frame));
        String device = linked.device();
        ObjectNode welcome = Frames.welcome(device);
        if (linked.token() != null) {
            welcome.put("connector_token", linked.token());
        }
        peer.send(welcome);
        Peer former = peers.put(device, peer);
        if (former != null && !former.equals(peer)) {
            former.close();
        }
        transaction(work -> unanswered(work, device)).forEach(peer::send);
        return device;
    }

    private record Linked(String device, @Nullable String token) {}

    private static Linked linked(Work work, Admission admission, String connector, ObjectNode frame) {
        return switch (admission) {
            case Admission.Merchant merchant -> new Linked(device(work, connector, frame), null);
            case Admission.Code code -> {
                String device = device(work, connector, frame);
                yield new Linked(device, Linking.redeem(work, code.text(), device));
            }
            case Admission.Linked own -> {
                String device = device(work, connector, frame);
                if (!device.equals(own.deviceId())) {
                    throw Refusal.conflict(
                            "other_device", "This connector's token is for another connector_id; link it anew.");
                }
                yield new Linked(device, null);
            }
        };
    }

    private static String device(Work work, String connector, ObjectNode frame) {
        return Json.need(Devices.ofConnector(work, connector, frame), "id");
    }

    /** What the connector must hear again: open commands, and requests to stop those that were cancelled meanwhile. */
    private static List<ObjectNode> unanswered(Work work, String device) {
        return Query.of(TerminalPayments.PAYMENT)
                .whereIn("status", "requested", "in_progress", "cancelled")
                .where("device_id", device)
                .oldestFirst()
                .all(work.tx())
                .stream()
                .filter(payment -> !payment.has("_answered"))
                .map(payment -> TerminalPayments.open(payment)
                        ? Frames.command(payment)
                        : Frames.cancel(Json.need(payment, "_command_id")))
                .toList();
    }

    private void heartbeat(String deviceId, ObjectNode frame) {
        transaction(work -> {
            ObjectNode device = work.find(Devices.DEVICE, deviceId);
            if (device == null) {
                throw Refusal.conflict("hello_first", "This device is not known any more; say hello again.");
            }
            Devices.heard(work, device, frame);
            work.save(Devices.DEVICE, device);
            return device;
        });
    }

    private void accepted(Peer peer, String deviceId, ObjectNode frame) {
        ObjectNode payment = transaction(work -> {
            ObjectNode found = commanded(work, deviceId, frame);
            if (Json.need(found, "status").equals("requested")) {
                found.put("status", "in_progress");
                work.save(TerminalPayments.PAYMENT, found);
            }
            return found;
        });
        if (!TerminalPayments.open(payment) && !payment.has("_answered")) {
            // Too late: it was cancelled or has timed out. The outcome still says what happened.
            peer.send(Frames.cancel(Json.need(payment, "_command_id")));
        }
    }

    private ObjectNode outcome(String deviceId, ObjectNode frame) {
        return transaction(work -> {
            ObjectNode payment = commanded(work, deviceId, frame);
            Outcomes.apply(work, payment, frame);
            return Frames.settled(Json.need(payment, "_command_id"), Json.need(payment, "status"));
        });
    }

    private static ObjectNode commanded(Work work, String deviceId, ObjectNode frame) {
        String command = Json.text(frame, "command_id");
        return Query.of(TerminalPayments.PAYMENT)
                .where("_command_id", command == null ? "" : command)
                .where("device_id", deviceId)
                .first(work.tx())
                .orElseThrow(() -> Refusal.conflict("unknown_command", "No such command of this device: " + command));
    }

    private <T> T transaction(Function<Work, T> work) {
        return database.transaction(tx -> work.apply(Work.own(tx, clock.instant(), ids)));
    }
}
