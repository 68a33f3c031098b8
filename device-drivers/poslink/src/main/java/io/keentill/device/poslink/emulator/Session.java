package io.keentill.device.poslink.emulator;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.FrameDecoder.Event;
import io.keentill.device.poslink.codec.HttpForm;
import io.keentill.device.poslink.codec.HttpHead;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Timings;
import io.keentill.device.poslink.transport.Wire;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection to the emulated terminal: takes commands until the link is gone. */
final class Session implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration HEAD_TIME = Duration.ofSeconds(10);
    private static final Duration INTER_BYTE = Duration.ofMillis(500);

    private final Desk desk;
    private final Link link;
    private volatile boolean closed;
    private int refusals;

    Session(Desk desk, Link link) {
        this.desk = desk;
        this.link = link;
    }

    /** Serves frames. */
    void frames() {
        Wire wire = new Wire(link, INTER_BYTE);
        try {
            while (!closed) {
                Event event = wire.next(IDLE);
                if (!desk.terminal().offline()) {
                    take(wire, event);
                } else if (!serial()) {
                    break;
                }
            }
        } catch (LinkException gone) {
            // The till hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }

    /** Serves one HTTP request. */
    void http() {
        try {
            Optional<String> line = requestLine();
            if (line.isPresent() && !desk.terminal().offline()) {
                Optional<Message> message = HttpForm.inRequestLine(line.get());
                if (message.isPresent()) {
                    serve(message.get(), new HttpTill(link));
                } else {
                    link.write(HttpForm.response(400, "Bad Request", "What was sent is no POSLINK message"));
                }
            }
        } catch (LinkException gone) {
            // The till hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }

    @Override
    public void close() {
        closed = true;
        link.close();
    }

    private boolean serial() {
        return link.address().kind().equals("serial");
    }

    private void take(Wire wire, @Nullable Event event) throws LinkException, InterruptedException {
        switch (event) {
            case Event.Whole(Message first) -> {
                refusals = 0;
                Message message = first;
                while (message != null) {
                    FramedTill till = new FramedTill(wire, desk);
                    serve(message, till);
                    message = till.next();
                }
            }
            case Event.Damaged() -> {
                refusals++;
                wire.sign(refusals > Timings.REPETITIONS ? Control.EOT : Control.NAK);
            }
            case Event.Sign(int control) when control == Control.ENQ -> wire.sign(Control.ACK);
            case null, default -> {
                // Nothing to do: a sign outside of an exchange means nothing.
            }
        }
    }

    private void serve(Message message, Till till) throws InterruptedException {
        if (PaymentFlow.isPayment(message)) {
            if (!new PaymentFlow(desk, till).run(message)) {
                ignore(till);
            }
            return;
        }
        // While it takes a payment on another connection it does nothing but say so.
        if (desk.terminal().busy() && !message.text(0).equals("A35")) {
            ignore(till);
            return;
        }
        till.accept();
        desk.answer(message).ifPresent(till::answer);
    }

    /** A busy terminal leaves a frame without ACK; over HTTP it can only hang up. */
    private static void ignore(Till till) {
        if (till instanceof HttpTill) {
            till.hangUp();
        }
    }

    private Optional<String> requestLine() throws LinkException {
        HttpHead head = new HttpHead();
        byte[] buffer = new byte[4096];
        Deadline deadline = Deadline.in(HEAD_TIME);
        Optional<String> line = Optional.empty();
        while (line.isEmpty() && !head.tooLong() && !deadline.passed() && !closed) {
            line = head.accept(buffer, link.read(buffer, deadline.left(IDLE)));
        }
        return line;
    }
}
