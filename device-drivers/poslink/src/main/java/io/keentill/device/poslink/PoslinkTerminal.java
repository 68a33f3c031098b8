package io.keentill.device.poslink;

import io.keentill.device.poslink.Dialogue.Reply;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.text.Sentence;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One terminal. Calls take turns by a lock; {@link #requestCancel} and {@link #close} do not wait for it. */
final class PoslinkTerminal implements PaymentTerminal {

    private final Line line;
    private final Dialogue dialogue;
    private final Requests requests;
    private final PoslinkSettings settings;
    private final BatchClose batch;
    private final Resolution resolution;
    private final Set<Capability> capabilities;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Running running;

    PoslinkTerminal(Line line, PoslinkSettings settings, boolean cancels, TerminalDriver.Context context) {
        this.line = line;
        this.settings = settings;
        this.dialogue = new Dialogue(line, context.trace());
        this.requests = new Requests(settings.version(), settings.reports() && cancels);
        this.batch = new BatchClose(dialogue, requests, settings, context.clock());
        this.resolution = new Resolution(new Inquiry(dialogue, requests, settings), settings, context.clock());
        Set<Capability> all = EnumSet.of(
                Capability.REFUND,
                Capability.LINKED_REFUND,
                Capability.REVERSAL,
                Capability.PRE_AUTHORISATION,
                Capability.QUERY_BY_REFERENCE,
                Capability.PARTIAL_APPROVAL,
                Capability.TOTALS,
                Capability.END_OF_DAY);
        if (cancels) {
            all.add(Capability.CANCEL);
        }
        this.capabilities = Set.copyOf(all);
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public TerminalStatus status() {
        if (!turn.tryLock()) {
            return new TerminalStatus(
                    TerminalStatus.State.BUSY,
                    Sentence.of("poslink.a-payment-is-running", "A payment is running"),
                    TerminalIdentity.NONE);
        }
        try {
            return status(dialogue.ask(requests.initialise(), settings.report()));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        turn.lock();
        Running mine = new Running(request.reference());
        running = mine;
        try {
            return new PaymentAttempt(line, dialogue, requests, settings, request, monitor, mine).perform();
        } finally {
            running = null;
            turn.unlock();
        }
    }

    @Override
    public void requestCancel(String reference) {
        Running now = running;
        if (now != null && now.reference().equals(reference)) {
            now.cancel().set(true);
        }
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        return inTurn(() -> resolution.of(attempt));
    }

    @Override
    public TotalsAnswer totals(Currency currency) {
        return inTurn(() -> batch.totals(currency));
    }

    @Override
    public Settlement settle(Currency currency) {
        return inTurn(() -> batch.close(currency));
    }

    @Override
    public void close() {
        line.close();
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private TerminalStatus status(Reply reply) {
        return switch (reply) {
            case Reply.Told told
            when told.code().equals(ResultCode.OK) ->
                new TerminalStatus(TerminalStatus.State.READY, "", identity(told.message()));
            case Reply.Told told ->
                new TerminalStatus(
                        TerminalStatus.State.ATTENTION,
                        Sentence.of(
                                "poslink.the-terminal-answers-look-at-its",
                                "The terminal answers {0} {1}. Look at its display",
                                told.code(),
                                told.text()),
                        TerminalIdentity.NONE);
            case Reply.Silent() ->
                line.isSerial()
                        ? TerminalStatus.unreachable(Sentence.of(
                                "poslink.the-terminal-does-not-answer-check",
                                "The terminal does not answer. Check that it is on, shows its start screen, and"
                                        + " uses this line"))
                        : new TerminalStatus(
                                TerminalStatus.State.BUSY,
                                Sentence.of(
                                        "poslink.the-terminal-is-doing-something-else",
                                        "The terminal is doing something else or is in its menu"),
                                TerminalIdentity.NONE);
            case Reply.Broken(Sentence why) -> TerminalStatus.unreachable(why);
        };
    }

    /** A01: serial number, model, software. It does not say its TID. */
    private static TerminalIdentity identity(Message message) {
        String model = FrameMask.shown(message.text(6));
        return new TerminalIdentity(
                null, said(message.text(5)), model.isEmpty() ? null : "PAX " + model, said(message.text(7)));
    }

    private static @Nullable String said(String text) {
        String shown = FrameMask.shown(text);
        return shown.isEmpty() ? null : shown;
    }
}
