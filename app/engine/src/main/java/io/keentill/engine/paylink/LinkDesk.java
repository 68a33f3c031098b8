package io.keentill.engine.paylink;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.Optional;

/**
 * Payments by a link that the customer opens on a telephone. The outcome comes as {@link
 * io.keentill.engine.TillEvent.PaymentResolved}, steps before it as {@link io.keentill.engine.TillEvent.LinkChanged}.
 * Methods block for a commit or a query.
 */
public interface LinkDesk {

    /** Where no RevKeen is set up. */
    LinkDesk NONE = new LinkDesk() {
        @Override
        public boolean isOffered() {
            return false;
        }

        @Override
        public LinkResult show(String orderId, Money amount, String operator) {
            return new LinkResult.Refused(Sentence.of(
                    "paylink.paying-by-link-needs-revkeen-which",
                    "Paying by link needs RevKeen, which is not set up on this till. Use another way" + " to pay."));
        }

        @Override
        public Optional<PayLink> of(String attemptId) {
            return Optional.empty();
        }

        @Override
        public void end(String attemptId) {
            // There are none.
        }

        @Override
        public boolean setAside(String attemptId) {
            return false;
        }
    };

    /** Whether links can be made at all. */
    boolean isOffered();

    /** Asks for a link for {@code amount} of what is due on an order. */
    LinkResult show(String orderId, Money amount, String operator);

    /** The link of an attempt while it runs. */
    Optional<PayLink> of(String attemptId);

    /** Wants a link to end. It may still be paid until RevKeen says that it is over, and then that counts. */
    void end(String attemptId);

    /**
     * Takes its outcome for unknown, so that the sale can be parked; it is watched all the same and pays the sale where it
     * is. Answers false if it has its outcome already, or nothing was sent yet.
     */
    boolean setAside(String attemptId);
}
