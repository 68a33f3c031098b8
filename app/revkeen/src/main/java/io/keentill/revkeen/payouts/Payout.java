package io.keentill.revkeen.payouts;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to the shop's bank (section B.19). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param publicId pyt_…, names it in paths, too
 * @param gateway who pays out
 * @param gatewayPayoutId its id there
 * @param grossAmountMinor what came in
 * @param feesAmountMinor what was kept
 * @param netAmountMinor what is paid out
 * @param currency ISO 4217, in either letter case
 * @param chargesCount how many sales are in it
 * @param refundsCount how many refunds
 * @param chargebacksCount how many disputes
 * @param status where it stands
 * @param arrivalDate when the bank should have it
 * @param settledAt null until then
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Payout(
        String id,
        String publicId,
        @Nullable String gateway,
        @Nullable String gatewayPayoutId,
        long grossAmountMinor,
        long feesAmountMinor,
        long netAmountMinor,
        String currency,
        @Nullable Long chargesCount,
        @Nullable Long refundsCount,
        @Nullable Long chargebacksCount,
        OpenEnum<PayoutStatus> status,
        @Nullable Instant arrivalDate,
        @Nullable Instant settledAt,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static Payout read(Fields f) {
        return new Payout(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.text("gateway"),
                f.text("gateway_payout_id"),
                f.needNumber("gross_amount_minor"),
                f.numberOr("fees_amount_minor", 0),
                f.needNumber("net_amount_minor"),
                f.needText("currency"),
                f.number("charges_count"),
                f.number("refunds_count"),
                f.number("chargebacks_count"),
                f.needWord("status", PayoutStatus.class),
                f.time("arrival_date"),
                f.time("settled_at"),
                f.time("created_at"),
                f.extra());
    }
}
