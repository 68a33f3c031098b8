package io.keentill.device.zvt.emulator;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.transport.ApduTransport;
import java.time.Duration;

/** The till as the terminal sees it while it is the master: says something, hears yes, no, or nothing. */
final class Till {

    /** What the till says to a message. */
    enum Answer {
        YES,
        NO,
        WAIT,
        /** Only a part of the goods came out, see {@link #goodsMinor}. */
        PART,
        NOTHING
    }

    private final ApduTransport transport;
    private final Duration patience;
    private long goodsMinor;
    private boolean lost;
    private boolean stopWanted;
    private boolean stoppable;
    private boolean answersStopLate;

    Till(ApduTransport transport, Duration patience) {
        this.transport = transport;
        this.patience = patience;
    }

    /** A new command: forgets the wish to stop the last one, and that the till did not listen. */
    void begin() {
        lost = false;
        stopWanted = false;
        stoppable = true;
        answersStopLate = false;
    }

    /** From now on 06 B0 is heard, but not answered. */
    void answerStopLate() {
        answersStopLate = true;
    }

    /** From now on 06 B0 is refused. */
    void pointOfNoReturn() {
        stoppable = false;
    }

    /** For how much goods came out, with the answer {@link Answer#PART}; minor units. */
    long goodsMinor() {
        return goodsMinor;
    }

    boolean stopWanted() {
        return stopWanted;
    }

    boolean lost() {
        return lost;
    }

    /** Sends {@code message} and waits for the answer. A link that is lost stays lost. */
    Answer say(Apdu message) {
        if (!tell(message)) {
            return Answer.NOTHING;
        }
        Deadline deadline = Deadline.in(patience);
        while (!lost && !deadline.passed()) {
            Apdu heard = hear(deadline.left());
            if (heard == null) {
                continue;
            }
            if (Command.isPositive(heard.command())) {
                return Answer.YES;
            }
            if (heard.command() == Command.PARTIAL_GOODS) {
                goodsMinor = Fields.read(heard.data()).number(Bitmap.AMOUNT).orElse(0);
                return Answer.PART;
            }
            return heard.command() == Command.WAIT ? Answer.WAIT : Answer.NO;
        }
        return Answer.NOTHING;
    }

    /** Sends without waiting; false if the link is lost. */
    boolean tell(Apdu message) {
        try {
            if (!lost) {
                transport.send(message);
            }
        } catch (LinkException e) {
            lost = true;
        }
        return !lost;
    }

    /** Lets time pass, with an ear for 06 B0; ends early on that or, if {@code whileLinked}, on loss of the link. */
    void pass(Duration time, boolean whileLinked) {
        Deadline deadline = Deadline.in(time);
        do {
            if (lost) {
                if (whileLinked) {
                    return;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(deadline.left().toNanos());
            } else {
                hear(deadline.left(Duration.ofMillis(20)));
            }
        } while (!deadline.passed() && !stopWanted);
    }

    /** The next answer of the till, or null if none came in time; commands are dealt with here. */
    @org.jspecify.annotations.Nullable
    private Apdu hear(Duration atMost) {
        try {
            Apdu heard = transport.receive(atMost);
            if (heard == null || Command.isReply(heard.command())) {
                return heard;
            }
            boolean stop = heard.command() == Command.ABORT && stoppable;
            stopWanted |= stop;
            if (stop && answersStopLate) {
                return null;
            }
            int reply = stop ? Command.POSITIVE : heard.command() == Command.ABORT ? Command.NOT_KNOWN : Command.WAIT;
            transport.send(new Apdu(reply, Bytes.EMPTY));
            return null;
        } catch (LinkException e) {
            lost = true;
            return null;
        }
    }
}
