package io.keentill.device.poslink;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;

/** Decides whether an approved transaction is what was asked for, by kind and amount. */
final class Judge {

    private Judge() {}

    /** What it is. */
    sealed interface Verdict {

        /** What was asked for, or a smaller part of it. */
        record Fits(Outcome outcome) implements Verdict {}

        /** Something else; {@code why} is for people. */
        record Differs(Sentence why) implements Verdict {}
    }

    /** Compares; the currency was checked before anything was sent, as the terminal names none. */
    static Verdict of(Transaction transaction, PaymentKind kind, Money asked) {
        if (!transaction.isOf(kind)) {
            return new Verdict.Differs(Sentence.of(
                    "poslink.the-terminal-has-a-transaction-of",
                    "The terminal has a transaction of another kind under this reference"));
        }
        if (transaction.amount().isEmpty()) {
            return new Verdict.Differs(Sentence.of(
                    "poslink.the-terminal-does-not-say-which", "The terminal does not say which amount it approved"));
        }
        long approved = transaction.amount().getAsLong();
        if (approved == asked.minor()) {
            return new Verdict.Fits(new Outcome.Approved(asked, transaction.card(), TerminalReceipts.NONE));
        }
        boolean part = approved > 0 && approved < asked.minor();
        if (part && (kind == PaymentKind.SALE || kind == PaymentKind.PRE_AUTHORISATION)) {
            Money less = Money.of(approved, asked.currency());
            return new Verdict.Fits(
                    new Outcome.PartiallyApproved(less, asked, transaction.card(), TerminalReceipts.NONE));
        }
        return new Verdict.Differs(Sentence.of(
                "poslink.the-terminal-approved-instead-of-a",
                "The terminal approved {0} instead of {1}. A tip or surcharge may have been added",
                Money.of(approved, asked.currency()),
                asked));
    }
}
