package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * What the ways back of a payment need.
 *
 * @param partialSupported whether a part can go back
 * @param requiresCardPresent whether the card must be there
 * @param requiresTerminalOnline whether the terminal must be there
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentConstraints(
        boolean partialSupported,
        boolean requiresCardPresent,
        boolean requiresTerminalOnline,
        Map<String, Object> extra) {

    static PaymentConstraints read(Fields f) {
        return new PaymentConstraints(
                f.flagOr("partial_supported", false),
                f.flagOr("requires_card_present", false),
                f.flagOr("requires_terminal_online", false),
                f.extra());
    }
}
