package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.RefundPart.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Money given back on a sale: a document of its own that names the sale. Immutable: each change gives a new one, which
 * the till stores before it is shown. While it is OPEN its amount is set aside.
 *
 * @param id UUIDv7
 * @param reference short, unique, readable aloud; printed on its receipt and sent to RevKeen
 * @param orderId the sale
 * @param orderReference the sale's printed reference
 * @param orderReceipt the sale's receipt number; null for a sale that was never finished
 * @param state see {@link RefundState}
 * @param currency of all its amounts
 * @param lines goods that come back; empty for an amount without goods
 * @param tax the tax within what goes back
 * @param reason why, for people
 * @param operator who gave it
 * @param parts what goes back to which tender of the sale, in the sequence in which it is done
 * @param invoiceId RevKeen's invoice of a sale made on another till; null for a sale of this one
 * @param openedAt when it was begun
 * @param number gap-free per till, given when it is closed
 * @param closedAt when it was closed or abandoned
 * @param exchangeFor the sale whose new goods it pays for with its exchange parts; null where all of it goes back
 */
public record Refund(
        String id,
        String reference,
        String orderId,
        String orderReference,
        @Nullable Long orderReceipt,
        RefundState state,
        Currency currency,
        List<RefundLine> lines,
        Money tax,
        String reason,
        String operator,
        List<RefundPart> parts,
        @Nullable String invoiceId,
        Instant openedAt,
        @Nullable Long number,
        @Nullable Instant closedAt,
        @Nullable String exchangeFor) {

    /** Copies the lists; refuses a refund of nothing. */
    public Refund {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A refund gives something back");
        }
    }

    /** One that exchanges nothing. */
    public Refund(
            String id,
            String reference,
            String orderId,
            String orderReference,
            @Nullable Long orderReceipt,
            RefundState state,
            Currency currency,
            List<RefundLine> lines,
            Money tax,
            String reason,
            String operator,
            List<RefundPart> parts,
            @Nullable String invoiceId,
            Instant openedAt,
            @Nullable Long number,
            @Nullable Instant closedAt) {
        this(
                id,
                reference,
                orderId,
                orderReference,
                orderReceipt,
                state,
                currency,
                lines,
                tax,
                reason,
                operator,
                parts,
                invoiceId,
                openedAt,
                number,
                closedAt,
                null);
    }

    /** Whether its sale was never finished: then it goes back whole and is cancelled by that. */
    public boolean isOfUnfinishedSale() {
        return orderReceipt == null && invoiceId == null;
    }

    /**
     * Whether what is left to go back to a card may go back in cash: its sale can neither be finished any more nor be
     * cancelled before all of it went back.
     */
    public boolean mayEndInCash() {
        return isOfUnfinishedSale()
                && returned().isPositive()
                && next().filter(part -> part.type() == TenderType.CARD).isPresent();
    }

    /** What it gives back in all: what went back and what is still to go. */
    public Money amount() {
        return sum(part -> !part.is(State.GIVEN_UP));
    }

    /** What went back already. */
    public Money returned() {
        return sum(part -> part.is(State.RETURNED));
    }

    /** What of it pays for new goods instead of going back, done or still to do. */
    public Money exchanged() {
        return sum(part -> part.type() == TenderType.EXCHANGE && !part.is(State.GIVEN_UP));
    }

    /** Exchange parts that are still to do. */
    public List<RefundPart> toExchange() {
        return parts.stream()
                .filter(part -> part.type() == TenderType.EXCHANGE && part.is(State.PLANNED))
                .toList();
    }

    /** What is still to go back. */
    public Money outstanding() {
        return sum(part -> part.is(State.PLANNED));
    }

    /** How much of the sale nobody else may give back because of it. */
    public Money reserved() {
        return state == RefundState.ABANDONED ? Money.zero(currency) : amount();
    }

    /** The part to do next, if anything is still to go back. */
    public Optional<RefundPart> next() {
        return first(part -> part.is(State.PLANNED));
    }

    /** The part that this attempt is to give back. */
    public Optional<RefundPart> partOf(String attemptId) {
        return first(part -> attemptId.equals(part.attemptId()));
    }

    /** The part with this id. */
    public RefundPart part(String partId) {
        return first(part -> part.id().equals(partId))
                .orElseThrow(() -> new IllegalArgumentException("Refund " + reference + " has no part " + partId));
    }

    /** With a new attempt for one of its parts. */
    public Refund attempting(String partId, String attemptId) {
        return changing(partId, part -> part.attempted(attemptId));
    }

    /**
     * With a part that went back, wholly or less of it: the rest then is a part of its own.
     *
     * @param given at most the part's amount
     * @param rounding see {@link RefundPart#rounding}
     * @param restId id for the rest
     */
    public Refund returning(String partId, Money given, Money rounding, Instant at, String restId) {
        RefundPart part = part(partId);
        Money rest = part.amount().minus(given);
        if (rest.isNegative()) {
            throw new IllegalArgumentException(given + " is more than the " + part.amount() + " to give back");
        }
        Refund done = changing(partId, p -> p.of(given).returned(rounding, at));
        if (rest.isZero()) {
            return done;
        }
        List<RefundPart> more = new ArrayList<>(done.parts);
        int after = parts.indexOf(part) + 1;
        more.add(after, RefundPart.planned(restId, part.type(), rest, part.originalAttemptId()));
        return done.copy(state, lines, tax, more, number, closedAt);
    }

    /**
     * Without what is still to go back. What went back stands, as an amount: the goods are no longer told, because they
     * were not paid back whole.
     *
     * @param newTax the tax within what went back
     */
    public Refund withoutRest(Money newTax) {
        require(RefundState.OPEN);
        if (outstanding().isZero()) {
            return this;
        }
        List<RefundPart> left = parts.stream()
                .map(part -> part.is(State.PLANNED) ? part.givenUp() : part)
                .toList();
        return copy(state, List.of(), newTax, left, number, closedAt);
    }

    /** With all that is still to go back to cards in cash instead, because the cards do not take it. */
    public Refund restInCash() {
        require(RefundState.OPEN);
        List<RefundPart> instead = parts.stream()
                .map(part -> part.is(State.PLANNED) ? part.inCash() : part)
                .toList();
        return copy(state, lines, tax, instead, number, closedAt);
    }

    /** Closed, with its number. */
    public Refund closed(long newNumber, Instant at) {
        require(RefundState.OPEN);
        if (!outstanding().isZero() || !returned().isPositive()) {
            throw new IllegalStateException("Refund " + reference + " gave back " + returned() + " of " + amount());
        }
        return copy(RefundState.CLOSED, lines, tax, parts, newNumber, at);
    }

    /** Given up before anything went back. */
    public Refund abandoned(Instant at) {
        require(RefundState.OPEN);
        if (returned().isPositive()) {
            throw new IllegalStateException("Refund " + reference + " gave back " + returned() + " already");
        }
        return copy(RefundState.ABANDONED, lines, tax, parts, null, at);
    }

    private Refund changing(String partId, UnaryOperator<RefundPart> change) {
        require(RefundState.OPEN);
        RefundPart part = part(partId);
        if (!part.is(State.PLANNED)) {
            throw new IllegalStateException("Part " + partId + " of refund " + reference + " is " + part.state());
        }
        List<RefundPart> changed = parts.stream()
                .map(p -> p.id().equals(partId) ? change.apply(p) : p)
                .toList();
        return copy(state, lines, tax, changed, number, closedAt);
    }

    private void require(RefundState expected) {
        if (state != expected) {
            throw new IllegalStateException("Refund " + reference + " is " + state + " and never changes again");
        }
    }

    private Optional<RefundPart> first(Predicate<RefundPart> wanted) {
        return parts.stream().filter(wanted).findFirst();
    }

    private Money sum(Predicate<RefundPart> wanted) {
        return parts.stream().filter(wanted).map(RefundPart::amount).reduce(Money.zero(currency), Money::plus);
    }

    private Refund copy(
            RefundState newState,
            List<RefundLine> newLines,
            Money newTax,
            List<RefundPart> newParts,
            @Nullable Long newNumber,
            @Nullable Instant closed) {
        return new Refund(
                id,
                reference,
                orderId,
                orderReference,
                orderReceipt,
                newState,
                currency,
                newLines,
                newTax,
                reason,
                operator,
                newParts,
                invoiceId,
                openedAt,
                newNumber,
                closed,
                exchangeFor);
    }
}
