package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Open tabs: money is held on a card while a sale goes on, and taken or let go at its end. All but {@link #holdOn} block
 * like a card payment.
 */
public interface TabDesk {

    /** Holds {@code amount} on the customer's card for an open sale; at most one hold for each. */
    HoldResult hold(String orderId, Money amount, String operator);

    /**
     * Takes from what is held, at most what is due; the terminal lets go of the rest. What is due beyond it stays due.
     *
     * @param amount null for as much as is due and held
     */
    CardResult complete(String orderId, @Nullable Money amount, String operator);

    /** Lets go of what is held, for instance because the sale was paid another way. */
    HoldResult release(String orderId, String operator);

    /** The same for the hold with this id: that of its payment attempt, which is that of its task. */
    HoldResult letGo(String holdId, String operator);

    /** What is held for a sale, if anything. */
    Optional<Hold> holdOn(String orderId);
}
