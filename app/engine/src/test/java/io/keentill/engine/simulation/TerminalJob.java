package io.keentill.engine.simulation;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.engine.support.Scripts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One payment, hold, refund, void or end of a hold as the terminal knows it. */
final class TerminalJob {

    final TerminalRequest request;
    final Semaphore told = new Semaphore(0);
    private final @Nullable TerminalJob original;
    private final boolean linked;

    @Nullable
    Outcome outcome;

    boolean confirmed;
    boolean cut;
    boolean overlooked;
    Duration forgottenUntil = Duration.ZERO;
    Timeline.@Nullable Timer timer;
    private long givenBack;
    private boolean ended;
    private @Nullable LocalDate day;

    /** @param original the job that it refers to, if the terminal knows it */
    TerminalJob(TerminalRequest request, @Nullable TerminalJob original) {
        this.request = request;
        this.original = original;
        this.linked = request.earlier().isPresent();
    }

    String reference() {
        return request.reference();
    }

    private boolean takes() {
        return request instanceof TerminalRequest.Sale || request instanceof TerminalRequest.Completion;
    }

    boolean isHold() {
        return request instanceof TerminalRequest.PreAuthorisation;
    }

    /** The hold that this takes from or lets go; null if it does neither. */
    @Nullable
    TerminalJob endedHold() {
        return endsHold() ? original : null;
    }

    private boolean endsHold() {
        return request instanceof TerminalRequest.Completion || request instanceof TerminalRequest.Release;
    }

    /** What it moves at the bank: above zero from the card, below zero back to it. */
    long moved() {
        if (isHold() || request instanceof TerminalRequest.Release) {
            return 0;
        }
        return takes() ? approved() : -approved();
    }

    /** What was approved, whatever it is. */
    long approved() {
        return switch (outcome) {
            case Outcome.Approved ok -> ok.amount().minor();
            case Outcome.PartiallyApproved part -> part.amount().minor();
            case null, default -> 0;
        };
    }

    /** What the host says, once the customer did what they do. */
    Outcome decided(SimTerminal.Card does, LocalDate today) {
        String no = refusal(today);
        if (no != null) {
            return new Outcome.Declined("57", no, Scripts.CARD, TerminalReceipts.NONE);
        }
        // A void needs no card, nor does what ends a hold, so that nobody can walk away from it.
        boolean cardThere = !(request instanceof TerminalRequest.Reversal) && !endsHold();
        return switch (does) {
            case PAYS, IS_UNHEARD, IS_OVERLOOKED, BACK_UNHEARD, BACK_OVERLOOKED, HOLD_UNHEARD -> whole();
            case PAYS_A_PART -> cardThere ? part(request.amount()) : whole();
            case WALKS_AWAY -> cardThere ? new Outcome.Cancelled("The customer stopped it") : whole();
            case IS_DECLINED -> new Outcome.Declined("05", "Do not honour", Scripts.CARD, TerminalReceipts.NONE);
        };
    }

    /** What becomes of one that the terminal was cut off in. */
    Outcome cutOff(boolean wentThrough, LocalDate today) {
        return wentThrough && refusal(today) == null
                ? whole()
                : new Outcome.Failed("The terminal was started anew. Nothing was charged.");
    }

    private Outcome whole() {
        return new Outcome.Approved(request.amount(), Scripts.CARD, TerminalReceipts.NONE);
    }

    private static Outcome part(Money amount) {
        Money half = Money.of(Math.max(1, amount.minor() / 2), amount.currency());
        return half.equals(amount)
                ? new Outcome.Approved(amount, Scripts.CARD, TerminalReceipts.NONE)
                : new Outcome.PartiallyApproved(half, amount, Scripts.CARD, TerminalReceipts.NONE);
    }

    /** A void is of a whole payment of this day, a refund of no more than what is left of its payment. */
    private @Nullable String refusal(LocalDate today) {
        if (!linked) {
            return null;
        }
        if (endsHold()) {
            boolean live = original != null && original.isHold() && original.approved() > 0 && !original.ended;
            return live && request.amount().minor() <= original.approved() ? null : "No such hold, or not so much";
        }
        if (original == null || !original.takes() || original.approved() == 0) {
            return "No such payment";
        }
        long left = original.approved() - original.givenBack;
        long asked = request.amount().minor();
        if (request instanceof TerminalRequest.Reversal) {
            boolean whole = left == original.approved() && asked == left;
            return whole && today.equals(original.day) ? null : "Cannot be undone";
        }
        return asked > left ? "More than is left of it" : null;
    }

    /** Its end. */
    void end(Outcome how, LocalDate today) {
        outcome = how;
        day = today;
        if (original != null) {
            original.givenBack += approved();
            original.ended |= endsHold() && approved() > 0;
        }
    }

    /** The approval does not stand, since the till did not confirm it. */
    void takeBack() {
        if (original != null) {
            original.givenBack -= approved();
            original.ended &= !endsHold();
        }
        outcome = new Outcome.Cancelled("Taken back: the till did not confirm it");
    }
}
