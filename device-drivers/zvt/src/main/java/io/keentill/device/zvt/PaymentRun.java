package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One payment from its first byte to its end, on an open and registered dialogue. Our 80 00 to an approving 04 0F is the
 * commit: it leaves only after the outcome is durable. What went wrong on the way is thrown or returned as Unknown.
 */
final class PaymentRun {

    private static final int EXTENDED_ERROR_TEXT = 0x1F17;

    /** How often a payment looks whether somebody wants to stop it. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Dialogue dialogue;
    private final ZvtSettings settings;
    private final Fit fit;
    private final AttemptMonitor monitor;
    private final Running running;
    private final ReceiptLines lines;
    private final Charset charset;
    private boolean linesUntold;

    private Deadline deadline;
    private boolean abortSent;
    private boolean reversalSeen;
    private @Nullable StatusInfo status;
    private @Nullable Outcome told;
    private @Nullable Outcome refused;
    private boolean confirmed;
    private @Nullable Sentence doubt;

    /** @param before what the terminal had as its last payment */
    PaymentRun(
            Dialogue dialogue,
            ZvtSettings settings,
            TerminalRequest request,
            RecoveryHint before,
            AttemptMonitor monitor,
            Running running) {
        this.dialogue = dialogue;
        this.settings = settings;
        this.monitor = monitor;
        this.running = running;
        this.deadline = Deadline.in(settings.completion());
        this.charset = settings.role().charset();
        this.lines = new ReceiptLines(charset);
        this.fit = new Fit(request, before, settings.role());
    }

    /** Where it stands when it ends. */
    sealed interface End {

        /** Decided; the monitor was told of it, unless it is Failed or Unknown. */
        record Decided(Outcome outcome) implements End {}

        /** The terminal said that it is done, but not how it ended: it must be asked. */
        record Untold() implements End {}

        /** An approval was told and confirmed, but its completion is missing: it must be asked whether it stands. */
        record Unfinished(Outcome told, StatusInfo status, boolean confirmed, Sentence why) implements End {}
    }

    /** Runs it. */
    End run(Apdu command) {
        try {
            Reply reply = new CommandSender(dialogue, settings).send(command, settings.busy(), running::cancelled);
            return started(reply);
        } catch (LinkException e) {
            return broken(LinkException.said(e));
        }
    }

    /** Whether the terminal said, after its status information, that it reverses (04 FF 05). */
    boolean reversalSeen() {
        return reversalSeen;
    }

    private End started(Reply reply) throws LinkException {
        return switch (reply) {
            case Reply.Accepted() -> follow(null);
            case Reply.Spoke(Apdu early) -> follow(early);
            case Reply.Refused(int code, boolean certain) ->
                certain
                        ? decided(new Outcome.Failed(FailureTexts.of(code)))
                        : unknown(
                                Sentence.of(
                                        "zvt.the-terminal-refused-but-may-have",
                                        "The terminal refused, but may have been asked twice, or have meant something earlier"));
            case Reply.Busy(boolean certain) -> {
                if (!certain) {
                    yield unknown(Sentence.of(
                            "zvt.the-terminal-is-busy-and-may",
                            "The terminal is busy and may already work on this payment"));
                }
                yield decided(
                        running.cancelled()
                                ? new Outcome.Failed(Sentence.of(
                                        "zvt.stopped-before-the-terminal-began-nothing",
                                        "Stopped before the terminal began. Nothing was charged"))
                                : new Outcome.Failed(FailureTexts.of(0x9C)));
            }
            case Reply.Silent() ->
                unknown(Sentence.of("zvt.the-terminal-did-not-answer", "The terminal did not answer"));
        };
    }

    private End follow(@Nullable Apdu early) throws LinkException {
        Apdu message = early;
        deadline = Deadline.in(settings.completion());
        Deadline latest = Deadline.in(settings.longest());
        while (true) {
            if (message != null) {
                Optional<End> end = handle(message);
                if (end.isPresent()) {
                    return end.get();
                }
            }
            if (latest.passed()) {
                return broken(Sentence.of(
                        "zvt.the-terminal-does-not-come-to", "The terminal does not come to an end with the payment"));
            }
            if (message == null && deadline.passed()) {
                return broken(Sentence.of("zvt.the-terminal-fell-silent", "The terminal fell silent"));
            }
            if (running.cancelled() && !abortSent && status == null) {
                abort();
            }
            message = dialogue.receive(deadline.left(LOOK));
        }
    }

    private void abort() throws LinkException {
        abortSent = true;
        monitor.progress(new Progress(
                Progress.Stage.CANCELLING,
                Sentence.of(
                        "zvt.stopping-waiting-for-the-terminals-word", "Stopping; waiting for the terminal's word")));
        dialogue.send(new Apdu(Command.ABORT, Bytes.EMPTY));
    }

    private Optional<End> handle(Apdu message) throws LinkException {
        if (Command.isReply(message.command())) {
            // The answer to our 06 B0; whether it worked shows in what follows. If the payment ends before it comes,
            // the link
            // is given up.
            return Optional.empty();
        }
        if (message.commandClass() != 0x04 && message.commandClass() != 0x06) {
            return Optional.of(broken(
                    Sentence.of("zvt.what-the-terminal-sent-makes-no", "What the terminal sent makes no sense")));
        }
        switch (message.command()) {
            case Command.INTERMEDIATE -> intermediate(message);
            case Command.STATUS_INFO -> {
                deadline = Deadline.in(settings.completion());
                statusInfo(StatusInfo.read(message, charset));
            }
            case Command.PRINT_LINE, Command.PRINT_BLOCK -> printed(message);
            case Command.COMPLETION -> {
                return Optional.of(completed());
            }
            case Command.ABORTED -> {
                return Optional.of(aborted(message.data()));
            }
            default -> dialogue.notKnown();
        }
        return Optional.empty();
    }

    /**
     * Takes a piece of a receipt. At the end of each it is stored before it is acknowledged: a till that prints commits with
     * its last line, and one that cannot keep the receipt says so, upon which the terminal reverses.
     */
    private void printed(Apdu message) throws LinkException {
        boolean end = lines.add(message);
        linesUntold = true;
        deadline = Deadline.in(confirmed ? settings.afterApproval() : settings.completion());
        if (end && !storeReceipts()) {
            dialogue.cannotPrint();
            return;
        }
        dialogue.yes();
    }

    /** Tells of an approval again, now with its receipts; false if that could not be stored. */
    private boolean storeReceipts() {
        Outcome before = told;
        if (before == null || !confirmed || doubt != null || !linesUntold) {
            return true;
        }
        Outcome after = Fit.withReceipts(before, lines.receipts());
        try {
            monitor.outcome(after);
        } catch (NotDurableException e) {
            doubt = Sentence.of(
                    "zvt.the-receipt-could-not-be-stored",
                    "The receipt could not be stored, so it was not confirmed: {0}",
                    e.said());
            return false;
        }
        told = after;
        linesUntold = false;
        return true;
    }

    private void intermediate(Apdu message) throws LinkException {
        Bytes data = message.data();
        int code = data.isEmpty() ? 0x0E : data.at(0);
        reversalSeen |= code == IntermediateTexts.AUTO_REVERSAL && status != null;
        if (code == IntermediateTexts.AUTO_REVERSAL && confirmed) {
            doubt = Sentence.of(
                    "zvt.the-terminal-reverses-a-payment-that", "The terminal reverses a payment that was confirmed");
        }
        monitor.progress(IntermediateTexts.of(message, charset));
        deadline = Deadline.in(patience(data));
        dialogue.yes();
    }

    /** T4, or the terminal's own wish in minutes, up to an hour; less once only the completion is awaited. */
    private Duration patience(Bytes data) {
        if (confirmed) {
            return settings.afterApproval();
        }
        if (data.length() >= 2 && data.at(1) != Bitmap.TLV) {
            int minutes = (data.at(1) >> 4) * 10 + (data.at(1) & 0xF);
            Duration wished = Duration.ofMinutes(Math.min(minutes, 60));
            return wished.compareTo(settings.completion()) > 0 ? wished : settings.completion();
        }
        return settings.completion();
    }

    private void statusInfo(StatusInfo came) throws LinkException {
        StatusInfo before = status;
        if (before != null) {
            repeated(before, came);
            return;
        }
        status = came;
        Optional<Outcome> outcome = fit.outcome(came, lines);
        if (outcome.isEmpty()) {
            doubt = Sentence.of(
                    "zvt.the-terminals-result-does-not-fit", "The terminal's result does not fit what was asked");
            dialogue.no();
            return;
        }
        if (!came.approved()) {
            // Told only once the terminal has ended with 06 1E. A refusal before 06 0F contradicts itself: a disturbed
            // byte may have made it of an approval.
            refused = outcome.get();
            dialogue.yes();
            return;
        }
        try {
            monitor.outcome(outcome.get());
        } catch (NotDurableException e) {
            doubt = Sentence.of(
                    "zvt.the-result-could-not-be-stored-so",
                    "The result could not be stored, so it was not confirmed: {0}",
                    e.said());
            dialogue.no();
            return;
        }
        told = outcome.get();
        dialogue.yes();
        confirmed = true;
        deadline = Deadline.in(settings.afterApproval());
    }

    /** A terminal sends its result again if our answer was lost: the same answer belongs to it. */
    private void repeated(StatusInfo before, StatusInfo came) throws LinkException {
        if (!before.data().equals(came.data())) {
            doubt = Sentence.of(
                    "zvt.the-terminal-gave-two-different-results", "The terminal gave two different results");
        }
        if (doubt == null) {
            dialogue.yes();
        } else {
            dialogue.no();
        }
    }

    private End completed() throws LinkException {
        // A receipt without a marked end is stored now. The payment stands whether or not that works.
        Outcome withoutReceipt = told;
        if (!storeReceipts()) {
            dialogue.yes();
            return withoutReceipt == null ? new End.Untold() : decided(withoutReceipt);
        }
        dialogue.yes();
        if (doubt != null) {
            return unknown(doubt);
        }
        return told == null ? new End.Untold() : decided(told);
    }

    private End aborted(Bytes data) throws LinkException {
        if (doubt != null || confirmed) {
            dialogue.yes();
            return unknown(
                    doubt != null
                            ? doubt
                            : Sentence.of(
                                    "zvt.the-terminal-approved-was-confirmed-and",
                                    "The terminal approved, was confirmed, and then said it stopped"));
        }
        Outcome outcome = refused;
        if (outcome == null && (data.isEmpty() || data.at(0) == 0)) {
            dialogue.yes();
            return unknown(Sentence.of(
                    "zvt.the-terminal-stopped-without-saying-why", "The terminal stopped without saying why"));
        }
        if (outcome == null) {
            outcome = ResultCode.of(data.at(0)).saying(words(data)).outcome(CardDetails.NONE);
        }
        if (linesUntold) {
            outcome = Fit.withReceipts(outcome, lines.receipts());
        }
        try {
            monitor.outcome(outcome);
        } catch (NotDurableException e) {
            return unknown(
                    Sentence.of("zvt.the-result-could-not-be-stored", "The result could not be stored: {0}", e.said()));
        }
        told = outcome;
        dialogue.yes();
        return decided(outcome);
    }

    /** What a terminal says of a fault of its own (tag 1F17) besides its code. */
    private String words(Bytes aborted) {
        Tlv tlv = Fields.read(aborted.from(1)).tlv();
        return tlv.get(EXTENDED_ERROR_TEXT)
                .map(text -> CardReader.clean(text, CharacterSet.of(tlv, charset)))
                .orElse("");
    }

    /** The end when nothing more can be heard. */
    private End broken(Sentence why) {
        if (doubt != null) {
            return unknown(doubt);
        }
        StatusInfo seen = status;
        if (told == null || seen == null) {
            // An abort that was stored and then could not be answered is an abort still.
            return told == null ? unknown(why) : decided(told);
        }
        // Where the till prints, the last line is the commit: a delivered 80 00 to the result proves nothing yet.
        boolean printsLater = settings.role().receipts() == TillRole.Receipts.TILL;
        return seen.approved() ? new End.Unfinished(told, seen, confirmed && !printsLater, why) : decided(told);
    }

    private static End decided(Outcome outcome) {
        return new End.Decided(outcome);
    }

    private static End unknown(Sentence why) {
        return new End.Decided(new Outcome.Unknown(why));
    }
}
