package io.keentill.domain.order;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.Tender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sale from its first scan to its receipt. Immutable: each change gives a new one, which the till stores before it is
 * shown.
 *
 * @param id UUIDv7
 * @param reference short, unique, readable aloud; printed on the receipt and sent to RevKeen
 * @param state see {@link OrderState}
 * @param currency of all its amounts
 * @param lines in the sequence of scanning
 * @param discount taken off the whole order, if anything
 * @param tenders what has been paid so far
 * @param operator who opened it
 * @param openedAt when
 * @param parkedAs the name it was set aside under, only while PARKED
 * @param receiptNumber gap-free per till, given when it is paid
 * @param closedAt when it was paid or cancelled
 * @param note what is to be remembered of it, printed on the receipt; null for nothing
 * @param exemption why no tax is due on it, such as the number of a certificate; null where tax is due
 */
public record Order(
        String id,
        String reference,
        OrderState state,
        Currency currency,
        List<OrderLine> lines,
        @Nullable Discount discount,
        List<Tender> tenders,
        String operator,
        Instant openedAt,
        @Nullable String parkedAs,
        @Nullable Long receiptNumber,
        @Nullable Instant closedAt,
        @Nullable String note,
        @Nullable String exemption) {

    /** Copies the lists. */
    public Order {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    /** An order with tax and without a note. */
    public Order(
            String id,
            String reference,
            OrderState state,
            Currency currency,
            List<OrderLine> lines,
            @Nullable Discount discount,
            List<Tender> tenders,
            String operator,
            Instant openedAt,
            @Nullable String parkedAs,
            @Nullable Long receiptNumber,
            @Nullable Instant closedAt) {
        this(
                id,
                reference,
                state,
                currency,
                lines,
                discount,
                tenders,
                operator,
                openedAt,
                parkedAs,
                receiptNumber,
                closedAt,
                null,
                null);
    }

    /** A new, empty order. */
    public static Order open(String id, String reference, Currency currency, String operator, Instant at) {
        return new Order(
                id, reference, OrderState.OPEN, currency, List.of(), null, List.of(), operator, at, null, null, null);
    }

    /** What it comes to. */
    public OrderTotals totals() {
        return Pricing.price(currency, soldLines(), discount);
    }

    /** The lines as they are sold, one for each of {@link #lines}: without tax where the order is exempt. */
    public List<OrderLine> soldLines() {
        return exemption == null
                ? lines
                : lines.stream().map(OrderLine::withoutTax).toList();
    }

    /** What has been paid towards it, cash rounding included. */
    public Money paid() {
        return tenders.stream().map(Tender::applied).reduce(Money.zero(currency), Money::plus);
    }

    /** What is still to pay; never below zero on an order that kept the rules. */
    public Money due() {
        return totals().total().minus(paid());
    }

    /** Whether lines and discounts may still change: open, and nothing paid yet. */
    public boolean isEditable() {
        return state == OrderState.OPEN && tenders.isEmpty();
    }

    /** Whether it pays an invoice that was there before it; such an order has that one line and no other. */
    public boolean settlesInvoice() {
        return lines.stream().anyMatch(OrderLine::isInvoice);
    }

    /** The line with this id. */
    public Optional<OrderLine> line(String lineId) {
        return lines.stream().filter(l -> l.id().equals(lineId)).findFirst();
    }

    /** With {@code line} at the end. */
    public Order plusLine(OrderLine line) {
        List<OrderLine> more = new ArrayList<>(lines);
        more.add(line);
        return withLines(more);
    }

    /** With {@code line} in place of the one with its id. */
    public Order replacing(OrderLine line) {
        return withLines(
                lines.stream().map(l -> l.id().equals(line.id()) ? line : l).toList());
    }

    /** Without the line of this id. */
    public Order without(String lineId) {
        return withLines(lines.stream().filter(l -> !l.id().equals(lineId)).toList());
    }

    /** With another discount on the whole, or none. */
    public Order withDiscount(@Nullable Discount changed) {
        requireEditable();
        return copy(state, lines, changed, tenders, parkedAs, receiptNumber, closedAt);
    }

    /** With {@code line} put at this place, counted from 0, or at the end if there are fewer lines. */
    public Order plusLine(int place, OrderLine line) {
        List<OrderLine> more = new ArrayList<>(lines);
        more.add(Math.clamp(place, 0, more.size()), line);
        return withLines(more);
    }

    /** With another note, or none. */
    public Order withNote(@Nullable String changed) {
        requireEditable();
        return copy(state, lines, discount, tenders, parkedAs, receiptNumber, closedAt, changed, exemption);
    }

    /** Without tax for this reason; with tax again for none. */
    public Order withExemption(@Nullable String reason) {
        requireEditable();
        return copy(state, lines, discount, tenders, parkedAs, receiptNumber, closedAt, note, reason);
    }

    /** With one more payment. Refused when it would pay more than is due. */
    public Order plusTender(Tender tender) {
        if (state != OrderState.OPEN) {
            throw new IllegalStateException("Order " + reference + " is " + state + " and takes no payment");
        }
        if (tender.applied().compareTo(due()) > 0) {
            throw new IllegalArgumentException(tender.applied() + " is more than the " + due() + " due");
        }
        List<Tender> more = new ArrayList<>(tenders);
        more.add(tender);
        return copy(state, lines, discount, more, parkedAs, receiptNumber, closedAt);
    }

    /** Closed as paid, with its receipt number. */
    public Order closed(long number, Instant at) {
        if (state != OrderState.OPEN || !due().isZero() || lines.isEmpty()) {
            throw new IllegalStateException("Order " + reference + " is " + state + " with " + due() + " due");
        }
        return copy(OrderState.PAID, lines, discount, tenders, null, number, at);
    }

    /** Closed without a sale. Refused once something was paid. */
    public Order cancelled(Instant at) {
        if ((state != OrderState.OPEN && state != OrderState.PARKED) || !tenders.isEmpty()) {
            throw new IllegalStateException("Order " + reference + " cannot be cancelled");
        }
        return copy(OrderState.CANCELLED, lines, discount, tenders, null, receiptNumber, at);
    }

    /** Closed without a sale after all that had been paid on it went back. */
    public Order givenBack(Instant at) {
        if ((state != OrderState.OPEN && state != OrderState.PARKED) || tenders.isEmpty()) {
            throw new IllegalStateException("Order " + reference + " is " + state + " with " + paid() + " paid");
        }
        return copy(OrderState.CANCELLED, lines, discount, tenders, null, receiptNumber, at);
    }

    /**
     * Closed without a receipt because it was finished elsewhere, with one: in data that are lost. What was paid on it here
     * stays.
     */
    public Order finishedElsewhere(Instant at) {
        if (state != OrderState.OPEN && state != OrderState.PARKED) {
            throw new IllegalStateException("Order " + reference + " is " + state);
        }
        return copy(OrderState.CANCELLED, lines, discount, tenders, null, receiptNumber, at);
    }

    /** Set aside under {@code name}. */
    public Order parked(String name) {
        if (state != OrderState.OPEN) {
            throw new IllegalStateException("Order " + reference + " is " + state);
        }
        return copy(OrderState.PARKED, lines, discount, tenders, name, receiptNumber, closedAt);
    }

    /** Back on the counter. */
    public Order recalled() {
        if (state != OrderState.PARKED) {
            throw new IllegalStateException("Order " + reference + " is " + state);
        }
        return copy(OrderState.OPEN, lines, discount, tenders, null, receiptNumber, closedAt);
    }

    private Order withLines(List<OrderLine> changed) {
        requireEditable();
        return copy(state, changed, discount, tenders, parkedAs, receiptNumber, closedAt);
    }

    private void requireEditable() {
        if (!isEditable()) {
            throw new IllegalStateException("Order " + reference + " can no longer change: " + state);
        }
    }

    private Order copy(
            OrderState newState,
            List<OrderLine> newLines,
            @Nullable Discount newDiscount,
            List<Tender> newTenders,
            @Nullable String newName,
            @Nullable Long number,
            @Nullable Instant closed) {
        return copy(newState, newLines, newDiscount, newTenders, newName, number, closed, note, exemption);
    }

    private Order copy(
            OrderState newState,
            List<OrderLine> newLines,
            @Nullable Discount newDiscount,
            List<Tender> newTenders,
            @Nullable String newName,
            @Nullable Long number,
            @Nullable Instant closed,
            @Nullable String newNote,
            @Nullable String newExemption) {
        return new Order(
                id,
                reference,
                newState,
                currency,
                newLines,
                newDiscount,
                newTenders,
                operator,
                openedAt,
                newName,
                number,
                closed,
                newNote,
                newExemption);
    }
}
