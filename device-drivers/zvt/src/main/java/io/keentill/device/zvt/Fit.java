package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import java.util.Optional;

/** Compares a terminal's result with what was asked, and says what outcome it is. */
final class Fit {

    private final TerminalRequest request;
    private final RecoveryHint before;
    private final TillRole role;

    /** @param before the terminal's last payment before this one */
    Fit(TerminalRequest request, RecoveryHint before, TillRole role) {
        this.request = request;
        this.before = before;
        this.role = role;
    }

    /** The outcome that {@code came} means; empty if it does not fit the request. */
    Optional<Outcome> outcome(StatusInfo came, ReceiptLines lines) {
        if (came.result().isEmpty() || isOfBefore(came)) {
            return Optional.empty();
        }
        if (!came.approved()) {
            return Optional.of(ResultCode.of(came.result().getAsInt()).outcome(came.card()));
        }
        if (!saysEnough(came) || isOfAnotherOriginal(came)) {
            return Optional.empty();
        }
        Money asked = request.amount();
        long expected = PaymentCommand.told(request, role);
        long minor = came.amount().orElse(expected);
        boolean sameCurrency = came.currency().orElse(asked.currency().getNumericCode())
                == asked.currency().getNumericCode();
        if (!sameCurrency || minor > expected) {
            return Optional.empty();
        }
        TerminalReceipts receipts = role.receipts() == TillRole.Receipts.OWN
                ? ReceiptLines.printData(came.data(), role.charset())
                : lines.receipts();
        if (minor == expected) {
            return Optional.of(new Outcome.Approved(asked, came.card(), receipts));
        }
        return request instanceof TerminalRequest.Sale && minor > 0
                ? Optional.of(
                        new Outcome.PartiallyApproved(Money.of(minor, asked.currency()), asked, came.card(), receipts))
                : Optional.empty();
    }

    /** The same outcome with receipts, where it can have any. */
    static Outcome withReceipts(Outcome outcome, TerminalReceipts receipts) {
        return switch (outcome) {
            case Outcome.Approved(var amount, var card, var _) -> new Outcome.Approved(amount, card, receipts);
            case Outcome.PartiallyApproved(var amount, var asked, var card, var _) ->
                new Outcome.PartiallyApproved(amount, asked, card, receipts);
            case Outcome.Declined(var code, var message, var card, var _) ->
                new Outcome.Declined(code, message, card, receipts);
            case Outcome.Cancelled _, Outcome.Failed _, Outcome.Unknown _ -> outcome;
        };
    }

    /**
     * Whether an approval says what there is to compare. Field 04 is what was approved, and may be less than was asked: one
     * without it could be of any amount. Only what undoes an earlier payment as a whole cannot be in part, so that it may
     * leave the amount out. Where a field that nobody knows ended the reading, whatever is missing may stand behind it.
     */
    private boolean saysEnough(StatusInfo came) {
        if (came.whole()) {
            return came.amount().isPresent() || (undoesAll() && !came.namesAmount());
        }
        return came.amount().isPresent()
                && came.currency().isPresent()
                && came.trace().isPresent()
                && (before.original().isEmpty() || came.originalTrace().isPresent());
    }

    private boolean undoesAll() {
        return request instanceof TerminalRequest.Reversal || request instanceof TerminalRequest.Release;
    }

    /** Whether it undoes or takes another payment than the one meant: receipt numbers begin anew, trace numbers do not. */
    private boolean isOfAnotherOriginal(StatusInfo came) {
        return before.original().isPresent()
                && came.originalTrace().isPresent()
                && !before.original().equals(came.originalTrace());
    }

    /** Whether it is the payment that was the last before ours. */
    private boolean isOfBefore(StatusInfo came) {
        return before.trace().isPresent()
                && before.trace().equals(came.trace())
                && (came.receipt().isEmpty() || before.receipt().equals(came.receipt()));
    }
}
