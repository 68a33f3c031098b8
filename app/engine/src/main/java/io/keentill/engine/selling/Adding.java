package io.keentill.engine.selling;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.EmbeddedRules.Hidden;
import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.ShiftGate;
import io.keentill.engine.book.ShopLabels;
import io.keentill.store.Tx;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;

/** Puts products into the basket, in somebody's transaction. */
final class Adding {

    private final IdSource ids;
    private final InstantSource clock;
    private final Currency currency;

    Adding(IdSource ids, InstantSource clock, Currency currency) {
        this.ids = ids;
        this.clock = clock;
        this.currency = currency;
    }

    SaleChange scan(Tx tx, String code, Quantity quantity, String operator) {
        String normal = Barcode.normalise(code);
        return tx.productByCode(normal)
                .map(product -> add(tx, product, quantity, operator))
                .or(() -> label(tx, normal, quantity, operator))
                .orElseGet(() -> new SaleChange.UnknownCode(
                        code,
                        Sentence.of(
                                "selling.no-product-has-the-code-search",
                                "No product has the code {0}. Search for it by name, or check the label.",
                                code)));
    }

    SaleChange product(Tx tx, String productId, Quantity quantity, String operator) {
        return tx.product(productId)
                .map(product -> add(tx, product, quantity, operator))
                .orElseGet(Adding::gone);
    }

    /** At a price that the clerk said; for a product whose price is asked for. */
    SaleChange priced(Tx tx, String productId, Money price, Quantity quantity, String operator) {
        return tx.product(productId)
                .map(product -> product.openPrice()
                        ? sold(tx, product, product.name(), price, quantity, operator)
                        : new SaleChange.Refused(Sentence.of(
                                "selling.has-a-price", "{0} has a price: {1}.", product.name(), product.price())))
                .orElseGet(Adding::gone);
    }

    /** At one of its prices. */
    SaleChange choice(Tx tx, String productId, String choiceId, Quantity quantity, String operator) {
        return tx.product(productId)
                .map(product -> product.choices().stream()
                        .filter(choice -> choice.id().equals(choiceId))
                        .findFirst()
                        .map(choice -> sold(tx, product, nameOf(product, choice), choice.price(), quantity, operator))
                        .orElseGet(() -> new SaleChange.Refused(Sentence.of(
                                "selling.has-no-such-price-any-more",
                                "{0} has no such price any more.",
                                product.name()))))
                .orElseGet(Adding::gone);
    }

    private static String nameOf(Product product, PriceChoice choice) {
        return product.name() + ", " + choice.name();
    }

    private static SaleChange gone() {
        return new SaleChange.Refused(
                Sentence.of("selling.this-product-is-no-longer-in", "This product is no longer in the catalogue."));
    }

    private SaleChange add(Tx tx, Product product, Quantity quantity, String operator) {
        Optional<Sentence> shut = ShiftGate.problem(tx);
        if (shut.isPresent()) {
            return new SaleChange.Refused(shut.get());
        }
        if (!product.active()) {
            return notSold(product);
        }
        if (!product.choices().isEmpty()) {
            return new SaleChange.AskChoice(product, quantity);
        }
        return product.openPrice()
                ? new SaleChange.AskPrice(product, quantity)
                : sold(tx, product, product.name(), product.price(), quantity, operator);
    }

    private static SaleChange notSold(Product product) {
        return new SaleChange.Refused(
                Sentence.of("selling.is-no-longer-sold", "{0} is no longer sold.", product.name()));
    }

    /** A label of this shop's own scales. */
    private Optional<SaleChange> label(Tx tx, String code, Quantity quantity, String operator) {
        return ShopLabels.read(tx, code)
                .map(label -> labelled(tx, label.product(), label.hidden(), quantity, operator));
    }

    private SaleChange labelled(Tx tx, Product product, Hidden hidden, Quantity times, String operator) {
        if (!product.active()) {
            return notSold(product);
        }
        return switch (hidden) {
            case Hidden.Weight(var codes, long thousandths) -> {
                Quantity all;
                try {
                    all = new Quantity(Math.multiplyExact(thousandths, times.thousandths()) / 1000);
                } catch (ArithmeticException | IllegalArgumentException e) {
                    yield new SaleChange.Refused(Sentence.of(
                            "selling.times-this-weight-is-more-than",
                            "{0} times this weight is more than a sale can hold.",
                            times));
                }
                yield sold(tx, product, product.name(), product.price(), all, operator);
            }
            case Hidden.Price(var codes, long minor) ->
                sold(tx, product, product.name(), Money.of(minor, currency), times, operator);
        };
    }

    private SaleChange sold(Tx tx, Product product, String name, Money price, Quantity quantity, String operator) {
        Optional<Sentence> shut = ShiftGate.problem(tx);
        if (shut.isPresent()) {
            return new SaleChange.Refused(shut.get());
        }
        if (!product.active()) {
            return notSold(product);
        }
        Order order = tx.openOrder()
                .orElseGet(() -> Order.open(ids.next(), ids.reference(), currency, operator, clock.instant()));
        Optional<SaleChange> blocked = SaleEdits.blocked(tx, order).or(() -> SaleEdits.alone(order));
        if (blocked.isPresent()) {
            return blocked.get();
        }
        Optional<OrderLine> same = order.lines().stream()
                .filter(l -> product.id().equals(l.productId()) && l.name().equals(name))
                .filter(l -> l.unitPrice().equals(price) && l.isPlain())
                .findFirst();
        if (same.isPresent()) {
            return more(tx, order, same.get(), quantity);
        }
        return SaleEdits.save(
                tx,
                order.plusLine(new OrderLine(
                        ids.next(),
                        product.id(),
                        product.revkeenId(),
                        product.sku(),
                        name,
                        price,
                        quantity,
                        product.tax(),
                        null)));
    }

    private static SaleChange more(Tx tx, Order order, OrderLine line, Quantity quantity) {
        Quantity all;
        try {
            all = line.quantity().plus(quantity);
        } catch (IllegalArgumentException e) {
            return new SaleChange.Refused(Sentence.of(
                    "selling.are-in-the-basket-already",
                    "{0}: {1} are in the basket already.",
                    e.getMessage(),
                    line.quantity()));
        }
        return SaleEdits.save(tx, order.replacing(line.withQuantity(all)));
    }
}
