package io.keentill.storefront.pay;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The amount as typed, read as cash or as the part that a card or a link is to pay, and what is wrong with it. */
final class TypedAmount {

    final StringProperty text = new SimpleStringProperty("");
    final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper cardPart = new ReadOnlyStringWrapper("");
    private final Counter counter;
    private final Texts texts;

    TypedAmount(Counter counter, Texts texts) {
        this.counter = counter;
        this.texts = texts;
        text.addListener((o, before, now) -> {
            complaint.set("");
            cardPart.set(part().map(texts::money).orElse(""));
        });
    }

    void clear() {
        text.set("");
        complaint.set("");
    }

    /** Cash of any amount, more than is due too; what is no amount is complained of. */
    Optional<Money> cash(Order order) {
        Optional<Money> amount = MoneyInput.amount(text.get(), order.currency());
        if (amount.isEmpty()) {
            complaint.set(texts.get("pay.badAmount"));
        }
        return amount;
    }

    /** What a card would pay of the sale on the counter, at most what is due; empty for all of it, and for no amount. */
    Optional<Money> part() {
        return amount().filter(amount ->
                counter.current().filter(o -> amount.compareTo(o.due()) <= 0).isPresent());
    }

    /** Whether nothing is typed or a part that a card can pay; anything else is complained of. */
    boolean isPartOrNothing() {
        if (text.get().isBlank() || part().isPresent()) {
            return true;
        }
        complaint.set(texts.get(amount().isPresent() ? "pay.cardTooMuch" : "pay.badAmount"));
        return false;
    }

    private Optional<Money> amount() {
        return counter.current().flatMap(order -> MoneyInput.amount(text.get(), order.currency()));
    }
}
