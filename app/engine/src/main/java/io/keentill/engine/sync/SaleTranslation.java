package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoiceUpsert;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
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

    /** {@code customerId} null for somebody without a name: a guest, in RevKeen's words. */
    static OrderRequest order(Order order, String invoiceId, @Nullable String customerId, Map<String, Object> proof) {
        List<OrderLineRequest> lines = new ArrayList<>();
        OrderTotals totals = order.totals();
        List<OrderLine> sold = order.soldLines();
        for (int i = 0; i < sold.size(); i++) {
            lines.addAll(split(sold.get(i), totals.lines().get(i).total()));
        }
        String currency = order.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
        Map<String, Object> all = metadata(order);
        all.putAll(proof);
        String notes = "Keentill sale " + order.reference() + remarks(order);
        OrderRequest request = OrderRequest.of(currency, lines)
                .withInvoiceId(invoiceId)
                .withMetadata(all)
                .withNotes(notes);
        return customerId == null ? request : request.withCustomerId(customerId);
    }

    /** Lines that sum to {@code total} exactly, as few as possible: one, or two that differ by one minor unit. */
    static List<OrderLineRequest> split(OrderLine line, Money total) {
        if (!line.quantity().isWhole()) {
            return List.of(orderLine(line, weighed(line), 1, total.minor()));
        }
        long pieces = line.quantity().pieces();
        long each = total.minor() / pieces;
        long dearer = total.minor() % pieces;
        List<OrderLineRequest> lines = new ArrayList<>(2);
        if (dearer > 0) {
            lines.add(orderLine(line, line.name(), dearer, each + 1));
        }
        lines.add(orderLine(line, line.name(), pieces - dearer, each));
        return lines;
    }

    private static OrderLineRequest orderLine(OrderLine line, String description, long quantity, long unitPrice) {
        OrderLineRequest plain = OrderLineRequest.of(clip(description), quantity, unitPrice);
        OrderLineRequest named = line.sku().isEmpty() ? plain : plain.withMetadata(Map.of("sku", line.sku()));
        @Nullable String product = line.revkeenProductId();
        return product == null ? named : named.withProductId(product);
    }

    static InvoiceUpsert invoice(Order order, String customerId, Instant stamp) {
        OrderTotals totals = order.totals();
        List<InvoiceLineRequest> lines = new ArrayList<>();
        List<OrderLine> sold = order.soldLines();
        for (int i = 0; i < sold.size(); i++) {
            lines.add(invoiceLine(sold.get(i), totals.lines().get(i)));
        }
        InvoiceUpsert invoice = InvoiceUpsert.of(
                        customerId,
                        order.currency().getCurrencyCode(),
                        totals.total().minor(),
                        lines)
                .withSubtotalMinor(totals.subtotal().minor())
                .withTaxMinor(totals.tax().minor())
                .withDiscountMinor(totals.discount().minor())
                .withNotes("Receipt " + order.receiptNumber() + ", sale " + order.reference() + remarks(order))
                .withMetadata(metadata(order))
                .withExternalType("pos_sale")
                .withExternalUpdatedAt(stamp);
        @Nullable Instant closed = order.closedAt();
        return closed == null ? invoice : invoice.withInvoiceDate(closed);
    }

    private static InvoiceLineRequest invoiceLine(OrderLine line, LineTotals totals) {
        @Nullable String product = line.revkeenProductId();
        InvoiceLineRequest request = line.quantity().isWhole()
                ? InvoiceLineRequest.of(clip(line.name()), line.unitPrice().minor())
                        .withQuantity(line.quantity().pieces())
                : InvoiceLineRequest.of(clip(weighed(line)), totals.gross().minor())
                        .withQuantity(1L);
        return product == null ? request : request.withProductId(product);
    }

    /** What was said about the sale as a whole, after the sentence before it. */
    private static String remarks(Order order) {
        String note = order.note() == null ? "" : ". " + order.note();
        String exemption = order.exemption() == null ? "" : ". Without tax: " + order.exemption();
        return note + exemption;
    }

    static Map<String, Object> metadata(Order order) {
        Map<String, Object> metadata = new LinkedHashMap<>();
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
        if (plain.length() <= DESCRIPTION_LIMIT) {
            return plain;
        }
        boolean split = Character.isHighSurrogate(plain.charAt(DESCRIPTION_LIMIT - 1));
        return plain.substring(0, split ? DESCRIPTION_LIMIT - 1 : DESCRIPTION_LIMIT);
    }
}
