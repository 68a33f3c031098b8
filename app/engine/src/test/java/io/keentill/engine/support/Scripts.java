package io.keentill.engine.support;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.EntryMode;
import java.util.function.Function;

/** Payments as terminals live them. */
public final class Scripts {

    /** The card everybody pays with. */
    public static final CardDetails CARD = new CardDetails(
            "VISA", "4242", EntryMode.CONTACTLESS, "A1B2C3", "rrn-1", null, "00", "T1", "7", "8", null, null);

    private Scripts() {}

    /** The whole amount is approved. */
    public static FakeTerminal.Script approve() {
        return ends(r -> new Outcome.Approved(r.amount(), CARD, TerminalReceipts.NONE));
    }

    /** Only so much is approved. */
    public static FakeTerminal.Script partial(Money amount) {
        return ends(r -> new Outcome.PartiallyApproved(amount, r.amount(), CARD, TerminalReceipts.NONE));
    }

    /** The issuer says no. */
    public static FakeTerminal.Script decline() {
        return ends(r -> new Outcome.Declined("05", "Do not honour", CARD, TerminalReceipts.NONE));
    }

    /** Sends, gets this outcome from the bank, tells it, confirms it. */
    public static FakeTerminal.Script ends(Function<TerminalRequest, Outcome> how) {
        return (request, monitor, terminal) -> {
            terminal.checkpoint("before sending");
            try {
                monitor.sending("hint " + request.reference());
            } catch (NotDurableException e) {
                return new Outcome.Failed("Not sent: " + e.getMessage());
            }
            terminal.checkpoint("sent");
            Outcome outcome = how.apply(request);
            terminal.acquirer().record(request.kind(), request.reference(), outcome);
            terminal.checkpoint("decided");
            try {
                monitor.outcome(outcome);
            } catch (NotDurableException e) {
                return new Outcome.Unknown("Not confirmed: " + e.getMessage());
            }
            terminal.checkpoint("told");
            return outcome;
        };
    }

    /** The request leaves, the bank decides like this, and its answer never comes back. */
    public static FakeTerminal.Script answerLost(Function<TerminalRequest, Outcome> how) {
        return (request, monitor, terminal) -> {
            sending(request, monitor);
            terminal.checkpoint("sent");
            terminal.acquirer().record(request.kind(), request.reference(), how.apply(request));
            terminal.checkpoint("decided");
            return new Outcome.Unknown("The line went dead");
        };
    }

    /** The request leaves and never arrives. */
    public static FakeTerminal.Script requestLost() {
        return (request, monitor, terminal) -> {
            sending(request, monitor);
            terminal.checkpoint("sent");
            return new Outcome.Unknown("The line went dead");
        };
    }

    /** Nothing leaves. */
    public static FakeTerminal.Script notReachable() {
        return (request, monitor, terminal) -> new Outcome.Failed("The terminal is switched off");
    }

    /** An approval of all that was asked for. */
    public static Outcome approval(TerminalRequest request) {
        return new Outcome.Approved(request.amount(), CARD, TerminalReceipts.NONE);
    }

    /** Stores that the first byte leaves; a store that cannot is not expected here. */
    public static void sending(TerminalRequest request, AttemptMonitor monitor) {
        try {
            monitor.sending("hint " + request.reference());
        } catch (NotDurableException e) {
            throw new AssertionError(e);
        }
    }
}
