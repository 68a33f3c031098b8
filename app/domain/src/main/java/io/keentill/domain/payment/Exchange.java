package io.keentill.domain.payment;

import org.jspecify.annotations.Nullable;

/**
 * Whose money an exchange tender is: that of goods of an earlier sale which came back. It was paid once and stayed in the
 * shop, so that whoever gives it back later gives it back the way it was paid: to that card, or in cash. No exchange turns
 * a card's money into cash.
 *
 * @param refundId the refund that let go of it
 * @param refundReference that refund's printed reference
 * @param attemptId the card payment that once took the money; null where it was cash
 */
public record Exchange(
        String refundId, String refundReference, @Nullable String attemptId) {}
