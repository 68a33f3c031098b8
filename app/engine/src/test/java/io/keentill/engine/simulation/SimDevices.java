package io.keentill.engine.simulation;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** RevKeen's terminals: one device for each till that links itself, one open payment on each, the outcome from the till. */
final class SimDevices {

    private static final Duration TIME_OUT = Duration.ofMinutes(3);

    /** A payment posted for a device. */
    static final class TerminalPayment {
        final String id;
        final String device;
        final String invoice;
        final String reference;
        final long minor;
        final String currency;
        String status = "requested";

        private TerminalPayment(
                String id, String device, String invoice, String reference, long minor, String currency) {
            this.id = id;
            this.device = device;
            this.invoice = invoice;
            this.reference = reference;
            this.minor = minor;
            this.currency = currency;
        }

        private boolean open() {
            return status.equals("requested") || status.equals("in_progress");
        }

        String json() {
            return "{\"id\":\"" + id + "\",\"device_id\":\"" + device + "\",\"invoice_id\":\"" + invoice
                    + "\",\"status\":\"" + status + "\",\"amount_minor\":" + minor + ",\"currency\":\"" + currency
                    + "\",\"reference\":\"" + reference + "\"}";
        }
    }

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
                .filter(p -> p.device.equals(device) && p.status.equals("requested"))
                .forEach(p -> command(channel, p));
    }

    /** A till is gone. */
    void unlink(String device, SimChannel channel) {
        linked.remove(device, channel);
    }

    /** A payment is posted. */
    SimRevKeen.Reply post(String id, String device, String invoice, String reference, long minor, String currency) {
        SimChannel channel = linked.get(device);
        if (channel == null) {
            return SimRevKeen.error(422, "device_offline", "The device is offline");
        }
        if (payments.values().stream().anyMatch(p -> p.device.equals(device) && p.open())) {
            return SimRevKeen.error(409, "device_busy", "The device is busy");
        }
        TerminalPayment payment = new TerminalPayment(id, device, invoice, reference, minor, currency);
        payments.put(id, payment);
        time.after(TIME_OUT, () -> payment.status = payment.open() ? "timed_out" : payment.status);
        command(channel, payment);
        return new SimRevKeen.Reply(201, "{\"data\":" + payment.json() + "}");
    }

    private static void command(SimChannel channel, TerminalPayment payment) {
        channel.fromServer(new FromServer.Command(
                payment.id,
                OpenEnum.of(TerminalPaymentType.SALE),
                payment.id,
                payment.reference,
                payment.minor,
                payment.currency,
                null,
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
        if (approves && !payment.status.equals("approved")) {
            payment.status = "approved";
            approved.accept(payment, outcome.amountMinor());
        } else if (payment.open()) {
            payment.status = outcome.status().name().toLowerCase(java.util.Locale.ROOT);
        }
        SimChannel channel = linked.get(device);
        if (channel != null) {
            channel.fromServer(new FromServer.Settled(payment.id, payment.status));
        }
    }
}
