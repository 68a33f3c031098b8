package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a command that moves no money to its end. */
final class Service {

    /** How it ended. */
    sealed interface Result {

        /** 06 0F. */
        record Done(Bytes completion, List<StatusInfo> statuses, ReceiptLines printed) implements Result {}

        /** 06 1E, 84 xx, or something that is no ZVT. */
        record Refused(int code) implements Result {}

        /** The terminal does something else. */
        record Busy() implements Result {}

        /** No answer in time. */
        record Silent() implements Result {}
    }

    private static final int PROTOCOL_ERROR = 0x9A;

    /** How often the terminal may ask for more time; it begins anew with each of its messages. */
    private static final int MOST_EXTENSIONS = 20;

    private final Dialogue dialogue;
    private final ZvtSettings settings;

    Service(Dialogue dialogue, ZvtSettings settings) {
        this.dialogue = dialogue;
        this.settings = settings;
    }

    /**
     * Runs {@code command}.
     *
     * @param patience how long a busy terminal is asked again
     * @param completion how long the terminal may work without a word
     */
    Result run(Apdu command, Duration patience, Duration completion) throws LinkException {
        return switch (new CommandSender(dialogue, settings).send(command, patience, () -> false)) {
            case Reply.Accepted() -> finish(completion);
            case Reply.Refused refused -> new Result.Refused(refused.code());
            // What speaks unasked is a payment of before. Its result may be confirmed by nobody who cannot store it.
            case Reply.Busy _, Reply.Spoke _ -> new Result.Busy();
            case Reply.Silent() -> new Result.Silent();
        };
    }

    private Result finish(Duration wait) throws LinkException {
        List<StatusInfo> statuses = new ArrayList<>();
        ReceiptLines printed = new ReceiptLines(settings.role().charset());
        Deadline latest = Deadline.in(wait.multipliedBy(MOST_EXTENSIONS)).earlier(Deadline.in(settings.longest()));
        while (true) {
            Apdu message = dialogue.receive(latest.left(wait));
            if (message == null || latest.passed()) {
                return new Result.Silent();
            }
            switch (message.command()) {
                case Command.COMPLETION -> {
                    dialogue.yes();
                    return new Result.Done(message.data(), statuses, printed);
                }
                case Command.ABORTED -> {
                    dialogue.yes();
                    Bytes data = message.data();
                    return new Result.Refused(data.isEmpty() ? PROTOCOL_ERROR : data.at(0));
                }
                case Command.STATUS_INFO -> {
                    statuses.add(StatusInfo.read(message, settings.role().charset()));
                    dialogue.yes();
                }
                case Command.PRINT_LINE, Command.PRINT_BLOCK -> {
                    printed.add(message);
                    dialogue.yes();
                }
                case Command.INTERMEDIATE -> dialogue.yes();
                default -> {
                    if (message.commandClass() != 0x04 && message.commandClass() != 0x06) {
                        throw new LinkException(Sentence.of(
                                "zvt.what-answers-is-no-zvt-terminal",
                                "What answers is no ZVT terminal, or the line is disturbed"));
                    }
                    dialogue.notKnown();
                }
            }
        }
    }
}
