package io.keentill.device.nexo.message;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Decimal amounts of nexo and minor units of ours. */
public final class Amounts {

    private Amounts() {}

    /** As nexo writes it: 1250 minor units of GBP are 12.50. */
    public static BigDecimal decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** In minor units; empty if it is no number, below zero, or finer than the currency. */
    public static Optional<Long> minor(JsonNode number, Currency currency) {
        if (!number.isNumber() && !number.asString("").matches("\\d{1,12}(\\.\\d{1,4})?")) {
            return Optional.empty();
        }
        try {
            BigDecimal decimal = number.isNumber() ? number.decimalValue() : new BigDecimal(number.asString());
            long minor =
                    decimal.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
            return minor < 0 ? Optional.empty() : Optional.of(minor);
        } catch (ArithmeticException inexact) {
            return Optional.empty();
        }
    }
}
