package io.keentill.sandbox.recurring;

import io.keentill.sandbox.data.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The charges that a cadence leads to.
 *
 * @param cadence how long a period is
 * @param from when the first of them is due
 * @param trialEnds whether a trial ends then
 * @param begins whether the first of them opens the subscription
 * @param firstAmount minor units of an opening charge; null when a short first period costs nothing
 * @param amount minor units of a whole period
 * @param left how many charges there may still be, 0 for any number
 * @param endsOn when it ends, null for never
 * @param currency ISO 4217
 */
record Forecast(
        Cadence cadence,
        Instant from,
        boolean trialEnds,
        boolean begins,
        @Nullable Long firstAmount,
        long amount,
        long left,
        @Nullable Instant endsOn,
        String currency) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    /**
     * One charge to come.
     *
     * @param sequence from 1
     * @param at when
     * @param amount minor units
     * @param trialEnd whether a trial ends with it
     * @param first whether it opens the subscription
     * @param last whether it is the last
     */
    record Charge(int sequence, Instant at, long amount, boolean trialEnd, boolean first, boolean last) {}

    /** Up to {@code most} charges. */
    List<Charge> charges(int most) {
        List<Charge> charges = new ArrayList<>();
        boolean opening = begins;
        boolean skip = begins && firstAmount == null && !cadence.isWhole(from);
        Instant at = skip ? cadence.next(from) : from;
        boolean last = endsOn != null && !at.isBefore(endsOn);
        while (charges.size() < most && !last) {
            Instant next = cadence.next(at);
            last = charges.size() + 1 == left || (endsOn != null && !next.isBefore(endsOn));
            long costs = opening && !skip && firstAmount != null ? firstAmount : amount;
            charges.add(new Charge(charges.size() + 1, at, costs, opening && trialEnds, opening, last));
            opening = false;
            at = next;
        }
        return charges;
    }

    /** A charge in the API's form; always camelCase. */
    ObjectNode json(Charge charge) {
        ZonedDateTime date = charge.at().atZone(cadence.zone());
        return Json.object()
                .put("sequence", charge.sequence())
                .put("date", Times.text(charge.at()))
                .put("formattedDate", DATE.format(date))
                .put("dayName", DAY.format(date))
                .put("amountMinor", charge.amount())
                .put("formattedAmount", money(charge.amount(), currency))
                .put("isTrialEnd", charge.trialEnd())
                .put("isFirstCharge", charge.first())
                .put("isFinalPayment", charge.last());
    }

    /** An amount with its currency's decimals, such as {@code GBP 12.34}; two decimals for an unknown currency. */
    static String money(long amount, String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        int digits = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(upper))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(2);
        return upper + " " + BigDecimal.valueOf(amount, Math.max(0, digits)).toPlainString();
    }
}
