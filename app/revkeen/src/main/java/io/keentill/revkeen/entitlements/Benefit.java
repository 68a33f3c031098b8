package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entitlement gives (section B.22).
 *
 * @param id uuid
 * @param name what people read
 * @param description more of it
 * @param benefitType which kind
 * @param benefitKey its word for programs
 * @param category which group
 * @param iconUrl its picture
 * @param displayOrder its place in lists
 * @param isActive whether it is offered
 * @param defaultValue what it is worth, of any kind
 * @param config free
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Benefit(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String benefitType,
        @Nullable String benefitKey,
        @Nullable String category,
        @Nullable String iconUrl,
        @Nullable Long displayOrder,
        @Nullable Boolean isActive,
        @Nullable String defaultValue,
        Map<String, Object> config,
        Map<String, Object> extra) {

    static Benefit read(Fields f) {
        return new Benefit(
                f.needText("id"),
                f.text("name"),
                f.text("description"),
                f.text("benefit_type"),
                f.text("benefit_key"),
                f.text("category"),
                f.text("icon_url"),
                f.number("display_order"),
                f.flag("is_active"),
                f.text("default_value"),
                f.map("config"),
                f.extra());
    }

    static @Nullable Benefit readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
