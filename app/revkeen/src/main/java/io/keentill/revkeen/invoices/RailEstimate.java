package io.keentill.revkeen.invoices;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one way of paying would cost. Amounts in minor units.
 *
 * @param rail the way
 * @param cardScheme null without a card
 * @param grossMinor what is paid
 * @param estimatedFeeMinor what is kept
 * @param netAfterFeesMinor what arrives
 * @param feeBreakdown where the fee comes from
 * @param pricingSource matrix
 * @param matrixVersion which one
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RailEstimate(
        OpenEnum<PaymentRail> rail,
        @Nullable String cardScheme,
        long grossMinor,
        long estimatedFeeMinor,
        long netAfterFeesMinor,
        FeeBreakdown feeBreakdown,
        @Nullable String pricingSource,
        @Nullable String matrixVersion,
        Map<String, Object> extra) {

    static RailEstimate read(Fields f) {
        return new RailEstimate(
                f.needWord("rail", PaymentRail.class),
                f.text("card_scheme"),
                f.numberOr("gross_minor", 0),
                f.numberOr("estimated_fee_minor", 0),
                f.numberOr("net_after_fees_minor", 0),
                FeeBreakdown.read(f.needObject("fee_breakdown")),
                f.text("pricing_source"),
                f.text("matrix_version"),
                f.extra());
    }
}
