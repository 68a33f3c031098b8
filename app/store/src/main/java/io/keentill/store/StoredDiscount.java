package io.keentill.store;

import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A discount in its three columns; all null for none. */
record StoredDiscount(
        @Nullable String kind,
        @Nullable String label,
        @Nullable Long value) {

    private static final String PERCENT = "PERCENT";
    private static final String FIXED = "FIXED";

    static StoredDiscount of(@Nullable Discount discount, Currency currency) {
        return switch (discount) {
            case null -> new StoredDiscount(null, null, null);
            case Discount.Percent p ->
                new StoredDiscount(PERCENT, p.label(), (long) p.rate().ppm());
            case Discount.Fixed f -> new StoredDiscount(FIXED, f.label(), Amounts.minor(f.amount(), currency));
        };
    }

    static @Nullable Discount read(Row row, Currency currency) throws SQLException {
        String kind = row.textOrNull("discount_kind");
        return switch (kind) {
            case null -> null;
            case PERCENT -> new Discount.Percent(row.text("discount_label"), new Rate(row.integer("discount_value")));
            case FIXED -> new Discount.Fixed(row.text("discount_label"), row.money("discount_value", currency));
            default -> throw new SQLException("Unknown kind of discount: " + kind);
        };
    }
}
