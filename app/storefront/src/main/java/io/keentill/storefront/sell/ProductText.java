package io.keentill.storefront.sell;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.storefront.text.Texts;
import java.util.Comparator;

/** What a product costs, in the few words of a tile. */
final class ProductText {

    private ProductText() {}

    static String price(Product product, Texts texts) {
        if (!product.choices().isEmpty()) {
            Money least = product.choices().stream()
                    .map(PriceChoice::price)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return texts.get("sell.priceFrom", texts.money(least));
        }
        return product.openPrice() ? texts.get("sell.openPrice") : texts.money(product.price());
    }
}
