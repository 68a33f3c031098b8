package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What RevKeen says of the amount of a link. What it does not say is as it was asked for.
 *
 * @param money null where it is no amount in a currency that there is
 * @param said the same for people, always there
 */
public record LinkTotal(@Nullable Money money, Sentence said) {

    /**
     * Of a link for {@code asked}.
     *
     * @param minor in minor units; null if RevKeen does not say
     * @param currency ISO 4217 in either case; null if RevKeen does not say
     */
    public static LinkTotal of(Money asked, @Nullable Long minor, @Nullable String currency) {
        String usual = asked.currency().getCurrencyCode();
        String code = currency == null ? usual : currency.toUpperCase(Locale.ROOT);
        if (minor == null && !code.equals(usual)) {
            return new LinkTotal(null, Sentence.of("paylink.an-amount", "an amount"));
        }
        long paid = minor == null ? asked.minor() : minor;
        try {
            Money money = Money.of(paid, code);
            return new LinkTotal(money, Sentence.of("paylink.amount", "{0}", money));
        } catch (IllegalArgumentException noCurrency) {
            return new LinkTotal(null, Sentence.quoted(paid + " " + code));
        }
    }

    /** Whether it is just this. */
    public boolean is(@Nullable Money other) {
        return money != null && money.equals(other);
    }

    /** For the journal: money as figures where it is any. */
    Object noted() {
        return money == null ? said : money;
    }
}
