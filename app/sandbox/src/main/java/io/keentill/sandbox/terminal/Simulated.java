package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Built-in devices for those who have no terminal. Each has a way of its own, or goes by the last two digits of the
 * amount; all take their time from the sandbox's clock.
 */
public final class Simulated {
    private static final String WAY = "_simulated";
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofSeconds(90);
    private static final int CENTS = 100;

    /** What a device does with a payment. */
    public enum Way {
        /** Approves after two seconds. */
        APPROVE,
        /** Declines after two seconds. */
        DECLINE,
        /** Approves after ninety seconds. */
        SLOW,
        /** Never answers; the payment times out. */
        SILENT,
        /** Approves half of the amount, rounded up. */
        PARTIAL,
        /** Fails after two seconds. */
        ERROR,
        /** The customer presses cancel after two seconds. */
        CANCEL,
        /** By the amount's last two digits: 01 declines, 02 slow, 03 silent, 04 partial, 05 error, 06 cancel. */
        BY_AMOUNT,
        /** Has not been heard of: takes no payment. */
        OFFLINE,
        /** Has no terminal yet: takes no payment. */
        PAIRING;

        /** As the controls spell it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        private Way with(long amountMinor) {
            return this != BY_AMOUNT
                    ? this
                    : switch ((int) (amountMinor % CENTS)) {
                        case 1 -> DECLINE;
                        case 2 -> SLOW;
                        case 3 -> SILENT;
                        case 4 -> PARTIAL;
                        case 5 -> ERROR;
                        case 6 -> CANCEL;
                        default -> APPROVE;
                    };
        }
    }

    private static final Shape NEW =
            Shape.of(Field.text("device_name", 100).or("Simulated terminal"), way().or(Way.BY_AMOUNT.word()));

    private Simulated() {}

    private static Field way() {
        return Field.choice("way", Stream.of(Way.values()).map(Way::word).toArray(String[]::new));
    }

    /** Makes a device: {@code POST /sandbox/devices}. */
    static Reply make(Call call) {
        ObjectNode device =
                add(call.work(), Json.need(call.input(), "device_name"), Way.named(Json.need(call.input(), "way")));
        return shown(201, call.work(), device);
    }

    private static Reply shown(int status, Work work, ObjectNode device) {
        ObjectNode shown = Resource.visible(device).put("status", Devices.status(device, work.now()));
        ObjectNode body = Json.object();
        body.set("data", shown.put("way", Json.need(device, WAY)));
        return Reply.of(status, body);
    }

    static Shape input() {
        return NEW;
    }

    /** Makes a simulated device go about it in another way from now on: {@code POST /sandbox/devices/{id}}. */
    static Reply change(Call call) {
        ObjectNode device = call.work().find(Devices.DEVICE, call.id("id"));
        if (device == null || Json.text(device, WAY) == null) {
            throw Refusal.missing("simulated device", call.id("id"));
        }
        goAbout(call.work(), device, Way.named(Json.need(call.input(), "way")));
        call.work().save(Devices.DEVICE, device);
        return shown(200, call.work(), device);
    }

    static Shape otherWay() {
        return Shape.of(way().must());
    }

    /** A new device that goes about it in this way. */
    public static ObjectNode add(Work work, String name, Way way) {
        ObjectNode device = Json.object().put("id", work.ids().uuid()).put("device_name", name);
        device.putNull("terminal_serial").putNull("terminal_ip").put("platform", "linux");
        goAbout(work, device, way);
        work.insert(Devices.DEVICE, device);
        return device;
    }

    private static void goAbout(Work work, ObjectNode device, Way way) {
        boolean paired = way != Way.PAIRING;
        if (paired && Json.text(device, "terminal_serial") == null) {
            device.put("terminal_serial", "SIM" + work.tx().next("simulated device"));
        }
        device.put("terminal_paired", paired);
        device.put("terminal_reachable", paired && way != Way.OFFLINE).put("app_version", "simulated");
        device.put("last_heartbeat_at", way == Way.OFFLINE ? null : work.nowText());
        device.put(WAY, way.word());
    }

    /** Whether a device lives here, so that its connection never breaks. */
    static boolean alive(ObjectNode device) {
        String way = Json.text(device, WAY);
        return way != null && !way.equals(Way.OFFLINE.word());
    }

    /** Lets every simulated device do what it would have done by now. */
    static void tick(Work work, Predicate<ObjectNode> open) {
        for (ObjectNode payment : Query.of(TerminalPayments.PAYMENT)
                .whereIn("status", "requested", "in_progress")
                .oldestFirst()
                .all(work.tx())) {
            ObjectNode device = work.find(Devices.DEVICE, Json.text(payment, "device_id"));
            if (device != null && alive(device) && open.test(payment)) {
                act(work, payment, device);
            }
        }
    }

    private static void act(Work work, ObjectNode payment, ObjectNode device) {
        if (Json.need(payment, "status").equals("requested")) {
            payment.put("status", "in_progress");
            work.save(TerminalPayments.PAYMENT, payment);
        }
        long amount = Json.whole(payment, "amount_minor");
        Way way = Way.named(Json.need(device, WAY)).with(amount);
        Instant asked = Instant.parse(Json.need(payment, "created_at"));
        Duration patience = way == Way.SLOW ? SLOW : USUAL;
        if (way != Way.SILENT && !work.now().isBefore(asked.plus(patience))) {
            Outcomes.apply(work, payment, outcome(work, payment, device, way));
        }
    }

    private static ObjectNode outcome(Work work, ObjectNode payment, ObjectNode device, Way way) {
        long amount = Json.whole(payment, "amount_minor");
        String command = Json.need(payment, "_command_id");
        ObjectNode frame = Json.object().put("command_id", command).put("currency", Json.text(payment, "currency"));
        frame.put("status", status(way)).put("amount_minor", way == Way.PARTIAL ? amount - amount / 2 : amount);
        frame.put("terminal_serial", Json.text(device, "terminal_serial"));
        frame.put("uti", command.toUpperCase(Locale.ROOT)).put("executed_at", work.nowText());
        switch (status(way)) {
            case "approved" -> approved(work, frame);
            case "declined" -> frame.put("response_code", "51").put("error_message", "insufficient_funds");
            default -> frame.put("error_message", Objects.requireNonNull(why(way)));
        }
        return frame;
    }

    private static void approved(Work work, ObjectNode frame) {
        frame.put("auth_code", String.format("%06d", work.ids().random().nextInt(1_000_000)));
        frame.put("rrn", String.format("%012d", work.tx().next("simulated rrn")));
        frame.put("response_code", "00").put("card_scheme", "VISA").put("masked_pan", "************1111");
        frame.put("entry_mode", "contactless");
    }

    private static String status(Way way) {
        return switch (way) {
            case DECLINE -> "declined";
            case ERROR -> "error";
            case CANCEL -> "cancelled";
            default -> "approved";
        };
    }

    private static @Nullable String why(Way way) {
        return switch (way) {
            case ERROR -> "The simulated terminal failed.";
            case CANCEL -> "The customer cancelled at the terminal.";
            default -> null;
        };
    }
}
