package io.keentill.storefront;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.selling.BasketDesk;
import io.keentill.engine.selling.SaleChange;

/** The basket of a {@link FakeTill}; {@code TEN} is its one discount code. */
final class FakeBasket implements BasketDesk {

    private final FakeTill till;

    FakeBasket(FakeTill till) {
        this.till = till;
    }

    @Override
    public SaleChange addPriced(String productId, Money price, Quantity quantity, String operator) {
        Product product = Sample.product(productId, Sample.PRODUCTS);
        return till.put(product, product.name(), price, quantity, operator);
    }

    @Override
    public SaleChange addChoice(String productId, String choiceId, Quantity quantity, String operator) {
        Product product = Sample.product(productId, Sample.PRODUCTS);
        var choice = product.choices().stream()
                .filter(c -> c.id().equals(choiceId))
                .findFirst()
                .orElseThrow();
        return till.put(product, product.name() + ", " + choice.name(), choice.price(), quantity, operator);
    }

    @Override
    public SaleChange putBack(OrderLine line, int place, String operator) {
        return till.change(o -> o.plusLine(place, line));
    }

    @Override
    public SaleChange setPrice(String lineId, Money price, String operator) {
        return operator.equals(FakeOffice.BEA.id())
                ? till.change(o -> o.replacing(o.line(lineId).orElseThrow().withPrice(price)))
                : new SaleChange.NeedsManager(Sentence.of(
                        "selling.another-price-than-the-shelfs-needs",
                        "Another price than the shelf's needs a manager."));
    }

    @Override
    public SaleChange setLineNote(String lineId, String note) {
        return till.change(o -> o.replacing(o.line(lineId).orElseThrow().withNote(note.isBlank() ? null : note)));
    }

    @Override
    public SaleChange setNote(String note) {
        return till.change(o -> o.withNote(note.isBlank() ? null : note));
    }

    @Override
    public SaleChange setExemption(String reason, String operator) {
        return operator.equals(FakeOffice.BEA.id())
                ? till.change(o -> o.withExemption(reason))
                : new SaleChange.NeedsManager(Sentence.of(
                        "selling.selling-without-tax-needs-a-manager", "Selling without tax needs a manager."));
    }

    @Override
    public SaleChange applyCode(String code, String operator) {
        return code.strip().equalsIgnoreCase("TEN")
                ? till.change(o -> o.withDiscount(new Discount.Percent("Ten off", Rate.percent(10))))
                : new SaleChange.Refused(RealWords.said("sync.there-is-no-discount-code", code));
    }
}
