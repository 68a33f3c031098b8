package io.keentill.engine.refund;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.order.Pricing;
import io.keentill.domain.text.Sentence;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goods without a receipt are worth: what the catalogue says today, or less. Changes nothing. */
final class NoReceiptPricing {

    private static final int MOST_LINES = 100;

    private final CashRounding rounding;

    NoReceiptPricing(CashRounding rounding) {
        this.rounding = rounding;
    }

    /** What {@code goods} would give, each line under an id made of {@code id}. */
    NoReceiptOffer offer(View view, Money limit, String id, List<NoReceiptWish.Goods> goods) {
        if (goods.size() > MOST_LINES) {
            return new NoReceiptOffer.NotPossible(Sentence.of(
                    "refund.more-than-lines-are-too-many",
                    "More than {0} lines are too many for one return.",
                    MOST_LINES));
        }
        Currency currency = limit.currency();
        List<OrderLine> lines = new ArrayList<>();
        for (NoReceiptWish.Goods one : goods) {
            Product product = view.product(one.productId()).orElse(null);
            if (product == null) {
                return new NoReceiptOffer.NotPossible(Sentence.of(
                        "refund.one-of-these-products-is-no", "One of these products is no longer in the catalogue."));
            }
            Sentence no = problem(product, one.price(), currency);
            if (no != null) {
                return new NoReceiptOffer.NotPossible(no);
            }
            lines.add(line(id + "-" + (lines.size() + 1), product, one));
        }
        return priced(currency, lines, limit);
    }

    /** What one unit of a product gives at most: the least of its prices, since nobody knows which of them was paid. */
    static Money worth(Product product) {
        return product.choices().stream()
                .map(PriceChoice::price)
                .min(Comparator.naturalOrder())
                .orElse(product.price());
    }

    private static @Nullable Sentence problem(Product product, @Nullable Money price, Currency currency) {
        if (product.openPrice()) {
            return Sentence.of(
                    "refund.has-no-price-of-its-own",
                    "{0} has no price of its own, so nobody can say what was paid for it. Without a"
                            + " receipt it cannot come back.",
                    product.name());
        }
        Money worth = worth(product);
        if (!worth.currency().equals(currency)) {
            return Sentence.of(
                    "refund.has-its-price-in-and-the",
                    "{0} has its price in {1}, and the drawer holds {2}.",
                    product.name(),
                    worth.currency(),
                    currency);
        }
        if (price == null) {
            return null;
        }
        if (!price.currency().equals(currency) || price.isNegative()) {
            return Sentence.of("refund.a-price-is-zero-or-above", "A price is zero or above, in {0}.", currency);
        }
        return price.compareTo(worth) > 0
                ? Sentence.of(
                        "refund.gives-at-most-which-the-catalogue",
                        "{0} gives at most {1}, which the catalogue says. Lower its price.",
                        product.name(),
                        worth)
                : null;
    }

    private static OrderLine line(String id, Product product, NoReceiptWish.Goods one) {
        return new OrderLine(
                        id,
                        product.id(),
                        product.revkeenId(),
                        product.sku(),
                        product.name(),
                        worth(product),
                        one.quantity(),
                        product.tax(),
                        null)
                .withPrice(one.price());
    }

    private NoReceiptOffer priced(Currency currency, List<OrderLine> lines, Money limit) {
        OrderTotals totals;
        try {
            totals = Pricing.price(currency, lines, null);
        } catch (ArithmeticException e) {
            return new NoReceiptOffer.NotPossible(Sentence.of(
                    "refund.that-comes-to-more-than-any",
                    "That comes to more than any till can count. Check the quantities."));
        }
        Money handed = rounding.round(totals.total());
        Sentence problem = null;
        if (totals.total().compareTo(limit) > 0) {
            problem = Sentence.of(
                    "refund.that-comes-to-and-without-a",
                    "That comes to {0}, and without a receipt this shop gives at most {1}.",
                    totals.total(),
                    limit);
        } else if (!lines.isEmpty() && !handed.isPositive()) {
            problem = Sentence.of(
                    "refund.these-goods-come-to-nothing-so",
                    "These goods come to nothing, so there is nothing to give for them.");
        }
        return new NoReceiptOffer.Priced(lines, totals, handed, limit, problem);
    }
}
