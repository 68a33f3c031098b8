package io.keentill.engine.simulation;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * RevKeen's terminals: one device for each till that links itself, one open payment on each, the outcome from the till. A
 * refund or a void is a payment of its own that names the one it gives back (API reference B.2, C.2, D.5).
 */
final class SimDevices {

    private static final Duration TIME_OUT = Duration.ofMinutes(3);

    /** A payment posted for a device, or its refund or void. */
    static final class TerminalPayment {
        final String id;
        final String device;
        final String invoice;
        final TerminalPaymentType type;
        final String reference;
        final long minor;
        final String currency;
        final Instant at;
        final @Nullable TerminalPayment original;
        String status = "requested";

        /** Begun by somebody at RevKeen's dashboard, not by a till's own request. */
        boolean commanded;

        /** Carried out where the card was charged, with no terminal (API reference B.17). */
        boolean atGateway;

        /** Somebody there wanted it no more before it came to an end. */
        boolean withdrawn;

        private TerminalPayment(Post post, Instant at, @Nullable TerminalPayment original, TerminalPaymentType type) {
            this.id = post.id();
            this.device = post.device();
            this.invoice = post.invoice();
            this.type = type;
            this.reference = post.reference();
            this.minor = post.minor();
            this.currency = post.currency();
            this.at = at;
            this.original = original;
        }

        boolean open() {
            return status.equals("requested") || status.equals("in_progress");
        }

        boolean approved() {
            return status.equals("approved");
        }

        String json() {
            return "{\"id\":\"" + id + "\",\"device_id\":\"" + device + "\",\"invoice_id\":\"" + invoice
                    + "\",\"type\":\"" + type.name().toLowerCase(Locale.ROOT) + "\",\"status\":\"" + status
                    + "\",\"amount_minor\":" + minor + ",\"currency\":\"" + currency + "\",\"reference\":\"" + reference
                    + "\",\"created_at\":\"" + at + "\"}";
        }
    }

    /** What is asked for. */
    record Post(String id, String device, String invoice, String reference, long minor, String currency) {}

    private final Timeline time;
    private final BiConsumer<TerminalPayment, Long> approved;
    private final Map<String, SimChannel> linked = new HashMap<>();
    private final Map<String, TerminalPayment> payments = new LinkedHashMap<>();

    /** @param approved hears of each payment that is approved, once, with its amount */
    SimDevices(Timeline time, BiConsumer<TerminalPayment, Long> approved) {
        this.time = time;
        this.approved = approved;
    }

    Map<String, TerminalPayment> payments() {
        return payments;
    }

    /** A till is there; what it has not answered comes again. */
    void link(String device, SimChannel channel) {
        linked.put(device, channel);
        payments.values().stream()
                .filter(p -> p.device.equals(device) && p.open())
                .forEach(p -> command(channel, p));
    }

    /** A till is gone. */
    void unlink(String device, SimChannel channel) {
        linked.remove(device, channel);
    }

    /** A payment is posted. */
    SimRevKeen.Reply post(Post post) {
        return dispatch(post, null, TerminalPaymentType.SALE);
    }

    /** A payment is to be given back, under a reference of RevKeen's own. */
    SimRevKeen.Reply reverse(String newId, String saleId, String action, @Nullable Long asked) {
        TerminalPayment sale = payments.get(saleId);
        if (sale == null) {
            return SimRevKeen.error(404, "not_found", "No such payment");
        }
        long left = left(sale);
        long minor = asked == null ? left : asked;
        if (sale.type != TerminalPaymentType.SALE || !sale.approved() || minor < 1 || minor > left) {
            return SimRevKeen.error(422, "not_refundable", "Only " + left + " of this payment can be given back");
        }
        boolean whole = action.equals("void");
        if (whole && (left != sale.minor || !day(sale.at).equals(day(time.instant())))) {
            return SimRevKeen.error(422, "already_settled", "This payment cannot be voided any more");
        }
        Post post = new Post(newId, sale.device, sale.invoice, "rk-" + newId, minor, sale.currency);
        return dispatch(post, sale, whole ? TerminalPaymentType.VOID : TerminalPaymentType.REFUND);
    }

    /** What is left of a payment, or so much of it, goes back where the card was charged; null if it is not left. */
    @Nullable
    TerminalPayment giveBackAtGateway(String newId, TerminalPayment sale, @Nullable Long asked) {
        long left = left(sale);
        long minor = asked == null ? left : asked;
        if (minor < 1 || minor > left) {
            return null;
        }
        Post post = new Post(newId, "gateway", sale.invoice, "rk-" + newId, minor, sale.currency);
        TerminalPayment back = new TerminalPayment(post, time.instant(), sale, TerminalPaymentType.REFUND);
        back.status = "approved";
        back.commanded = true;
        back.atGateway = true;
        payments.put(newId, back);
        approved.accept(back, minor);
        return back;
    }

    /** Whether money of the payment that this path names went back without a terminal, so that less is left of it. */
    boolean isBackAtGateway(String path) {
        return payments.values().stream()
                .anyMatch(p -> p.atGateway
                        && p.original != null
                        && List.of(path.split("/")).contains(p.original.id));
    }

    private long left(TerminalPayment sale) {
        return sale.minor
                - payments.values().stream()
                        .filter(p -> p.original == sale && (p.open() || p.approved()))
                        .mapToLong(p -> p.minor)
                        .sum();
    }

    /** A command is delivered once more, whatever became of it meanwhile. */
    void commandAgain(TerminalPayment payment) {
        SimChannel channel = linked.get(payment.device);
        if (channel != null) {
            command(channel, payment);
        }
    }

    /** Somebody does not want it any more. What the terminal says of it all the same counts. */
    void cancel(TerminalPayment payment) {
        if (!payment.open()) {
            return;
        }
        payment.status = "cancelled";
        payment.withdrawn = true;
        SimChannel channel = linked.get(payment.device);
        if (channel != null) {
            channel.fromServer(new FromServer.Cancel(payment.id));
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private SimRevKeen.Reply dispatch(Post post, @Nullable TerminalPayment original, TerminalPaymentType type) {
        SimChannel channel = linked.get(post.device());
        if (channel == null) {
            return SimRevKeen.error(422, "device_offline", "The device is offline");
        }
        if (payments.values().stream().anyMatch(p -> p.device.equals(post.device()) && p.open())) {
            return SimRevKeen.error(409, "device_busy", "The device is busy");
        }
        TerminalPayment payment = new TerminalPayment(post, time.instant(), original, type);
        payments.put(payment.id, payment);
        time.after(TIME_OUT, () -> payment.status = payment.open() ? "timed_out" : payment.status);
        command(channel, payment);
        return new SimRevKeen.Reply(201, "{\"data\":" + payment.json() + "}");
    }

    private static void command(SimChannel channel, TerminalPayment payment) {
        channel.fromServer(new FromServer.Command(
                payment.id,
                OpenEnum.of(payment.type),
                payment.id,
                payment.reference,
                payment.minor,
                payment.currency,
                payment.original == null ? null : payment.original.reference,
                null));
    }

    /** A till says something. */
    void hear(String device, ToServer message) {
        switch (message) {
            case ToServer.Accepted accepted -> {
                TerminalPayment payment = payments.get(accepted.commandId());
                payment.status = payment.status.equals("requested") ? "in_progress" : payment.status;
            }
            case ToServer.Outcome outcome -> settle(device, outcome);
            default -> {
                // hello and heartbeats are the channel's own business
            }
        }
    }

    private void settle(String device, ToServer.Outcome outcome) {
        TerminalPayment payment = payments.get(outcome.commandId());
        boolean approves = outcome.status() == ToServer.Result.APPROVED;
        if (approves && !payment.approved()) {
            payment.status = "approved";
            approved.accept(payment, outcome.amountMinor());
        } else if (payment.open()) {
            payment.status = outcome.status().name().toLowerCase(Locale.ROOT);
        }
        SimChannel channel = linked.get(device);
        if (channel != null) {
            channel.fromServer(new FromServer.Settled(payment.id, payment.status));
        }
    }
}
