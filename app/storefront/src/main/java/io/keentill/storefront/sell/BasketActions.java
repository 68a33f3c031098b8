package io.keentill.storefront.sell;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.Till;
import io.keentill.engine.selling.SaleChange;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be done to the lines of the basket and to the sale as a whole. */
public final class BasketActions {

    private final Counter counter;
    private final Session session;
    private final Toasts toasts;
    private final Texts texts;
    private final BasketBand band;

    /** Works on the order of {@code counter}; {@code band} asks what an action still needs to know. */
    public BasketActions(Counter counter, Session session, Toasts toasts, Texts texts, BasketBand band) {
        this.counter = counter;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.band = band;
    }

    /** One more of a line. */
    public void more(String lineId) {
        setQuantity(lineId, q -> Optional.of(q.plus(Quantity.ONE)));
    }

    /** One less of a line; the last one takes the line out. */
    public void less(String lineId) {
        setQuantity(
                lineId,
                q -> q.thousandths() > Quantity.ONE.thousandths()
                        ? Optional.of(new Quantity(q.thousandths() - Quantity.ONE.thousandths()))
                        : Optional.empty());
    }

    /** The quantity is read when the worker gets there, so that quick taps add up. */
    private void setQuantity(String lineId, Function<Quantity, Optional<Quantity>> change) {
        line(lineId).ifPresent(shown -> {
            if (change.apply(shown.quantity()).isEmpty()) {
                remove(lineId);
                return;
            }
            counter.change(till -> till.openOrder()
                    .flatMap(order -> order.line(lineId))
                    .flatMap(line -> change.apply(line.quantity()))
                    .map(quantity -> till.setQuantity(lineId, quantity))
                    .orElseGet(() -> new SaleChange.Refused(texts.get("basket.lineGone"))));
        });
    }

    /** Takes a line out and offers to put it back. */
    public void remove(String lineId) {
        line(lineId).ifPresent(line -> {
            String operator = session.operator();
            counter.change(till -> till.remove(lineId, operator), answer -> {
                if (answer instanceof SaleChange.Changed) {
                    offerUndo(line);
                }
            });
        });
    }

    private void offerUndo(OrderLine line) {
        String text = texts.get("toast.removed", line.name());
        String product = line.productId();
        if (product == null) {
            toasts.info(text);
        } else {
            toasts.undoable(text, texts.get("toast.undo"), () -> putBack(line, product));
        }
    }

    private void putBack(OrderLine line, String product) {
        String operator = session.operator();
        Discount discount = line.discount();
        counter.change(till -> {
            SaleChange added = till.add(product, line.quantity(), operator);
            return discount == null ? added : withDiscount(till, added, product, discount);
        });
    }

    private static SaleChange withDiscount(Till till, SaleChange added, String product, Discount discount) {
        if (added instanceof SaleChange.Changed(Order order)) {
            return order.lines().reversed().stream()
                    .filter(line -> product.equals(line.productId()))
                    .findFirst()
                    .map(line -> till.setLineDiscount(line.id(), discount))
                    .orElse(added);
        }
        return added;
    }

    /**
     * Takes something off a line, or off the whole sale if {@code lineId} is null. Says what is wrong with {@code typed}
     * if it is no amount or percentage, and leaves the question open.
     */
    public void discount(@Nullable String lineId, boolean percent, String typed) {
        Optional<Discount> discount = percent ? percentOff(typed) : amountOff(typed);
        if (discount.isEmpty()) {
            band.complain(texts.get(percent ? "discount.badPercent" : "discount.badAmount"));
            return;
        }
        apply(lineId, discount.get());
    }

    /** Takes the discount of a line, or of the whole sale, away again. */
    public void noDiscount(@Nullable String lineId) {
        apply(lineId, null);
    }

    private void apply(@Nullable String lineId, @Nullable Discount discount) {
        band.close();
        counter.change(
                till -> lineId == null ? till.setOrderDiscount(discount) : till.setLineDiscount(lineId, discount));
    }

    private Optional<Discount> percentOff(String typed) {
        return MoneyInput.percent(typed)
                .map(rate -> new Discount.Percent(texts.get("discount.percentLabel", rate.asPercent()), rate));
    }

    private Optional<Discount> amountOff(String typed) {
        return counter.current()
                .flatMap(order -> MoneyInput.amount(typed, order.currency()))
                .map((Money amount) -> new Discount.Fixed(texts.get("discount.amountLabel"), amount));
    }

    /** Sets the sale aside; without a name it gets its reference. */
    public void park(String name) {
        counter.current().ifPresent(order -> {
            String used = name.isBlank() ? order.reference() : name.strip();
            band.close();
            counter.change(till -> till.park(used), answer -> {
                if (answer instanceof SaleChange.Changed) {
                    toasts.info(texts.get("toast.parked", used));
                }
            });
        });
    }

    /** Drops the sale. */
    public void cancelSale() {
        String operator = session.operator();
        band.close();
        counter.change(till -> till.cancelOrder(operator), answer -> {
            if (answer instanceof SaleChange.Changed) {
                toasts.info(texts.get("toast.cancelled"));
            }
        });
    }

    private Optional<OrderLine> line(String lineId) {
        return counter.current().flatMap(order -> order.line(lineId));
    }
}
