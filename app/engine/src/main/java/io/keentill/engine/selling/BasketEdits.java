package io.keentill.engine.selling;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.sync.CodeDiscounts;
import io.keentill.store.StaffRecord;
import io.keentill.store.Tx;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@link BasketDesk} on the store. */
final class BasketEdits implements BasketDesk {

    private static final int LONGEST_NOTE = 200;

    private final SaleEdits edits;
    private final Adding adding;
    private final InstantSource clock;

    BasketEdits(SaleEdits edits, Adding adding, InstantSource clock) {
        this.edits = edits;
        this.adding = adding;
        this.clock = clock;
    }

    @Override
    public SaleChange addPriced(String productId, Money price, Quantity quantity, String operator) {
        if (price.isNegative()) {
            return new SaleChange.Refused(Sentence.of("selling.a-price-is-zero-or-above", "A price is zero or above."));
        }
        return edits.change(tx -> adding.priced(tx, productId, price, quantity, operator));
    }

    @Override
    public SaleChange addChoice(String productId, String choiceId, Quantity quantity, String operator) {
        return edits.change(tx -> adding.choice(tx, productId, choiceId, quantity, operator));
    }

    @Override
    public SaleChange putBack(OrderLine line, int place, String operator) {
        return edits.edit((tx, order) -> {
            if (order.line(line.id()).isPresent()) {
                return new SaleChange.Refused(
                        Sentence.of("selling.this-line-is-in-the-basket", "This line is in the basket already."));
            }
            if (line.isInvoice()) {
                return new SaleChange.Refused(Sentence.of(
                        "selling.an-invoice-is-taken-in-from",
                        "An invoice is taken in from the customer's account, with RevKeen's word."));
            }
            tx.appendJournal(
                    "line.restored",
                    operator,
                    order.id(),
                    JournalText.of("sku", line.sku(), "gross", line.gross()).json());
            return SaleEdits.save(tx, order.plusLine(place, line));
        });
    }

    @Override
    public SaleChange setPrice(String lineId, @Nullable Money price, String operator) {
        if (price != null && price.isNegative()) {
            return new SaleChange.Refused(Sentence.of("selling.a-price-is-zero-or-above", "A price is zero or above."));
        }
        return edits.edit((tx, order) -> {
            OrderLine line = order.line(lineId).orElse(null);
            if (line == null) {
                return SaleEdits.lineGone();
            }
            if (!may(tx, operator, Permission.PRICE_OVERRIDE)) {
                return new SaleChange.NeedsManager(Sentence.of(
                        "selling.another-price-than-the-shelfs-needs",
                        "Another price than the shelf's needs a manager."));
            }
            OrderLine changed = line.withPrice(price);
            tx.appendJournal(
                    "line.price",
                    operator,
                    order.id(),
                    JournalText.of("sku", line.sku(), "from", line.unitPrice())
                            .with("to", changed.unitPrice())
                            .json());
            return SaleEdits.save(tx, order.replacing(changed));
        });
    }

    @Override
    public SaleChange setLineNote(String lineId, String note) {
        return edits.editLine(lineId, line -> line.withNote(kept(note)));
    }

    @Override
    public SaleChange setNote(String note) {
        return edits.edit((tx, order) -> SaleEdits.save(tx, order.withNote(kept(note))));
    }

    @Override
    public SaleChange setExemption(@Nullable String reason, String operator) {
        String why = reason == null ? null : kept(reason);
        if (reason != null && why == null) {
            return new SaleChange.Refused(Sentence.of(
                    "selling.say-why-no-tax-is-due",
                    "Say why no tax is due, for instance with the number of the certificate."));
        }
        return edits.edit((tx, order) -> {
            if (!may(tx, operator, Permission.TAX_EXEMPTION)) {
                return new SaleChange.NeedsManager(Sentence.of(
                        "selling.selling-without-tax-needs-a-manager", "Selling without tax needs a manager."));
            }
            tx.appendJournal(
                    "sale.exempt",
                    operator,
                    order.id(),
                    JournalText.none().with("reason", why).json());
            return SaleEdits.save(tx, order.withExemption(why));
        });
    }

    @Override
    public SaleChange applyCode(String code, String operator) {
        return edits.edit((tx, order) -> switch (CodeDiscounts.find(tx, code, order.currency(), clock.instant())) {
            case CodeDiscounts.Found.Not(Sentence why) -> new SaleChange.Refused(why);
            case CodeDiscounts.Found.Usable(Discount discount) ->
                coded(tx, order.withDiscount(discount), code, operator);
            case CodeDiscounts.Found.OnProducts(Discount discount, Set<String> products) -> {
                Order less = offLines(order, discount, products);
                yield less.equals(order)
                        ? new SaleChange.Refused(Sentence.of(
                                "selling.the-discount-code-is-for-products",
                                "The discount code {0} is for products that are not in the basket.",
                                code.strip()))
                        : coded(tx, less, code, operator);
            }
        });
    }

    private static SaleChange coded(Tx tx, Order less, String code, String operator) {
        tx.appendJournal(
                "discount.code",
                operator,
                less.id(),
                JournalText.none().with("code", code.strip()).json());
        return SaleEdits.save(tx, less);
    }

    /** A share comes off each line that the code is for; a fixed amount once, from the first of them on until it is used up. */
    private static Order offLines(Order order, Discount discount, Set<String> products) {
        Order less = order;
        Money left = discount instanceof Discount.Fixed fixed ? fixed.amount() : Money.zero(order.currency());
        for (OrderLine line : order.lines()) {
            String product = line.revkeenProductId();
            if (product == null || !products.contains(product)) {
                continue;
            }
            switch (discount) {
                case Discount.Percent percent -> less = less.replacing(line.withDiscount(percent));
                case Discount.Fixed fixed -> {
                    Money off = left.min(line.gross());
                    if (off.isPositive()) {
                        less = less.replacing(line.withDiscount(new Discount.Fixed(fixed.label(), off)));
                        left = left.minus(off);
                    }
                }
            }
        }
        return less;
    }

    private static boolean may(Tx tx, String operator, Permission what) {
        return tx.staff().stream()
                .map(StaffRecord::staff)
                .anyMatch(s -> s.id().equals(operator) && what.isOf(s.role()));
    }

    /** On one line, without what surrounds it; null for nothing. */
    private static @Nullable String kept(String text) {
        String plain = text.strip().replaceAll("\\p{Cntrl}+", " ");
        if (plain.isEmpty()) {
            return null;
        }
        if (plain.length() <= LONGEST_NOTE) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST_NOTE - 1)) ? LONGEST_NOTE - 1 : LONGEST_NOTE;
        return plain.substring(0, end);
    }
}
