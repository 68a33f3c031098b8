package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Command;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends a command and waits for its acceptance; repeats it as long as the terminal asks to wait (84 9C). */
final class CommandSender {

    private static final int REFUSED = 0x84;

    /** How many ends of something earlier may come before the answer. */
    private static final int MOST_ENDS = 4;

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
            Apdu before = dialogue.last();
            once &= dialogue.send(command) == 0 && isTaken();
            Reply reply = await(once, before);
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

    /** Where a frame may take the place of an acknowledgement, only a real one shows that what follows is younger. */
    private boolean isTaken() {
        return !dialogue.repeats() || dialogue.confirmsDelivery();
    }

    private Reply await(boolean once, @Nullable Apdu before) throws LinkException {
        boolean certain = once;
        for (int i = 0; i < MOST_ENDS; i++) {
            Apdu message = dialogue.receive(settings.reply());
            if (message == null) {
                return new Reply.Silent();
            }
            boolean repeated = dialogue.repeats() && message.equals(before);
            if (!isEnd(message)) {
                return reply(message, certain, repeated);
            }
            // Nothing has begun that could end: it is the end of something earlier, and no answer to this command.
            certain = false;
            if (!repeated) {
                dialogue.yes();
            }
        }
        return new Reply.Silent();
    }

    private static Reply reply(Apdu message, boolean certain, boolean repeated) {
        if (Command.isPositive(message.command())) {
            return new Reply.Accepted();
        }
        if (message.command() == Command.WAIT) {
            return new Reply.Busy(certain);
        }
        // 80 with anything behind it but zero is no answer at all; what it stands for shows in what follows.
        return message.commandClass() == REFUSED
                ? new Reply.Refused(message.instruction(), certain && !repeated)
                : new Reply.Spoke(message);
    }

    private static boolean isEnd(Apdu message) {
        return message.command() == Command.COMPLETION || message.command() == Command.ABORTED;
    }
}
