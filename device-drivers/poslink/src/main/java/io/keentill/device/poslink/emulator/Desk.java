package io.keentill.device.poslink.emulator;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.poslink.codec.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One terminal behind all its connections: what it answers to each command that is no payment. */
final class Desk {

    private final EmulatedTerminal terminal;
    private final Traits traits;
    private final Batch batch;
    private final Answers answers;
    private final AtomicReference<@Nullable Peculiarity> nextAnswer = new AtomicReference<>();

    Desk(EmulatedTerminal terminal, Traits traits) {
        this.terminal = terminal;
        this.traits = traits;
        this.batch = new Batch(terminal.acquirer());
        this.answers = new Answers(terminal.profile(), batch);
    }

    EmulatedTerminal terminal() {
        return terminal;
    }

    Traits traits() {
        return traits;
    }

    Batch batch() {
        return batch;
    }

    Answers answers() {
        return answers;
    }

    /** Lets the answer to the next payment suffer this. */
    void nextAnswer(Peculiarity peculiarity) {
        nextAnswer.set(peculiarity);
    }

    /** What this payment's answer is to suffer, once. */
    Optional<Peculiarity> takePeculiarity() {
        return Optional.ofNullable(nextAnswer.getAndSet(null));
    }

    /** The answer to a command that is no payment; empty for those that get none. */
    Optional<Message> answer(Message message) {
        String command = message.text(0);
        Optional<String> wrong = Checks.command(message);
        if (wrong.isPresent()) {
            // Without a readable command there is no number for an answer; a terminal would still say something.
            String shown = wrong.get().equals("COMMAND") ? "A00" : command;
            return Optional.of(Answers.bare(shown, Answers.FORMAT, "BAD " + wrong.get()));
        }
        return switch (command) {
            case "A14" -> Optional.empty();
            case "A00" -> Optional.of(answers.initialised());
            case "A16" -> Optional.of(Answers.bare(command, Answers.OK, "OK"));
            case "A35" ->
                Optional.of(
                        traits.tellsActivity()
                                ? Answers.activity(terminal.running())
                                : Answers.bare(command, Answers.UNSUPPORTED, "UNSUPPORTED"));
            case "B00" -> Optional.of(closeBatch(message));
            case "R00" -> Optional.of(checked(message).orElseGet(answers::totals));
            case "R02" -> Optional.of(checked(message).orElseGet(() -> detail(message)));
            default -> Optional.of(Answers.bare(command, Answers.UNSUPPORTED, "UNSUPPORT TRANS"));
        };
    }

    private static Optional<Message> checked(Message message) {
        return Checks.report(message).map(wrong -> Answers.bare(message.text(0), Answers.FORMAT, "BAD " + wrong));
    }

    private Message closeBatch(Message message) {
        Optional<String> wrong = Checks.close(message);
        if (wrong.isPresent()) {
            return Answers.bare("B00", Answers.FORMAT, "BAD " + wrong.get());
        }
        int number = batch.number();
        List<Booking> closed = terminal.settle();
        return answers.closed(number, closed, io.keentill.device.emulation.Acquirer.total(closed));
    }

    /** R02: by record number, transaction number, authorisation code, till's reference, or the last. */
    private Message detail(Message message) {
        boolean numberFirst = traits.reportOrder() == Traits.ReportOrder.NUMBER_FIRST;
        String number = message.text(numberFirst ? 6 : 8);
        String reference = message.text(numberFirst ? 8 : 6);
        String authCode = message.text(7);
        List<Booking> found = batch.all().stream()
                .filter(booking -> number.isEmpty() || number.equals(Integer.toString(batch.numberOf(booking))))
                .filter(booking -> reference.isEmpty() || reference.equals(booking.reference()))
                .filter(booking -> authCode.isEmpty() || authCode.equals(booking.authCode()))
                .toList();
        String record = message.text(5);
        int index =
                message.group(9).contains("LASTTRANSACTION=1") ? found.size() : record.isEmpty() ? 1 : number(record);
        return index < 1 || index > found.size()
                ? Answers.bare("R02", Answers.NOT_FOUND, "NOT FOUND")
                : answers.record(found.get(index - 1), index, found.size());
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
