package io.keentill.device.nexo.emulator;

import io.keentill.device.emulation.Acquirer;
import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Order;
import io.keentill.device.emulation.Payment;
import io.keentill.device.emulation.Script;
import io.keentill.device.nexo.message.Amounts;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** nexo's requests on the emulated terminal. A transaction's id in the books is {@code SaleID/ServiceID}. */
final class Desk {

    private static final List<Script.Fault> ON_RESULT = List.of(
            Script.Fault.LOSE_START,
            Script.Fault.LOSE_RESULT,
            Script.Fault.HANG_RESULT,
            Script.Fault.GARBAGE,
            Script.Fault.WRONG_AMOUNT,
            Script.Fault.WRONG_CURRENCY,
            Script.Fault.WRONG_REFERENCE);

    private final EmulatedTerminal terminal;
    private final Results results;
    private volatile @Nullable TillCalls till;
    private final Map<String, Payment> started = new HashMap<>();

    Desk(EmulatedTerminal terminal) {
        this.terminal = terminal;
        this.results = new Results(terminal.profile());
    }

    void callTill(TillCalls calls) {
        till = calls;
    }

    Front.Answer answer(JsonNode header, String category, JsonNode request) throws InterruptedException {
        String id = header.path("SaleID").asString("") + "/"
                + header.path("ServiceID").asString("");
        return switch (category) {
            case "Payment" -> pay(id, request);
            case "Reversal" -> reverse(id, request);
            case "Abort" -> abort(request);
            case "TransactionStatus" -> Front.Answer.of(status(request));
            case "Diagnosis" -> Front.Answer.of(terminal.busy() ? Results.failure("Busy") : Results.success());
            case "Reconciliation" -> Front.Answer.of(terminal.busy() ? Results.failure("Busy") : reconcile());
            default -> Front.Answer.of(Results.failure("NotAllowed"));
        };
    }

    private Front.Answer pay(String id, JsonNode request) throws InterruptedException {
        JsonNode asked = request.path("PaymentTransaction").path("AmountsReq");
        String code = asked.path("Currency").asString("");
        boolean refund =
                request.path("PaymentData").path("PaymentType").asString("").equals("Refund");
        Optional<Long> minor = code.equals(terminal.profile().currency())
                ? Amounts.minor(asked.path("RequestedAmount"), Currency.getInstance(code))
                : Optional.empty();
        String reference = request.path("SaleData")
                .path("SaleTransactionID")
                .path("TransactionID")
                .asString("");
        if (minor.isEmpty() || minor.get() == 0 || reference.isEmpty()) {
            return Front.Answer.of(Results.failure("MessageFormat"));
        }
        return run(Order.of(refund ? Kind.REFUND : Kind.SALE, minor.get(), code, id, reference));
    }

    private Front.Answer reverse(String id, JsonNode request) throws InterruptedException {
        String wanted = request.path("OriginalPOITransaction")
                .path("POITransactionID")
                .path("TransactionID")
                .asString("");
        Optional<Booking> original =
                terminal.acquirer().latest(b -> Results.transactionId(b).equals(wanted));
        if (original.isEmpty()) {
            return Front.Answer.of(Results.failure("NotFound"));
        }
        Booking first = original.get();
        Currency currency = Currency.getInstance(first.currency());
        JsonNode part = request.path("ReversedAmount");
        Optional<Long> minor = part.isMissingNode() ? Optional.of(first.amountMinor()) : Amounts.minor(part, currency);
        String reference = request.path("SaleData")
                .path("SaleTransactionID")
                .path("TransactionID")
                .asString("");
        if (minor.isEmpty() || minor.get() == 0 || minor.get() > left(first)) {
            return Front.Answer.of(Results.failure("NotAllowed"));
        }
        boolean whole = minor.get() == first.amountMinor() && !first.settled();
        return run(new Order(
                whole ? Kind.REVERSAL : Kind.REFUND, minor.get(), first.currency(), id, reference, first.number()));
    }

    /** What of a payment is still there to be given back. */
    private long left(Booking first) {
        if (first.state() != Booking.State.BOOKED || first.kind() != Kind.SALE) {
            return 0;
        }
        long back = terminal.acquirer().all().stream()
                .filter(b -> b.original() == first.number() && b.state() == Booking.State.BOOKED)
                .mapToLong(Booking::amountMinor)
                .sum();
        return first.amountMinor() - back;
    }

    private Front.Answer run(Order order) throws InterruptedException {
        String id = String.valueOf(order.id());
        Payment payment;
        synchronized (started) {
            if (started.containsKey(id) || terminal.acquirer().byId(id).isPresent()) {
                // A service id must not come twice within 48 hours.
                return Front.Answer.of(Results.failure("MessageFormat"));
            }
            Optional<Payment> begun = terminal.begin(order);
            if (begun.isEmpty()) {
                return Front.Answer.of(Results.failure("Busy"));
            }
            payment = begun.get();
            started.put(id, payment);
        }
        int seen = 0;
        while (payment.booking().isEmpty()) {
            if (!terminal.busy() && payment.booking().isEmpty()) {
                return before(payment);
            }
            List<Payment.Phase> phases = payment.awaitNews(seen, Duration.ofMillis(50));
            tell(id, phases.subList(Math.min(seen, phases.size()), phases.size()));
            seen = phases.size();
        }
        List<Payment.Phase> all = payment.phases();
        tell(id, all.subList(Math.min(seen, all.size()), all.size()));
        print(id, payment.booking().get());
        return told(payment, payment.booking().get());
    }

    private void tell(String id, List<Payment.Phase> news) {
        TillCalls calls = till;
        if (calls != null) {
            news.forEach(phase -> calls.tell(id.substring(0, id.indexOf('/')), phase));
        }
    }

    /** The terminal has no printer of its own: the line that proves who approved goes to the till. */
    private void print(String id, Booking booking) {
        TillCalls calls = till;
        if (calls != null && booking.approved()) {
            calls.print(id.substring(0, id.indexOf('/')), List.of("Terminal copy", "AUTH " + booking.authCode()));
        }
    }

    /** The payment was forgotten: nothing is said, or the script wants what was said the last time. */
    private Front.Answer before(Payment payment) {
        Optional<Booking> before = payment.suffers(Script.Fault.WRONG_TRANSACTION)
                ? terminal.acquirer().latest(Booking::approved)
                : Optional.empty();
        return before.map(booking -> Front.Answer.of(results.of(booking, null)))
                .orElse(new Front.Answer(null, Script.Fault.LOSE_RESULT));
    }

    private Front.Answer told(Payment payment, Booking booking) {
        for (Script.Fault fault : ON_RESULT) {
            if (payment.suffers(fault)) {
                return new Front.Answer(results.of(booking, fault), fault);
            }
        }
        return Front.Answer.of(results.of(booking, null));
    }

    private Front.Answer abort(JsonNode request) {
        JsonNode reference = request.path("MessageReference");
        String id = reference.path("SaleID").asString("") + "/"
                + reference.path("ServiceID").asString("");
        terminal.running().filter(payment -> payment.id().equals(id)).ifPresent(payment -> terminal.cancel());
        return Front.Answer.empty();
    }

    private ObjectNode status(JsonNode request) {
        JsonNode reference = request.path("MessageReference");
        String category = reference.path("MessageCategory").asString("");
        String serviceId = reference.path("ServiceID").asString("");
        String id = reference.path("SaleID").asString("") + "/" + serviceId;
        Optional<Payment> running =
                terminal.running().filter(payment -> payment.id().equals(id));
        if (running.isPresent() && running.get().booking().isEmpty()) {
            return Results.failure("InProgress");
        }
        Optional<Booking> booking = terminal.acquirer().byId(id);
        if (booking.isEmpty()) {
            return Results.failure("NotFound");
        }
        ObjectNode answer = Results.success();
        answer.set("MessageReference", reference);
        ObjectNode repeated = answer.putObject("RepeatedMessageResponse");
        repeated.putObject("MessageHeader")
                .put("MessageCategory", category)
                .put("ServiceID", serviceId)
                .put("SaleID", reference.path("SaleID").asString(""));
        repeated.putObject("RepeatedResponseMessageBody").set(category + "Response", results.of(booking.get(), null));
        return answer;
    }

    private ObjectNode reconcile() {
        List<Booking> day = terminal.settle();
        ObjectNode answer = Results.success();
        ObjectNode totals = answer.putArray("TransactionTotals").addObject();
        totals.put("PaymentInstrumentType", "Card");
        for (Kind kind : List.of(Kind.SALE, Kind.REFUND)) {
            List<Booking> some = day.stream().filter(b -> b.kind() == kind).toList();
            Currency currency = Currency.getInstance(terminal.profile().currency());
            totals.withArray("PaymentTotals")
                    .addObject()
                    .put("TransactionType", kind == Kind.SALE ? "Debit" : "Credit")
                    .put("TransactionCount", some.size())
                    .put("TransactionAmount", Amounts.decimal(Math.abs(Acquirer.total(some)), currency));
        }
        return answer;
    }
}
