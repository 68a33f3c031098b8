package io.keentill.storefront.refund;

import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.Refundable;
import io.keentill.engine.office.SaleStory;
import io.keentill.storefront.refund.RefundModel.Mode;
import io.keentill.storefront.text.MoneyInput;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What of a sale is to go back, and how; tells of each change. */
final class RefundChoice {

    private static final long ONE = 1000;

    final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.WHOLE);
    final ReadOnlyObjectWrapper<MoneyBack> back = new ReadOnlyObjectWrapper<>(MoneyBack.AS_PAID);
    final StringProperty amount = new SimpleStringProperty("");
    /** How much of each line, in thousandths, by the line's id. */
    final ObservableMap<String, Long> goods = FXCollections.observableHashMap();

    private final Runnable changed;

    RefundChoice(Runnable changed) {
        this.changed = changed;
        amount.addListener((o, before, now) -> changed.run());
    }

    /** All that is left, as it was paid. */
    void startOver() {
        goods.clear();
        amount.set("");
        mode.set(Mode.WHOLE);
        back.set(MoneyBack.AS_PAID);
    }

    void choose(Mode what) {
        mode.set(what);
        changed.run();
    }

    void choose(MoneyBack how) {
        back.set(how);
        changed.run();
    }

    boolean isExchange() {
        return mode.get() == Mode.EXCHANGE;
    }

    /** One more of a line, or the rest of it where that is less than one; back to none after the last. */
    void more(String lineId, List<Refundable.LineLeft> lines) {
        long left = lines.stream()
                .filter(l -> l.line().id().equals(lineId))
                .mapToLong(Refundable.LineLeft::thousandths)
                .findFirst()
                .orElse(0);
        long now = goods.getOrDefault(lineId, 0L);
        set(lineId, now >= left ? 0 : Math.min(left, now + ONE));
    }

    /** One less of a line. */
    void less(String lineId) {
        set(lineId, Math.max(0, goods.getOrDefault(lineId, 0L) - ONE));
    }

    private void set(String lineId, long thousandths) {
        if (thousandths == 0) {
            goods.remove(lineId);
        } else {
            goods.put(lineId, thousandths);
        }
        if (!isExchange()) {
            mode.set(Mode.LINES);
        }
        changed.run();
    }

    /** What of {@code sale}; empty while nothing is chosen, or no amount is typed. */
    Optional<RefundScope> scope(SaleStory sale) {
        return switch (mode.get()) {
            case WHOLE -> Optional.of(new RefundScope.Whole());
            case LINES, EXCHANGE ->
                goods.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RefundScope.Lines(sale.sale().lines().stream()
                                .filter(l -> goods.containsKey(l.id()))
                                .map(l -> new RefundScope.Goods(l.id(), new Quantity(goods.getOrDefault(l.id(), 0L))))
                                .toList()));
            case AMOUNT ->
                MoneyInput.amount(amount.get(), sale.sale().currency()).map(RefundScope.Amount::new);
        };
    }
}
