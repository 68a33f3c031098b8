package io.keentill.engine.office;

import io.keentill.store.SaleFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every way in which what was typed can be read. */
final class SaleReading {

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");
    private static final Pattern FOUR = Pattern.compile("\\d{4}");
    private static final Pattern AMOUNT = Pattern.compile("\\p{Sc}?\\s?(\\d{1,9})([.,](\\d{1,3}))\\s?\\p{Sc}?");

    private final Currency currency;
    private final ZoneId zone;

    SaleReading(Currency currency, ZoneId zone) {
        this.currency = currency;
        this.zone = zone;
    }

    SaleFilter of(SaleQuery query) {
        String text = query.text().strip();
        var number = NUMBER.matcher(text);
        return new SaleFilter(
                text.startsWith("#") ? "" : text,
                number.matches() ? Long.valueOf(number.group(1)) : null,
                FOUR.matcher(text).matches() ? text : null,
                amount(text),
                start(query.from()),
                start(query.to() == null ? null : query.to().plusDays(1)));
    }

    /** With decimals only: whole numbers are receipts far more often. */
    private @Nullable Long amount(String text) {
        var amount = AMOUNT.matcher(text);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (!amount.matches() || amount.group(3).length() > digits) {
            return null;
        }
        return new BigDecimal(amount.group(1) + "." + amount.group(3))
                .movePointRight(digits)
                .longValueExact();
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
