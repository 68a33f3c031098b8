package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The automation that ran (section B.30).
 *
 * @param id its id
 * @param name as given
 * @param status not published
 * @param triggerType what starts it
 * @param riskProfile not published
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RunAutomation(
        String id,
        @Nullable String name,
        @Nullable String status,
        @Nullable String triggerType,
        @Nullable String riskProfile,
        Map<String, Object> extra) {

    static RunAutomation read(Fields f) {
        return new RunAutomation(
                f.needText("id"),
                f.text("name"),
                f.text("status"),
                f.text("trigger_type"),
                f.text("risk_profile"),
                f.extra());
    }
}
