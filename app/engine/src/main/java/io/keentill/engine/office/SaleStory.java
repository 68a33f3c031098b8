package io.keentill.engine.office;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the till knows of one sale.
 *
 * @param sale as it is now
 * @param attempts on terminals, both ways, oldest first
 * @param decisions of managers about them
 * @param refunds oldest first
 * @param told what RevKeen is told of it, in sequence
 * @param elsewhere what others did with its order at RevKeen, oldest first
 * @param refundable what may still go back
 * @param names of those who took part, by their ids
 */
public record SaleStory(
        Order sale,
        List<PaymentAttempt> attempts,
        List<ManagerDecision> decisions,
        List<Refund> refunds,
        List<Told> told,
        List<Elsewhere> elsewhere,
        Refundable refundable,
        Map<String, String> names) {

    /** Copies the lists. */
    public SaleStory {
        attempts = List.copyOf(attempts);
        decisions = List.copyOf(decisions);
        refunds = List.copyOf(refunds);
        told = List.copyOf(told);
        elsewhere = List.copyOf(elsewhere);
        names = Map.copyOf(names);
    }

    /** The name for an id; the id where nobody has it. */
    public String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /**
     * One thing that RevKeen is told.
     *
     * @param what invoice, finalize, order, card, cash, credit, credit_void or card_back
     * @param state how far it is
     * @param problem RevKeen's words, if it refused; null otherwise
     * @param since when the till wrote it down
     */
    public record Told(String what, State state, @Nullable Sentence problem, Instant since) {

        /** How far it is. */
        public enum State {
            /** Still to be sent. */
            WAITING,
            /** RevKeen has it. */
            DONE,
            /** Refused for good: somebody has to see to it. */
            REFUSED
        }
    }

    /**
     * Something that others did with the order at RevKeen.
     *
     * @param cancelled whether they cancelled it; else they marked it as fulfilled
     * @param at when, by RevKeen's clock; null where it does not say
     */
    public record Elsewhere(boolean cancelled, @Nullable Instant at) {}
}
