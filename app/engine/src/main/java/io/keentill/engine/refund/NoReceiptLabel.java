package io.keentill.engine.refund;

import io.keentill.domain.catalogue.EmbeddedRules.Hidden;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.ShopLabels;
import io.keentill.store.View;
import java.util.Currency;

/** Goods that come back with a label of the shop's scales on them. */
final class NoReceiptLabel {

    private NoReceiptLabel() {}

    static NoReceiptScan goods(View view, ShopLabels.Label label, Quantity times) {
        Product product = label.product();
        return switch (label.hidden()) {
            case Hidden.Weight(var codes, long thousandths) -> weighed(product, thousandths, times);
            case Hidden.Price(var codes, long minor) ->
                priced(product, Money.of(minor, currency(view, product)), times);
        };
    }

    private static Currency currency(View view, Product product) {
        return view.shop().map(Shop::currency).orElse(product.price().currency());
    }

    private static NoReceiptScan weighed(Product product, long thousandths, Quantity times) {
        try {
            Quantity all = new Quantity(Math.multiplyExact(thousandths, times.thousandths()) / 1000);
            return new NoReceiptScan.Goods(new NoReceiptWish.Goods(product.id(), all, null));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return new NoReceiptScan.Refused(Sentence.of(
                    "refund.times-this-weight-is-more-than",
                    "{0} times this weight is more than a return can hold.",
                    times));
        }
    }

    /** One piece at what the label says. Of how much of it that was the price, it does not say. */
    private static NoReceiptScan priced(Product product, Money price, Quantity times) {
        Money worth = NoReceiptPricing.worth(product);
        boolean comparable = !product.openPrice() && worth.currency().equals(price.currency());
        if (!price.isPositive() || (comparable && price.compareTo(worth) > 0)) {
            return new NoReceiptScan.Refused(Sentence.of(
                    "refund.its-label-says-and-one-gives",
                    "The label of {0} says {1}, and one of it gives at most {2}. Search for it by name and say how much"
                            + " comes back.",
                    product.name(),
                    price,
                    worth));
        }
        return new NoReceiptScan.Goods(new NoReceiptWish.Goods(product.id(), times, price));
    }
}
