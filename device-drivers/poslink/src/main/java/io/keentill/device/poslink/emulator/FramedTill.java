package io.keentill.device.poslink.emulator;

import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.FrameDecoder.Event;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Deadline;
import io.keentill.device.poslink.transport.Timings;
import io.keentill.device.poslink.transport.Wire;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A till on TCP or a serial line. */
final class FramedTill implements Till {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Wire wire;
    private final Device device;
    private boolean lost;
    private boolean stopWanted;
    private boolean stoppable;
    private @Nullable Message next;

    FramedTill(Wire wire, Device device) {
        this.wire = wire;
        this.device = device;
    }

    /** A new command: forgets the wish to stop the last one, and that nobody listened. */
    void begin() {
        lost = false;
        stopWanted = false;
        stoppable = true;
    }

    /** A command that came where an acknowledgement was awaited; null if none did. */
    @Nullable
    Message takeNext() {
        Message taken = next;
        next = null;
        return taken;
    }

    @Override
    public void status(Message report) {
        tell(() -> wire.send(report));
    }

    @Override
    public void pass(Duration time) {
        Deadline deadline = Deadline.in(time);
        do {
            if (lost) {
                LockSupport.parkNanos(deadline.left(LOOK).toNanos());
            } else {
                hear(deadline.left(LOOK));
            }
        } while (!deadline.passed() && !stopWanted);
    }

    @Override
    public boolean stopWanted() {
        return stopWanted;
    }

    @Override
    public void pointOfNoReturn() {
        stoppable = false;
    }

    @Override
    public void answer(Message answer) {
        for (int again = 0; again <= Timings.REPETITIONS && !lost; again++) {
            tell(() -> wire.send(answer));
            if (acknowledged()) {
                break;
            }
        }
        tell(() -> wire.sign(Control.EOT));
    }

    @Override
    public void answerDamagedFirst(Message answer) {
        byte[] frame = Frame.wrap(answer);
        frame[frame.length - 1] ^= 0x55;
        tell(() -> wire.raw(frame));
        acknowledged();
        answer(answer);
    }

    @Override
    public void raw(byte[] bytes) {
        tell(() -> wire.raw(bytes));
    }

    @Override
    public void hangUp() {
        if (!wire.link().address().kind().equals("serial")) {
            wire.close();
            lost = true;
        }
    }

    @Override
    public boolean lost() {
        return lost;
    }

    private interface Speech {
        void say() throws LinkException;
    }

    private void tell(Speech speech) {
        try {
            if (!lost) {
                speech.say();
            }
        } catch (LinkException e) {
            lost = true;
        }
    }

    /** Waits for ACK; false on NAK and on silence. A new command counts as ACK: the till has gone on. */
    private boolean acknowledged() {
        Deadline deadline = Deadline.in(device.settings().answerTime());
        try {
            while (!lost && !deadline.passed()) {
                switch (wire.next(deadline.left())) {
                    case Event.Sign(int control) when control == Control.ACK -> {
                        return true;
                    }
                    case Event.Sign(int control) when control == Control.NAK -> {
                        return false;
                    }
                    case Event.Whole(Message message) when message.text(0).equals("A14") -> wire.sign(Control.ACK);
                    case Event.Whole(Message message) -> {
                        next = message;
                        return true;
                    }
                    case Event.Damaged() -> wire.sign(Control.NAK);
                    case Event.Sign _ -> {
                        // ENQ and EOT acknowledge nothing.
                    }
                    case null -> {
                        // Nothing yet.
                    }
                }
            }
        } catch (LinkException e) {
            lost = true;
        }
        return false;
    }

    /** While a payment runs: a cancel is heard, a question for the state answered, everything else left alone. */
    private void hear(Duration atMost) {
        try {
            switch (wire.next(atMost)) {
                case Event.Whole(Message message) when message.text(0).equals("A14") -> {
                    wire.sign(Control.ACK);
                    stopWanted |= stoppable;
                }
                case Event.Whole(Message message) when message.text(0).equals("A35") -> {
                    wire.sign(Control.ACK);
                    wire.send(Answers.activity(device));
                }
                case Event.Damaged() -> wire.sign(Control.NAK);
                case Event.Sign(int control) when control == Control.ENQ -> wire.sign(Control.ACK);
                case null, default -> {
                    // A terminal that takes a payment does nothing else.
                }
            }
        } catch (LinkException e) {
            lost = true;
        }
    }
}
