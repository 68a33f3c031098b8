package io.keentill.storefront.counter;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.selling.SaleChange;
import io.keentill.storefront.Beeper;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The order on the counter as the screen knows it. Every change goes to the till first; what is shown is what the till
 * stored.
 */
public final class Counter {

    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>();
    private final Till till;
    private final TillWorker worker;
    private final Toasts toasts;
    private final Texts texts;
    private final Beeper beeper;
    private Consumer<SaleChange> asked = question -> {};

    /** The counter of {@code till}; {@code beeper} is heard when a code is not known. */
    public Counter(Till till, TillWorker worker, Toasts toasts, Texts texts, Beeper beeper) {
        this.beeper = beeper;
        this.till = till;
        this.worker = worker;
        this.toasts = toasts;
        this.texts = texts;
    }

    /** Hands whatever the till asks before it adds a product to {@code asker}, who asks the clerk. */
    public void onQuestion(Consumer<SaleChange> asker) {
        asked = asker;
    }

    /** Fetches what lies on the counter, for instance after a restart, and hands it to {@code then} if there is something. */
    public void load(Consumer<Order> then) {
        worker.submit(till::openOrder, found -> {
            found.ifPresentOrElse(order::set, () -> order.set(null));
            found.ifPresent(then);
        });
    }

    /** Asks the till for a change and shows what it answers. */
    public void change(Function<Till, SaleChange> what) {
        change(what, done -> {});
    }

    /** The same, and tells {@code after} the answer once it is shown. */
    public void change(Function<Till, SaleChange> what, Consumer<SaleChange> after) {
        ask(() -> what.apply(till), after);
    }

    private void ask(Supplier<SaleChange> question, Consumer<SaleChange> after) {
        worker.submit(question, answer -> {
            show(answer);
            after.accept(answer);
        });
    }

    private void show(SaleChange answer) {
        switch (answer) {
            case SaleChange.Changed(Order now) -> take(now);
            case SaleChange.PartPaid(Order now, var tender) -> take(now);
            case SaleChange.Closed(Order now, var tender) -> take(now);
            case SaleChange.UnknownCode(String code, Sentence message) -> {
                beeper.refuse();
                toasts.warn(texts.get("toast.unknownCode", code));
            }
            case SaleChange.Refused(Sentence message) -> toasts.warn(texts.said(message));
            case SaleChange.NeedsManager(Sentence message) -> toasts.warn(texts.said(message));
            case SaleChange.AskPrice ask -> asked.accept(ask);
            case SaleChange.AskChoice ask -> asked.accept(ask);
        }
    }

    /** Shows {@code now} if it is open, and a free counter if it was the one shown and is closed or set aside. */
    public void take(Order now) {
        if (now.state() == OrderState.OPEN) {
            order.set(now);
        } else if (isCurrent(now.id())) {
            order.set(null);
        }
    }

    /** Whether the order on the counter has this id. */
    public boolean isCurrent(String orderId) {
        return current().filter(o -> o.id().equals(orderId)).isPresent();
    }

    /** What lies on the counter, if anything. */
    public Optional<Order> current() {
        return Optional.ofNullable(order.get());
    }

    /** What lies on the counter, to watch; null when it is free. */
    public ReadOnlyObjectProperty<Order> orderProperty() {
        return order.getReadOnlyProperty();
    }
}
