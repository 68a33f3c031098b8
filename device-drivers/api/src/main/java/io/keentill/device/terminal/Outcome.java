package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import java.util.List;

/**
 * How an attempt ended. Only what the terminal itself said for certain is Approved, Declined or Cancelled; Failed means
 * that certainly nothing was charged; everything doubtful is Unknown.
 */
public sealed interface Outcome {

    /**
     * Money moved (for a reversal: it moved back).
     *
     * @param amount what was approved
     * @param card what may be kept of the card
     * @param receipts what the terminal wants printed
     */
    record Approved(Money amount, CardDetails card, TerminalReceipts receipts) implements Outcome {}

    /** Less than asked was approved; the rest stays due. */
    record PartiallyApproved(Money amount, Money asked, CardDetails card, TerminalReceipts receipts)
            implements Outcome {}

    /**
     * Refused. Nothing moved.
     *
     * @param code the terminal's or host's code
     * @param message why, for clerk and customer
     */
    record Declined(String code, Sentence message, CardDetails card, TerminalReceipts receipts) implements Outcome {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public Declined(String code, CharSequence message, CardDetails card, TerminalReceipts receipts) {
            this(code, Sentence.from(message), card, receipts);
        }
    }

    /** Stopped by customer, clerk or time-out at the terminal. Nothing moved. */
    record Cancelled(Sentence message) implements Outcome {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public Cancelled(CharSequence message) {
            this(Sentence.from(message));
        }
    }

    /** Certainly nothing moved; {@code message} says why and what to do. */
    record Failed(Sentence message) implements Outcome {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public Failed(CharSequence message) {
            this(Sentence.from(message));
        }
    }

    /** Nobody knows yet; {@code message} says what happened. */
    record Unknown(Sentence message) implements Outcome {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public Unknown(CharSequence message) {
            this(Sentence.from(message));
        }
    }

    /**
     * Text that the terminal asks the till to print, line by line; empty where it prints itself.
     *
     * @param merchant the shop's copy
     * @param customer the customer's copy
     */
    record TerminalReceipts(List<String> merchant, List<String> customer) {

        /** Nothing to print. */
        public static final TerminalReceipts NONE = new TerminalReceipts(List.of(), List.of());

        /** Copies the lists. */
        public TerminalReceipts {
            merchant = List.copyOf(merchant);
            customer = List.copyOf(customer);
        }
    }
}
