package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one transaction can be given back (section B.11).
 *
 * @param canReverse whether it can be
 * @param transactionId uuid
 * @param gateway who carried it
 * @param paymentMethod card, cash …
 * @param availableOperations words that the API does not list
 * @param constraints what they need
 * @param cardBrand null without a card
 * @param cardLast4 null without a card
 * @param terminalSerial null without a terminal
 * @param terminalUti the terminal's own id of it
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ReversalOptions(
        boolean canReverse,
        String transactionId,
        @Nullable String gateway,
        @Nullable String paymentMethod,
        List<String> availableOperations,
        ReversalConstraints constraints,
        @Nullable String cardBrand,
        @Nullable String cardLast4,
        @Nullable String terminalSerial,
        @Nullable String terminalUti,
        Map<String, Object> extra) {

    static ReversalOptions read(Fields f) {
        return new ReversalOptions(
                f.flagOr("can_reverse", false),
                f.textOr("transaction_id", ""),
                f.text("gateway"),
                f.text("payment_method"),
                f.texts("available_operations"),
                ReversalConstraints.read(f.needObject("constraints")),
                f.text("card_brand"),
                f.text("card_last4"),
                f.text("terminal_serial"),
                f.text("terminal_uti"),
                f.extra());
    }
}
