package io.keentill.engine.selling;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import org.jspecify.annotations.Nullable;

/** How a change to the order on the counter went. Whatever it says is already stored. */
public sealed interface SaleChange {

    /** Done; this is the order now. */
    record Changed(Order order) implements SaleChange {}

    /** Something was paid and there is more to pay. */
    record PartPaid(Order order, Tender tender) implements SaleChange {}

    /** Paid in full and closed, with a receipt number; {@code tender} is null where nothing was due. */
    record Closed(Order order, @Nullable Tender tender) implements SaleChange {}

    /** No product has this code. Nothing changed. */
    record UnknownCode(String code, Sentence message) implements SaleChange {}

    /** Not possible; nothing changed. The message says why and what to do. */
    record Refused(Sentence message) implements SaleChange {}

    /** Nothing changed yet: this product has no price of its own, and the clerk says what it costs. */
    record AskPrice(Product product, Quantity quantity) implements SaleChange {

        /** For whoever cannot ask. */
        public Sentence message() {
            return Sentence.of(
                    "selling.has-no-price-of-its-own",
                    "{0} has no price of its own: say what it costs.",
                    product.name());
        }
    }

    /** Nothing changed yet: this product has several prices, and the clerk picks one. */
    record AskChoice(Product product, Quantity quantity) implements SaleChange {

        /** For whoever cannot ask. */
        public Sentence message() {
            return Sentence.of(
                    "selling.has-several-prices-pick-one", "{0} has several prices: pick one.", product.name());
        }
    }

    /** Nothing changed: this needs somebody who may do more than whoever asked. */
    record NeedsManager(Sentence message) implements SaleChange {}
}
