package io.keentill.device.poslink;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Exchange;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the terminal things that move no money, each in an exchange of its own, and traces every frame. */
final class Dialogue {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int CODE = 3;
    private static final int TEXT = 4;

    private final Line line;
    private final FrameTrace trace;

    Dialogue(Line line, FrameTrace trace) {
        this.line = line;
        this.trace = trace;
    }

    /** What came of asking. */
    sealed interface Reply {

        /** It answered. */
        record Told(Message message) implements Reply {

            String code() {
                return message.text(CODE);
            }

            String text() {
                return FrameMask.shown(message.text(TEXT));
            }
        }

        /** It was reached, and did not even acknowledge: it is busy or in its menu; on a serial line it may be off. */
        record Silent() implements Reply {}

        /** It was not reached, or the link was lost before the answer. */
        record Broken(Sentence why) implements Reply {}
    }

    /** Asks; {@code within} bounds the wait for the answer once the question arrived. */
    Reply ask(Message request, Duration within) {
        Exchange exchange;
        try {
            exchange = line.open();
        } catch (LinkException e) {
            return new Reply.Broken(LinkException.said(e));
        }
        boolean orderly = false;
        try {
            out(request);
            Exchange.Delivery delivery = exchange.send(request);
            if (delivery == Exchange.Delivery.REFUSED) {
                return new Reply.Broken(Sentence.of(
                        "poslink.the-terminal-says-that-what-it",
                        "The terminal says that what it is sent arrives damaged. Check the cable and the"
                                + " line's settings"));
            }
            Message answer = delivery == Exchange.Delivery.TAKEN ? await(exchange, request, within) : null;
            orderly = answer != null;
            return answer == null ? new Reply.Silent() : new Reply.Told(answer);
        } catch (LinkException e) {
            return new Reply.Broken(LinkException.said(e));
        } finally {
            line.done(exchange, orderly);
        }
    }

    /** Traces a frame that is about to leave. */
    void out(Message message) {
        trace.frame(FrameTrace.Direction.OUT, FrameMask.text(message));
    }

    /** Traces a frame that came. */
    void in(Message message) {
        trace.frame(FrameTrace.Direction.IN, FrameMask.text(message));
    }

    /** The command that answers {@code command}: its number is one higher. */
    static String answerTo(String command) {
        return command.charAt(0) + "%02d".formatted(Integer.parseInt(command.substring(1)) + 1);
    }

    private @Nullable Message await(Exchange exchange, Message request, Duration within) throws LinkException {
        String wanted = answerTo(request.text(0));
        Deadline deadline = Deadline.in(within);
        while (!deadline.passed()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new LinkException(Sentence.of(
                        "poslink.the-till-stopped-waiting-for-the", "The till stopped waiting for the terminal"));
            }
            Message message = exchange.receive(exchange.speaksWhileWaiting() ? deadline.left(LOOK) : deadline.left());
            if (message == null) {
                continue;
            }
            in(message);
            if (message.text(1).equals(wanted)) {
                exchange.confirm();
                return message;
            }
            // A late answer to something older.
            exchange.confirmAndGoOn();
        }
        return null;
    }
}
