package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.text.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a wish for a refund comes to. */
public sealed interface RefundPlan {

    /**
     * It may go back like this.
     *
     * @param amount the sum of the shares, above zero
     * @param tax the tax within it
     * @param lines goods that come back
     * @param shares to which tenders, in the sequence in which it is done
     */
    record Allowed(Money amount, Money tax, List<RefundLine> lines, List<Share> shares) implements RefundPlan {

        /** Copies the lists. */
        public Allowed {
            lines = List.copyOf(lines);
            shares = List.copyOf(shares);
        }
    }

    /** It may not; the message says why and what may. */
    record Refused(Sentence message) implements RefundPlan {}

    /**
     * What goes back to one tender, or of one tender is exchanged.
     *
     * @param type card, cash or exchange
     * @param originalAttemptId the card payment whose money it is; null for cash and for a sale of another till
     */
    record Share(TenderType type, Money amount, @Nullable String originalAttemptId) {}
}
