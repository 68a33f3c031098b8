package io.keentill.device.weblink.emulator;

import io.keentill.device.emulation.Acquirer;
import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Order;
import io.keentill.device.emulation.Payment;
import io.keentill.device.emulation.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** WebLink's operations on the emulated terminal. */
final class Desk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Script.Fault> ON_RESULT = List.of(
            Script.Fault.LOSE_RESULT,
            Script.Fault.HANG_RESULT,
            Script.Fault.GARBAGE,
            Script.Fault.WRONG_AMOUNT,
            Script.Fault.WRONG_CURRENCY,
            Script.Fault.WRONG_REFERENCE);

    private final EmulatedTerminal terminal;
    private final Behaviour behaviour;
    private final Results results;

    Desk(EmulatedTerminal terminal, Behaviour behaviour) {
        this.terminal = terminal;
        this.behaviour = behaviour;
        this.results = new Results(terminal.profile(), behaviour);
    }

    Answer pair(Pairing pairing, Map<String, String> query) {
        if (!terminal.profile().serial().equals(query.get("tid"))) {
            return Answer.text(400, "Parameter tid is missing or not this terminal's serial number");
        }
        if (!pairing.code().equals(query.get("pairingCode"))) {
            return Answer.text(403, "Wrong pairing code");
        }
        return Answer.json(
                200,
                JSON.createObjectNode()
                        .put("serialNumber", terminal.profile().serial())
                        .put("authToken", pairing.token()));
    }

    Answer info() {
        ObjectNode info = JSON.createObjectNode();
        info.put("axeptProVersion", "emulated 1.0").put("batteryLevel", "86%").put("firmwareVersion", "emulated");
        info.put("serialNumber", terminal.profile().serial());
        info.putObject("connectionInfo").put("type", "WIFI");
        return Answer.json(200, info);
    }

    Answer status() {
        ArrayNode list = JSON.createArrayNode();
        list.addObject()
                .put("statusDescription", terminal.busy() ? "BUSY" : "LISTENING (READY)")
                .put("statusValue", terminal.busy() ? 1 : 0);
        ObjectNode status = JSON.createObjectNode();
        return Answer.json(200, status.put("Statuses", list.toString()).put("count", 1));
    }

    Answer start(Map<String, String> query, String body) {
        JsonNode wanted;
        try {
            wanted = JSON.readTree(body);
        } catch (JacksonException e) {
            return Answer.text(400, "The body is no JSON");
        }
        Optional<Kind> kind = kind(wanted.path("transType").asString(""));
        JsonNode amount = wanted.path("amountTrans");
        if (kind.isEmpty() || !query.getOrDefault("disablePrinting", "true").matches("true|false")) {
            return Answer.text(400, "Parameter transType or disablePrinting is wrong");
        }
        boolean whole = amount.isIntegralNumber() && amount.canConvertToLong();
        if (!whole || amount.longValue() < (kind.get() == Kind.REVERSAL ? 0 : 1)) {
            return Answer.text(400, "Parameter amountTrans is wrong");
        }
        String currency =
                wanted.path("transCurrencyCode").asString(terminal.profile().currency());
        if (!currency.equals(terminal.profile().currency())) {
            return Answer.text(400, "Currency not supported");
        }
        String uti = wanted.path("uti").asString("");
        Optional<Payment> begun = terminal.begin(order(kind.get(), amount.longValue(), currency, uti, wanted));
        if (begun.isEmpty()) {
            return Answer.text(206, "A transaction is already in progress");
        }
        ObjectNode reply = JSON.createObjectNode();
        reply.put("uti", begun.get().id())
                .put("transType", wanted.path("transType").asString());
        reply.put("amountTrans", amount.longValue()).put("amountGratuity", 0).put("amountCashback", 0);
        boolean lost = begun.get().suffers(Script.Fault.LOSE_START);
        return Answer.json(behaviour.startStatus(), reply).suffering(lost ? Script.Fault.LOSE_START : null);
    }

    /** Undoing and completing name the original's {@code uti}; the others bring their own, or get one. */
    private Order order(Kind kind, long amount, String currency, String uti, JsonNode wanted) {
        String reference = wanted.path("reference").asString("");
        if (kind == Kind.REVERSAL || kind == Kind.COMPLETION) {
            String rrn = wanted.path("retrievalReferenceNumber").asString("");
            Optional<Booking> original = terminal.acquirer()
                    .latest(b -> (uti.isEmpty() ? b.rrn().equals(rrn) : b.id().equals(uti))
                            && b.kind() != Kind.REVERSAL
                            && b.kind() != Kind.RELEASE);
            boolean reserved = original.filter(b -> b.kind() == Kind.PREAUTH).isPresent();
            Kind exact = kind == Kind.REVERSAL && reserved ? Kind.RELEASE : kind;
            return new Order(
                    exact,
                    amount,
                    currency,
                    uti.isEmpty() ? null : uti,
                    reference,
                    original.map(Booking::number).orElse(0));
        }
        boolean ours = behaviour.keepsOurUti() && !uti.isEmpty();
        return Order.of(kind, amount, currency, ours ? uti : null, reference);
    }

    Answer poll(Map<String, String> query) {
        String uti = query.getOrDefault("uti", "");
        if (uti.isEmpty()) {
            return Answer.text(400, "Parameter uti is missing");
        }
        Optional<Payment> current = terminal.running();
        if (current.isPresent() && current.get().id().equals(uti)) {
            return current.get().booking().isEmpty()
                    ? Answer.json(206, results.running(current.get()))
                    : finished(current.get(), uti);
        }
        Optional<Payment> last = terminal.last();
        if (last.isPresent() && last.get().id().equals(uti)) {
            return finished(last.get(), uti);
        }
        List<Booking> all = terminal.acquirer().all();
        return all.subList(Math.max(0, all.size() - behaviour.remembers()), all.size()).reversed().stream()
                .filter(booking -> booking.id().equals(uti))
                .findFirst()
                .map(booking -> Answer.json(200, results.of(booking, uti, List.of(), null)))
                .orElse(Answer.text(404, "Unknown transaction"));
    }

    private Answer finished(Payment payment, String uti) {
        if (payment.suffers(Script.Fault.WRONG_TRANSACTION)) {
            Optional<Booking> before = terminal.acquirer().latest(b -> !b.id().equals(uti) && b.approved());
            if (before.isPresent()) {
                return Answer.json(200, results.of(before.get(), before.get().id(), List.of(), null));
            }
        }
        Optional<Booking> booking = payment.booking();
        if (booking.isEmpty()) {
            return Answer.text(404, "Unknown transaction");
        }
        Script.Fault fault = null;
        for (Script.Fault possible : ON_RESULT) {
            if (fault == null && payment.suffers(possible)) {
                fault = possible;
            }
        }
        return Answer.json(200, results.of(booking.get(), uti, payment.phases(), fault))
                .suffering(fault);
    }

    Answer cancel() {
        return terminal.cancel()
                ? Answer.json(200, JSON.createObjectNode().put("transCancelled", true))
                : Answer.text(400, "Nothing to cancel, or too late");
    }

    Answer report(String type) {
        if (terminal.busy()) {
            return Answer.text(206, "A transaction is in progress");
        }
        return switch (type) {
            case "XReport" -> Answer.json(200, totals(type, terminal.acquirer().open()));
            case "ZReport" -> {
                List<Booking> closed = terminal.settle();
                yield closed.isEmpty()
                        ? Answer.text(200, "No transactions to reconcile")
                        : Answer.json(200, totals(type, closed));
            }
            case "STATUS_CHECK" ->
                Answer.json(200, JSON.createObjectNode().put("reportType", type).put("reportResponse", true));
            default -> Answer.text(400, "Parameter reportType is wrong");
        };
    }

    private static ObjectNode totals(String type, List<Booking> day) {
        ObjectNode json = JSON.createObjectNode().put("reportType", type).put("reportResponse", true);
        put(json, "sale", day, Kind.SALE);
        put(json, "refund", day, Kind.REFUND);
        put(json, "completion", day, Kind.COMPLETION);
        json.put("cashbackCount", 0).put("cashbackAmount", 0);
        return json.put("gratuityCount", 0).put("gratuityAmount", 0);
    }

    private static void put(ObjectNode json, String name, List<Booking> day, Kind kind) {
        List<Booking> some = day.stream().filter(b -> b.kind() == kind).toList();
        json.put(name + "Count", some.size());
        json.put(name + "Amount", Math.abs(Acquirer.total(some)));
    }

    Answer history() {
        ArrayNode list = JSON.createArrayNode();
        terminal.acquirer().all().reversed().stream()
                .filter(booking -> !(behaviour.history().endsAtZ() && booking.settled()))
                .limit(behaviour.history().lists())
                .forEach(booking -> list.add(results.history(booking)));
        return Answer.json(200, list);
    }

    private static Optional<Kind> kind(String transType) {
        return switch (transType) {
            case "SALE" -> Optional.of(Kind.SALE);
            case "REFUND" -> Optional.of(Kind.REFUND);
            case "REVERSAL" -> Optional.of(Kind.REVERSAL);
            case "AUTHORISATION_ONLY", "PRE_AUTH" -> Optional.of(Kind.PREAUTH);
            case "COMPLETION" -> Optional.of(Kind.COMPLETION);
            default -> Optional.empty();
        };
    }
}
