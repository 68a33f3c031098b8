package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.revkeen.CreateOrder;
import io.keentill.revkeen.UpsertInvoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a sale into RevKeen's words. An order there knows only unit price × quantity per line, so a line whose discounted,
 * taxed total does not divide by its quantity is split into lines that do: the order always comes to the till's total.
 */
final class SaleTranslation {

    /** The {@code source} under which this till's invoices and customers are known. */
    static final String SOURCE = "keentill";

    /** External id of the one customer that stands for everybody without a name. */
    static final String WALK_IN = "walk-in";

    private static final int DESCRIPTION_LIMIT = 500;

    private SaleTranslation() {}

    static CreateOrder order(Order order, String invoiceId) {
        List<CreateOrder.Line> lines = new ArrayList<>();
        OrderTotals totals = order.totals();
        for (int i = 0; i < order.lines().size(); i++) {
            lines.addAll(split(order.lines().get(i), totals.lines().get(i).total()));
        }
        String currency = order.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
        String notes = "Keentill sale " + order.reference();
        return new CreateOrder(lines, currency, null, invoiceId, metadata(order), notes);
    }

    /** Lines that sum to {@code total} exactly, as few as possible: one, or two that differ by one minor unit. */
    static List<CreateOrder.Line> split(OrderLine line, Money total) {
        if (!line.quantity().isWhole()) {
            return List.of(orderLine(line, weighed(line), 1, total.minor()));
        }
        long pieces = line.quantity().pieces();
        long each = total.minor() / pieces;
        long dearer = total.minor() % pieces;
        List<CreateOrder.Line> lines = new ArrayList<>(2);
        if (dearer > 0) {
            lines.add(orderLine(line, line.name(), dearer, each + 1));
        }
        if (pieces > dearer) {
            lines.add(orderLine(line, line.name(), pieces - dearer, each));
        }
        return lines;
    }

    private static CreateOrder.Line orderLine(OrderLine line, String description, long quantity, long unitPrice) {
        Map<String, String> metadata = line.sku().isEmpty() ? Map.of() : Map.of("sku", line.sku());
        return new CreateOrder.Line(
                line.revkeenProductId(), clip(description), Math.toIntExact(quantity), unitPrice, metadata);
    }

    static UpsertInvoice invoice(Order order, Instant stamp) {
        OrderTotals totals = order.totals();
        List<UpsertInvoice.Line> lines = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            lines.add(invoiceLine(order.lines().get(i), totals.lines().get(i)));
        }
        return new UpsertInvoice(
                null,
                new UpsertInvoice.ExternalRef(SOURCE, WALK_IN),
                totals.total().minor(),
                totals.subtotal().minor(),
                totals.tax().minor(),
                totals.discount().minor(),
                order.currency().getCurrencyCode(),
                order.closedAt(),
                lines,
                "Receipt " + order.receiptNumber() + ", sale " + order.reference(),
                metadata(order),
                "pos_sale",
                stamp);
    }

    private static UpsertInvoice.Line invoiceLine(OrderLine line, LineTotals totals) {
        @Nullable String product = line.revkeenProductId();
        return line.quantity().isWhole()
                ? new UpsertInvoice.Line(
                        clip(line.name()),
                        Math.toIntExact(line.quantity().pieces()),
                        line.unitPrice().minor(),
                        product)
                : new UpsertInvoice.Line(clip(weighed(line)), 1, totals.gross().minor(), product);
    }

    static Map<String, String> metadata(Order order) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("keentill_order", order.id());
        metadata.put("keentill_reference", order.reference());
        metadata.put("keentill_receipt", String.valueOf(order.receiptNumber()));
        return metadata;
    }

    private static String weighed(OrderLine line) {
        return line.quantity() + " × " + line.name();
    }

    private static String clip(String text) {
        String plain = text.isBlank() ? "Item" : text;
        return plain.length() <= DESCRIPTION_LIMIT ? plain : plain.substring(0, DESCRIPTION_LIMIT);
    }
}
