package io.keentill.device.poslink.emulator;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.FrameDecoder.Event;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Timings;
import io.keentill.device.poslink.transport.Wire;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A till on TCP or a serial line, for one command. */
final class FramedTill implements Till {

    private final Wire wire;
    private final Desk desk;
    private boolean lost;
    private @Nullable Message next;

    FramedTill(Wire wire, Desk desk) {
        this.wire = wire;
        this.desk = desk;
    }

    /** A command that came where an acknowledgement was awaited; null if none did. */
    @Nullable
    Message next() {
        return next;
    }

    @Override
    public void accept() {
        say(() -> wire.sign(Control.ACK));
    }

    @Override
    public void status(Message report) {
        say(() -> wire.send(report));
    }

    @Override
    public boolean hearsCancel(Duration time) {
        try {
            switch (wire.next(time)) {
                case Event.Whole(Message message)
                when message.text(0).equals("A14") -> {
                    wire.sign(Control.ACK);
                    return true;
                }
                case Event.Whole(Message message)
                when message.text(0).equals("A35") -> {
                    wire.sign(Control.ACK);
                    desk.answer(message).ifPresent(this::status);
                }
                case Event.Damaged() -> wire.sign(Control.NAK);
                case Event.Sign(int control) when control == Control.ENQ -> wire.sign(Control.ACK);
                case null, default -> {
                    // A terminal that takes a payment leaves everything else alone.
                }
            }
        } catch (LinkException e) {
            lost = true;
        }
        return false;
    }

    @Override
    public void answer(Message answer) {
        for (int again = 0; again <= Timings.REPETITIONS && !lost; again++) {
            say(() -> wire.send(answer));
            if (acknowledged()) {
                break;
            }
        }
        say(() -> wire.sign(Control.EOT));
    }

    @Override
    public void raw(byte[] bytes) {
        say(() -> wire.raw(bytes));
    }

    @Override
    public void hangUp() {
        lost = true;
        if (!wire.link().address().kind().equals("serial")) {
            wire.close();
        }
    }

    @Override
    public void staySilent() {
        // The next command is served as ever.
    }

    @Override
    public boolean lost() {
        return lost;
    }

    private interface Speech {
        void say() throws LinkException;
    }

    private void say(Speech speech) {
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
        Deadline deadline = Deadline.in(desk.traits().answerTime());
        try {
            while (!lost && !deadline.passed()) {
                switch (wire.next(deadline.left())) {
                    case Event.Sign(int control)
                    when control == Control.ACK -> {
                        return true;
                    }
                    case Event.Sign(int control)
                    when control == Control.NAK -> {
                        return false;
                    }
                    case Event.Whole(Message message) when message.text(0).equals("A14") -> wire.sign(Control.ACK);
                    case Event.Whole(Message message) -> {
                        next = message;
                        return true;
                    }
                    case Event.Damaged() -> wire.sign(Control.NAK);
                    case null, default -> {
                        // Nothing yet; ENQ and EOT acknowledge nothing.
                    }
                }
            }
        } catch (LinkException e) {
            lost = true;
        }
        return false;
    }
}
