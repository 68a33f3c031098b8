package io.keentill.storefront.sell;

import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The basket in words and figures: follows the order on the counter. */
public final class BasketModel {

    private final ObservableList<LineRow> lines = FXCollections.observableArrayList();
    private final ObservableList<SumRow> sums = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(true);
    private final Texts texts;
    private final String nothing;

    /**
     * One line under the basket.
     *
     * @param key what it is, stable for tests and style
     * @param label for people
     * @param figure with symbol
     */
    public record SumRow(String key, String label, String figure) {}

    /** Follows {@code counter}; {@code nothing} is what an empty basket comes to. */
    public BasketModel(Counter counter, Texts texts, String nothing) {
        this.texts = texts;
        this.nothing = nothing;
        counter.orderProperty().addListener((o, before, now) -> show(now));
        show(counter.current().orElse(null));
    }

    private void show(@Nullable Order order) {
        if (order == null) {
            lines.clear();
            sums.clear();
            total.set(nothing);
        } else {
            OrderTotals totals = order.totals();
            follow(rows(order, totals));
            sums.setAll(sums(order, totals));
            total.set(texts.money(order.due()));
        }
        note.set(order == null ? "" : Objects.requireNonNullElse(order.note(), ""));
        empty.set(lines.isEmpty());
        editable.set(order == null || (order.isEditable() && !order.settlesInvoice()));
        count.set(texts.get("basket.count", pieces(order)));
    }

    /** Changes what differs and nothing else, so that a scan touches one row however long the basket is. */
    private void follow(List<LineRow> now) {
        if (lines.size() > now.size()) {
            lines.setAll(now);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(now.get(i))) {
                lines.set(i, now.get(i));
            }
        }
        if (lines.size() < now.size()) {
            lines.addAll(now.subList(lines.size(), now.size()));
        }
    }

    private static long pieces(@Nullable Order order) {
        return order == null
                ? 0
                : order.lines().stream()
                        .mapToLong(l -> l.quantity().isWhole() ? l.quantity().pieces() : 1)
                        .sum();
    }

    private List<LineRow> rows(Order order, OrderTotals totals) {
        List<LineRow> rows = new ArrayList<>();
        List<OrderLine> sold = order.soldLines();
        for (int i = 0; i < sold.size(); i++) {
            OrderLine line = sold.get(i);
            LineTotals sum = totals.lines().get(i);
            boolean less = sum.lineDiscount().isPositive();
            rows.add(new LineRow(
                    line.id(),
                    line.name(),
                    texts.money(line.unitPrice()),
                    line.quantity().toString(),
                    texts.money(sum.gross().minus(sum.lineDiscount())),
                    less ? "−" + texts.money(sum.lineDiscount()) : "",
                    line.shelfPrice() == null ? "" : texts.money(line.shelfPrice()),
                    Objects.requireNonNullElse(line.note(), "")));
        }
        return rows;
    }

    private List<SumRow> sums(Order order, OrderTotals totals) {
        List<SumRow> rows = new ArrayList<>();
        rows.add(new SumRow("subtotal", texts.get("basket.subtotal"), texts.money(totals.subtotal())));
        if (totals.discount().isPositive()) {
            rows.add(new SumRow("discount", texts.get("basket.discount"), "−" + texts.money(totals.discount())));
        }
        String exemption = order.exemption();
        if (exemption != null) {
            rows.add(new SumRow("exempt", texts.get("basket.exempt", exemption), ""));
            return withPaid(order, rows);
        }
        if (order.settlesInvoice()) {
            rows.add(new SumRow("invoiced", texts.get("basket.invoiced"), ""));
            return withPaid(order, rows);
        }
        for (OrderTotals.TaxLine tax : totals.taxes()) {
            String key = tax.rate().inclusive() ? "basket.tax.included" : "basket.tax.added";
            String id = "tax-" + tax.rate().id().toLowerCase(Locale.ROOT);
            rows.add(new SumRow(id, texts.get(key, tax.rate().name()), texts.money(tax.tax())));
        }
        return withPaid(order, rows);
    }

    private List<SumRow> withPaid(Order order, List<SumRow> rows) {
        if (order.paid().isPositive()) {
            rows.add(new SumRow("paid", texts.get("basket.paid"), "−" + texts.money(order.paid())));
        }
        return rows;
    }

    /** The lines in the sequence of scanning. */
    public ObservableList<LineRow> lines() {
        return lines;
    }

    /** Subtotal, discount, tax and what was paid. */
    public ObservableList<SumRow> sums() {
        return sums;
    }

    /** What is to be remembered of the sale; empty for nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** What is to pay. */
    public ReadOnlyStringProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** How many pieces, in words. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Whether there is nothing to pay for. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Whether lines may still change. */
    public ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }
}
