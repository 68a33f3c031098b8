package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Command;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Sends a command and waits for its acceptance; repeats it as long as the terminal asks to wait (84 9C). */
final class CommandSender {

    private static final int REFUSED = 0x84;

    private final Dialogue dialogue;
    private final ZvtSettings settings;

    CommandSender(Dialogue dialogue, ZvtSettings settings) {
        this.dialogue = dialogue;
        this.settings = settings;
    }

    /**
     * Sends {@code command}.
     *
     * @param patience how long a busy terminal is asked again; zero for once only
     * @param stop ends the asking early
     */
    Reply send(Apdu command, Duration patience, BooleanSupplier stop) throws LinkException {
        Deadline end = Deadline.in(patience);
        boolean once = true;
        while (true) {
            once &= dialogue.send(command) == 0;
            Reply reply = await(once);
            if (!(reply instanceof Reply.Busy) || !once || end.passed() || stop.getAsBoolean()) {
                return reply;
            }
            Apdu early = dialogue.receive(end.left(settings.pause()));
            if (early != null) {
                return new Reply.Spoke(early);
            }
            if (end.passed() || stop.getAsBoolean()) {
                return reply;
            }
        }
    }

    /** Waits for the answer to a command that was sent already. */
    Reply await(boolean once) throws LinkException {
        Apdu message = dialogue.receive(settings.reply());
        if (message == null) {
            return new Reply.Silent();
        }
        if (Command.isPositive(message.command())) {
            return new Reply.Accepted();
        }
        if (message.command() == Command.WAIT) {
            return new Reply.Busy(once);
        }
        // 80 with anything behind it but zero is no answer at all; what it stands for shows in what follows.
        return message.commandClass() == REFUSED
                ? new Reply.Refused(message.instruction(), once)
                : new Reply.Spoke(message);
    }
}
