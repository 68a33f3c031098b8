package io.keentill.device.poslink.transport;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.FrameDecoder.Event;
import io.keentill.device.poslink.codec.Message;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Frames over TCP or a serial line: the terminal says ACK to the request, or NAK and gets it again at most three times; then
 * comes its frame, to which the till says ACK, or NAK at most three times; the terminal ends with EOT.
 */
public final class FramedExchange implements Exchange {

    private final Wire wire;
    private final Timings timings;
    private final Queue<Message> early = new ArrayDeque<>();
    private int repeated;
    private int refusals;
    private boolean acknowledged;

    /** Over a wire, which is closed with this. */
    public FramedExchange(Wire wire, Timings timings) {
        this.wire = wire;
        this.timings = timings;
    }

    @Override
    public Delivery send(Message request) throws LinkException {
        repeated = 0;
        acknowledged = false;
        for (int again = 0; again <= timings.repetitions(); again++) {
            repeated = again;
            wire.send(request);
            Delivery delivery = taken();
            if (delivery != Delivery.REFUSED) {
                return delivery;
            }
        }
        wire.sign(Control.EOT);
        return Delivery.REFUSED;
    }

    @Override
    public int repeated() {
        return repeated;
    }

    @Override
    public boolean certainlyUnsent() {
        return false;
    }

    @Override
    public void interject(Message message) throws LinkException {
        wire.send(message);
    }

    @Override
    public boolean speaksWhileWaiting() {
        return true;
    }

    @Override
    public @Nullable Message receive(Duration atMost) throws LinkException {
        Message before = early.poll();
        Deadline deadline = Deadline.in(atMost);
        while (before == null) {
            boolean late = deadline.passed();
            switch (wire.next(deadline.left())) {
                case Event.Whole(Message message) -> before = message;
                case Event.Damaged() -> refuse();
                case Event.Sign(int control)
                when control == Control.EOT && acknowledged ->
                    throw new LinkException(Sentence.of(
                            "poslink.the-terminal-ended-the-exchange-without",
                            "The terminal ended the exchange without an answer"));
                case Event.Sign(int control) when control == Control.ENQ -> wire.sign(Control.ACK);
                case Event.Sign(int control) -> {
                    // An EOT before the ACK to our request ends something older.
                    acknowledged |= control == Control.ACK;
                }
                case null -> {
                    return null;
                }
            }
            if (late && before == null) {
                // Control bytes without end are no answer; one that stands behind them is left to the next wait.
                return null;
            }
        }
        refusals = 0;
        return before;
    }

    @Override
    public void confirm() throws LinkException {
        wire.sign(Control.ACK);
        Deadline deadline = Deadline.in(timings.farewell());
        while (!deadline.passed()) {
            Event event = wire.next(deadline.left());
            if (event instanceof Event.Sign(int control) && control == Control.EOT) {
                return;
            }
            if (event instanceof Event.Whole) {
                // It did not hear our ACK and repeats its answer.
                wire.sign(Control.ACK);
            }
        }
    }

    @Override
    public void confirmAndGoOn() throws LinkException {
        wire.sign(Control.ACK);
    }

    @Override
    public void close() {
        wire.close();
    }

    private Delivery taken() throws LinkException {
        Deadline deadline = Deadline.in(timings.acknowledge());
        while (true) {
            boolean late = deadline.passed();
            switch (wire.next(deadline.left())) {
                case Event.Sign(int control)
                when control == Control.ACK -> {
                    return Delivery.TAKEN;
                }
                case Event.Sign(int control)
                when control == Control.NAK -> {
                    return Delivery.REFUSED;
                }
                case Event.Whole(Message message) -> {
                    // It may answer at once, or repeat an answer that belongs to an earlier question.
                    early.add(message);
                    return Delivery.TAKEN;
                }
                case Event.Damaged() -> {
                    // Perhaps an answer, so that the request arrived; it is asked for again.
                    refuse();
                    return Delivery.TAKEN;
                }
                case Event.Sign _
                when late -> {
                    return Delivery.UNCONFIRMED;
                }
                case Event.Sign _ -> {
                    // The end of an earlier exchange, or the terminal asking whether we are there.
                }
                case null -> {
                    return Delivery.UNCONFIRMED;
                }
            }
        }
    }

    private void refuse() throws LinkException {
        refusals++;
        if (refusals > timings.repetitions()) {
            wire.sign(Control.EOT);
            throw new LinkException(Sentence.of(
                    "poslink.what-the-terminal-sends-stays-damaged",
                    "What the terminal sends stays damaged. Check the cable and the line's settings" + " at {0}",
                    wire.link().address()));
        }
        wire.sign(Control.NAK);
    }
}
