package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * What RevKeen commands this terminal to do, begun in its dashboard or through its API.
 *
 * @param reference RevKeen's, unique; carried out at most once
 * @param kind sale, refund or reversal
 * @param original reference of the payment that is to go back; null for a sale
 */
public record RemoteCommand(
        String reference,
        PaymentKind kind,
        Money amount,
        @Nullable String original) {

    /** To take money. */
    public static RemoteCommand sale(String reference, Money amount) {
        return new RemoteCommand(reference, PaymentKind.SALE, amount, null);
    }
}
