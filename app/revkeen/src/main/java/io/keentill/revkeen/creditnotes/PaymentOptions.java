package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one payment of an invoice can be given back. Amounts in minor units.
 *
 * @param transactionId uuid
 * @param gateway who carried it
 * @param paymentMethod card, cash …
 * @param amountMinor paid
 * @param amountRefundedMinor given back so far
 * @param amountAvailableMinor what is left
 * @param cardBrand null without a card
 * @param cardLast4 null without a card
 * @param terminalSerial null without a terminal
 * @param availableOperations words that the API does not list
 * @param constraints what they need
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentOptions(
        String transactionId,
        @Nullable String gateway,
        @Nullable String paymentMethod,
        long amountMinor,
        long amountRefundedMinor,
        long amountAvailableMinor,
        @Nullable String cardBrand,
        @Nullable String cardLast4,
        @Nullable String terminalSerial,
        List<String> availableOperations,
        PaymentConstraints constraints,
        Map<String, Object> extra) {

    static PaymentOptions read(Fields f) {
        return new PaymentOptions(
                f.textOr("transaction_id", ""),
                f.text("gateway"),
                f.text("payment_method"),
                f.numberOr("amount_minor", 0),
                f.numberOr("amount_refunded_minor", 0),
                f.numberOr("amount_available_minor", 0),
                f.text("card_brand"),
                f.text("card_last4"),
                f.text("terminal_serial"),
                f.texts("available_operations"),
                PaymentConstraints.read(f.needObject("constraints")),
                f.extra());
    }
}
