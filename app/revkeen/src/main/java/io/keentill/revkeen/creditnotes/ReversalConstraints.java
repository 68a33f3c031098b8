package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ways back of a transaction need.
 *
 * @param maxAmount minor units at most
 * @param partialSupported whether a part can go back
 * @param requiresCardPresent whether the card must be there
 * @param requiresTerminalOnline whether the terminal must be there
 * @param requiresCustomerIban whether the customer's bank account must be known
 * @param reason why not
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ReversalConstraints(
        @Nullable Long maxAmount,
        boolean partialSupported,
        boolean requiresCardPresent,
        boolean requiresTerminalOnline,
        boolean requiresCustomerIban,
        @Nullable String reason,
        Map<String, Object> extra) {

    static ReversalConstraints read(Fields f) {
        return new ReversalConstraints(
                f.number("max_amount"),
                f.flagOr("partial_supported", false),
                f.flagOr("requires_card_present", false),
                f.flagOr("requires_terminal_online", false),
                f.flagOr("requires_customer_iban", false),
                f.text("reason"),
                f.extra());
    }
}
