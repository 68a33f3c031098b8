package io.keentill.storefront.sell;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.selling.SaleChange;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.sell.BasketBand.Question;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import java.util.Objects;
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
    private final Approver approver;

    /** Works on the order of {@code counter}; {@code band} asks what an action still needs to know. */
    public BasketActions(
            Counter counter, Session session, Toasts toasts, Texts texts, BasketBand band, Approver approver) {
        this.counter = counter;
        this.session = session;
        this.toasts = toasts;
        this.texts = texts;
        this.band = band;
        this.approver = approver;
        counter.onQuestion(this::ask);
    }

    /** The till wants to know something before it adds a product. */
    private void ask(SaleChange question) {
        if (question instanceof SaleChange.AskPrice(var product, Quantity quantity)) {
            band.ask(new Question.AskPrice(product, quantity));
        } else if (question instanceof SaleChange.AskChoice(var product, Quantity quantity)) {
            band.ask(new Question.AskChoice(product, quantity));
        }
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
                    .orElseGet(() -> new SaleChange.Refused(Sentence.quoted(texts.get("basket.lineGone")))));
        });
    }

    /** Takes a line out and offers to put it back, where it was and with all that was said about it. */
    public void remove(String lineId) {
        counter.current()
                .ifPresent(order -> order.line(lineId).ifPresent(line -> {
                    String operator = session.operator();
                    int place = order.lines().indexOf(line);
                    counter.change(till -> till.remove(lineId, operator), answer -> {
                        if (answer instanceof SaleChange.Changed(Order now) && now.state() != OrderState.OPEN) {
                            toasts.info(texts.get("toast.cancelled"));
                        } else if (answer instanceof SaleChange.Changed) {
                            toasts.undoable(
                                    texts.get("toast.removed", line.name()),
                                    texts.get("toast.undo"),
                                    () -> counter.change(till -> till.basket().putBack(line, place, operator)));
                        }
                    });
                }));
    }

    /** Adds the product that the band asks about at the price typed; says what is wrong with it otherwise. */
    public void addPriced(Question.AskPrice of, String typed) {
        MoneyInput.amount(typed, of.product().price().currency())
                .ifPresentOrElse(
                        price -> {
                            String operator = session.operator();
                            counter.change(
                                    till -> till.basket().addPriced(of.product().id(), price, of.quantity(), operator));
                            // Only then, since what waits for the answer comes after it.
                            band.close();
                        },
                        () -> band.complain(texts.get("adjust.price.bad")));
    }

    /** Adds the product that the band asks about at one of its prices. */
    public void addChoice(Question.AskChoice of, PriceChoice choice) {
        String operator = session.operator();
        counter.change(till -> till.basket().addChoice(of.product().id(), choice.id(), of.quantity(), operator));
        band.close();
    }

    /**
     * Changes a line, or the whole sale if {@code lineId} is null. Says what is wrong with {@code typed} if it makes no
     * sense, and leaves the question open.
     */
    public void adjust(@Nullable String lineId, Adjustment kind, String typed) {
        switch (kind) {
            case PERCENT -> discount(lineId, percentOff(typed), "discount.badPercent");
            case AMOUNT -> discount(lineId, amountOff(typed), "discount.badAmount");
            case PRICE -> {
                Optional<Money> price = counter.current().flatMap(order -> MoneyInput.amount(typed, order.currency()));
                price.ifPresentOrElse(
                        amount -> setPrice(lineId, amount), () -> band.complain(texts.get("adjust.price.bad")));
            }
            case CODE ->
                ifTyped(typed, "adjust.code.bad", () -> {
                    String operator = session.operator();
                    change(till -> till.basket().applyCode(typed, operator));
                });
            case NOTE -> note(lineId, typed);
            case EXEMPT -> ifTyped(typed, "adjust.exempt.bad", () -> exempt(typed.strip()));
        }
    }

    /** Takes such a change of a line, or of the whole sale, back. */
    public void undo(@Nullable String lineId, Adjustment kind) {
        switch (kind) {
            case PERCENT, AMOUNT, CODE -> apply(lineId, null);
            case PRICE -> setPrice(lineId, null);
            case NOTE -> note(lineId, "");
            case EXEMPT -> exempt(null);
        }
    }

    /** What stands there now, to be changed: a note or a reason; empty for everything else. */
    public String standing(@Nullable String lineId, Adjustment kind) {
        Optional<Order> order = counter.current();
        String text = switch (kind) {
            case NOTE ->
                lineId == null
                        ? order.map(Order::note).orElse(null)
                        : order.flatMap(o -> o.line(lineId))
                                .map(OrderLine::note)
                                .orElse(null);
            case EXEMPT -> order.map(Order::exemption).orElse(null);
            case PERCENT, AMOUNT, PRICE, CODE -> null;
        };
        return Objects.requireNonNullElse(text, "");
    }

    /** Whether there is something of this kind to take back. */
    public boolean isSet(@Nullable String lineId, Adjustment kind) {
        Optional<Order> order = counter.current();
        Optional<OrderLine> line = lineId == null ? Optional.empty() : order.flatMap(o -> o.line(lineId));
        return switch (kind) {
            case PERCENT, AMOUNT, CODE ->
                (lineId == null ? order.map(Order::discount) : line.map(OrderLine::discount)).isPresent();
            case PRICE -> line.map(OrderLine::shelfPrice).isPresent();
            case NOTE, EXEMPT -> !standing(lineId, kind).isEmpty();
        };
    }

    private void ifTyped(String typed, String complaint, Runnable then) {
        if (typed.isBlank()) {
            band.complain(texts.get(complaint));
        } else {
            then.run();
        }
    }

    private void change(Function<Till, SaleChange> what) {
        band.close();
        counter.change(what);
    }

    private void note(@Nullable String lineId, String typed) {
        change(till ->
                lineId == null ? till.basket().setNote(typed) : till.basket().setLineNote(lineId, typed));
    }

    private void setPrice(@Nullable String lineId, @Nullable Money price) {
        if (lineId == null) {
            throw new IllegalArgumentException("A sale as a whole has no price of its own");
        }
        line(lineId).ifPresent(line -> {
            band.close();
            String about = price == null
                    ? texts.get("adjust.price.aboutShelf", line.name())
                    : texts.get("adjust.price.about", line.name(), texts.money(price));
            approver.ask(
                    Permission.PRICE_OVERRIDE,
                    about,
                    by -> counter.change(till -> till.basket().setPrice(lineId, price, by)));
        });
    }

    private void exempt(@Nullable String reason) {
        band.close();
        String about = texts.get("adjust.exempt.about", reason == null ? "" : reason);
        approver.ask(
                Permission.TAX_EXEMPTION,
                about,
                by -> counter.change(till -> till.basket().setExemption(reason, by)));
    }

    private void discount(@Nullable String lineId, Optional<Discount> discount, String complaint) {
        discount.ifPresentOrElse(off -> apply(lineId, off), () -> band.complain(texts.get(complaint)));
    }

    private void apply(@Nullable String lineId, @Nullable Discount discount) {
        change(till -> lineId == null ? till.setOrderDiscount(discount) : till.setLineDiscount(lineId, discount));
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
