package io.keentill.device.poslink.emulator;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Order;
import io.keentill.device.emulation.Payment;
import io.keentill.device.emulation.Script;
import io.keentill.device.poslink.codec.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One T00: checks it, lets customer and host decide, and tells the till or does not. */
final class PaymentFlow {

    private static final int TYPE = 2;
    private static final int TRACE = 5;
    private static final int EXTENDED = 10;
    private static final int NUMBER_FIELD = 3;
    private static final int ORIGINAL_REFERENCE_FIELD = 6;
    private static final String HOST_REFERENCE = "HREF=";
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final byte[] NONSENSE =
            "{\u0000\u0002garbage\u0007}\r\n<html>".getBytes(StandardCharsets.ISO_8859_1);

    private final Desk desk;
    private final Till till;
    private final EmulatedTerminal terminal;

    PaymentFlow(Desk desk, Till till) {
        this.desk = desk;
        this.till = till;
        this.terminal = desk.terminal();
    }

    /** Whether a terminal that is busy would leave this command alone. */
    static boolean isPayment(Message message) {
        return message.text(0).equals("T00");
    }

    /**
     * Runs it.
     *
     * @return false if the terminal does not take it on, and says nothing at all
     */
    boolean run(Message message) throws InterruptedException {
        Optional<String> wrong = Checks.command(message).or(() -> Checks.payment(message));
        if (wrong.isPresent()) {
            till.accept();
            till.answer(Answers.bare("T00", Answers.FORMAT, "BAD " + wrong.get()));
            return true;
        }
        String reference = message.text(TRACE);
        Optional<Booking> original = original(message);
        Optional<Kind> kind = kind(message.text(TYPE), original);
        Optional<Message> refusal = refusal(message, kind, original);
        if (refusal.isPresent()) {
            till.accept();
            till.answer(refusal.get());
            return true;
        }
        Optional<Payment> begun = terminal.begin(new Order(
                kind.orElseThrow(),
                Checks.amount(message),
                terminal.profile().currency(),
                null,
                reference,
                original.map(Booking::number).orElse(0)));
        if (begun.isEmpty()) {
            return false;
        }
        Payment payment = begun.get();
        if (payment.suffers(Script.Fault.LOSE_START)) {
            till.hangUp();
        } else {
            till.accept();
        }
        follow(payment, message.group(EXTENDED).contains("REPORTSTATUS=1"));
        answer(payment, message);
        return true;
    }

    private Optional<Message> refusal(Message message, Optional<Kind> kind, Optional<Booking> original) {
        if (kind.isEmpty()) {
            return Optional.of(Answers.bare("T00", Answers.UNSUPPORTED, "UNSUPPORT TRANS"));
        }
        Optional<Booking> same = desk.batch().withReference(message.text(TRACE));
        if (same.isPresent()) {
            return Optional.of(desk.answers().duplicateOf(same.get()));
        }
        boolean refers = switch (kind.get()) {
            case REVERSAL, COMPLETION, RELEASE -> true;
            case REFUND -> names(message);
            case SALE, PREAUTH -> false;
        };
        if (refers && original.isEmpty()) {
            return Optional.of(Answers.bare("T00", Answers.NOT_FOUND, "NOT FOUND"));
        }
        boolean whole = kind.get() == Kind.REVERSAL || kind.get() == Kind.RELEASE;
        return !whole && Checks.amount(message) == 0
                ? Optional.of(Answers.bare("T00", Answers.FORMAT, "BAD AMOUNT"))
                : Optional.empty();
    }

    private static boolean names(Message message) {
        return !message.field(TRACE, ORIGINAL_REFERENCE_FIELD).isEmpty()
                || message.group(EXTENDED).stream().anyMatch(field -> field.startsWith(HOST_REFERENCE));
    }

    private static Optional<Kind> kind(String type, Optional<Booking> original) {
        return switch (type) {
            case "16" ->
                Optional.of(original.filter(b -> b.kind() == Kind.PREAUTH).isPresent() ? Kind.RELEASE : Kind.REVERSAL);
            case "01" -> Optional.of(Kind.SALE);
            case "02" -> Optional.of(Kind.REFUND);
            case "03" -> Optional.of(Kind.PREAUTH);
            case "04" -> Optional.of(Kind.COMPLETION);
            case "17", "18", "20" -> Optional.of(Kind.REVERSAL);
            case "19" -> Optional.of(Kind.RELEASE);
            default -> Optional.empty();
        };
    }

    /** What the host's reference names, in any batch, or what number and reference name together in the open one. */
    private Optional<Booking> original(Message message) {
        Optional<String> host = message.group(EXTENDED).stream()
                .filter(field -> field.startsWith(HOST_REFERENCE))
                .map(field -> field.substring(HOST_REFERENCE.length()))
                .findFirst();
        if (host.isPresent()) {
            return terminal.acquirer().latest(b -> b.approved() && b.rrn().equals(host.get()));
        }
        String number = message.field(TRACE, NUMBER_FIELD);
        String reference = message.field(TRACE, ORIGINAL_REFERENCE_FIELD);
        if (number.isEmpty() && reference.isEmpty()) {
            return Optional.empty();
        }
        return desk.batch().all().stream()
                .filter(b -> number.isEmpty()
                        || number.equals(Integer.toString(desk.batch().numberOf(b))))
                .filter(b -> reference.isEmpty() || reference.equals(b.reference()))
                .findFirst();
    }

    private void follow(Payment payment, boolean reporting) throws InterruptedException {
        int told = 0;
        while (terminal.running().filter(payment::equals).isPresent()) {
            told = report(payment, told, reporting);
            if (till.lost()) {
                payment.awaitNews(told, LOOK);
            } else if (till.hearsCancel(LOOK)) {
                terminal.cancel();
            }
        }
        report(payment, told, reporting);
    }

    /** Reports the phases from {@code told} on; gives how many there are. */
    private int report(Payment payment, int told, boolean reporting) {
        List<Payment.Phase> phases = payment.phases();
        for (Payment.Phase phase : phases.subList(told, phases.size())) {
            if (reporting && desk.traits().tellsActivity() && phase != Payment.Phase.DONE) {
                till.status(Answers.of("A35", Answers.OK, "OK", List.of(List.of(Answers.activity(phase)))));
            }
        }
        return phases.size();
    }

    private void answer(Payment payment, Message message) {
        Optional<Booking> decided = payment.booking();
        if (decided.isEmpty() || terminal.offline()) {
            till.hangUp();
            return;
        }
        Optional<Peculiarity> peculiarity = desk.takePeculiarity();
        if (peculiarity.filter(Peculiarity.Silence.class::isInstance).isPresent()) {
            till.staySilent();
            return;
        }
        Message answer =
                peculiarity.map(it -> peculiar(it, message)).orElseGet(() -> answer(payment, decided.get(), message));
        if (payment.suffers(Script.Fault.LOSE_RESULT)) {
            till.hangUp();
        } else if (payment.suffers(Script.Fault.GARBAGE)) {
            till.raw(NONSENSE);
            till.hangUp();
        } else if (payment.suffers(Script.Fault.DUPLICATE)) {
            till.answer(answer);
            till.answer(answer);
        } else {
            till.answer(answer);
        }
    }

    private Message peculiar(Peculiarity peculiarity, Message message) {
        String named = desk.traits().namesFailures() ? message.text(TRACE) : "";
        String code = peculiarity instanceof Peculiarity.Code(String chosen) ? chosen : Answers.ABORTED;
        Optional<Booking> before = peculiarity instanceof Peculiarity.AnswerOfBefore
                ? desk.batch().last(booking -> !booking.reference().equals(message.text(TRACE)))
                : Optional.empty();
        return before.map(b -> desk.answers().payment(b, b.reference(), b.amountMinor()))
                .orElseGet(() -> desk.answers().refusal(code, "ERROR", "", message.text(TYPE), named));
    }

    private Message answer(Payment payment, Booking booking, Message message) {
        String named = desk.traits().namesFailures() ? booking.reference() : "";
        String type = message.text(TYPE);
        return switch (booking.state()) {
            case DECLINED -> desk.answers().refusal(Answers.DECLINED, "DECLINE", booking.code(), type, named);
            case CANCELLED -> desk.answers().refusal(Answers.ABORTED, "ABORTED", "", type, named);
            case BOOKED, REVERSED, COMPLETED -> {
                long amount = booking.amountMinor() + (payment.suffers(Script.Fault.WRONG_AMOUNT) ? 1 : 0);
                String reference =
                        payment.suffers(Script.Fault.WRONG_TRANSACTION) ? "SOMEBODYELSE" : booking.reference();
                yield desk.answers().payment(booking, reference, amount);
            }
        };
    }
}
