package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.revkeen.discounts.DiscountType;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * RevKeen's discount codes, matched by the till itself: the API neither validates nor redeems one at a till (section B.6).
 */
public final class CodeDiscounts {

    static final String KIND = "discount";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodeDiscounts() {}

    /** What a code is worth here and now. */
    public sealed interface Found {
        /** This comes off the whole. */
        record Usable(Discount discount) implements Found {}

        /** This comes off lines with these products alone, by RevKeen's ids. */
        record OnProducts(Discount discount, Set<String> products) implements Found {}

        /** Nothing comes off; the sentence says why. */
        record Not(Sentence why) implements Found {}
    }

    /** The discount of a code as typed, in this currency. */
    public static Found find(View view, String code, Currency currency, Instant now) {
        String typed = code.strip().toUpperCase(Locale.ROOT);
        return view.remotesBy(KIND, typed).stream()
                .findFirst()
                .map(one -> judge(typed, JSON.readTree(one.content()), currency, now))
                .orElseGet(() -> new Found.Not(
                        Sentence.of("sync.there-is-no-discount-code", "There is no discount code {0}.", typed)));
    }

    private static Found judge(String code, JsonNode one, Currency currency, Instant now) {
        Sentence why = hindrance(one, now);
        if (why != null) {
            return new Found.Not(Sentence.of("sync.the-discount-code", "The discount code {0} {1}", code, why));
        }
        String label = one.path("name").asString(code);
        BigDecimal value = new BigDecimal(one.path("value").asString("0"));
        Discount discount = one.path("type").asString("").equals(DiscountType.PERCENTAGE.name())
                ? new Discount.Percent(label, Rate.percent(value.toPlainString()))
                : new Discount.Fixed(label, Money.of(value.longValueExact(), currency));
        return one.path("whole_order").asBoolean(true)
                ? new Found.Usable(discount)
                : new Found.OnProducts(discount, products(one));
    }

    private static Set<String> products(JsonNode one) {
        return Set.copyOf(Arrays.asList(one.path("products").asString("").split(" ")));
    }

    private static @Nullable Sentence hindrance(JsonNode one, Instant now) {
        if (!one.path("active").asBoolean(true)) {
            return Sentence.of("sync.is-switched-off", "is switched off.");
        }
        String from = one.path("from").asString("");
        String until = one.path("until").asString("");
        if (!from.isEmpty() && now.isBefore(Instant.parse(from))) {
            return Sentence.of("sync.is-not-valid-yet", "is not valid yet.");
        }
        if (!until.isEmpty() && now.isAfter(Instant.parse(until))) {
            return Sentence.of("sync.is-not-valid-any-more", "is not valid any more.");
        }
        long most = one.path("most").asLong(Long.MAX_VALUE);
        return one.path("used").asLong(0) >= most ? Sentence.of("sync.has-been-used-up", "has been used up.") : null;
    }

    static void take(Tx tx, io.keentill.revkeen.discounts.Discount one, long pass) {
        if (one.discountType().known().isEmpty() || one.discountValue().signum() < 0) {
            throw new BadInputException(Sentence.of(
                    "sync.a-discount-of-this-kind",
                    "a discount of the kind {0} over {1} is not known",
                    one.discountType(),
                    one.discountValue()));
        }
        boolean whole = one.appliesTo() == null || !one.appliesTo().toString().equals("specific_products");
        String content = JournalText.of(
                        "name", one.name(), "type", one.discountType().known().get())
                .with("value", one.discountValue().toPlainString())
                .with("whole_order", whole)
                .with("products", String.join(" ", one.productIds()))
                .with("active", !Boolean.FALSE.equals(one.isActive()))
                .with("from", text(one.validFrom()))
                .with("until", text(one.validUntil()))
                .with("most", one.maxRedemptions())
                .with("used", one.currentRedemptions())
                .json();
        String code = one.code().toUpperCase(Locale.ROOT);
        tx.saveRemote(new RemoteObject(KIND, one.id(), code, code + " " + one.name(), content), pass);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
