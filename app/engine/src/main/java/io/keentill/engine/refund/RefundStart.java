package io.keentill.engine.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundPlan;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.shop.Role;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.ExchangeBook;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.book.RefundClaim;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a refund may begin or go on, by what is stored at that moment. Changes nothing. */
final class RefundStart {

    private static final int LONGEST_REASON = 400;

    private final IdSource ids;
    private final InstantSource clock;

    RefundStart(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Where the refund comes from: asked once to see what to do, and again in the transaction that does it. */
    @FunctionalInterface
    interface Source {
        Started in(View view);
    }

    /** What may be done. */
    sealed interface Started {

        /** This refund, with something to go back next; {@code fresh} if it is not stored yet. */
        record Ready(Refund refund, boolean fresh) implements Started {}

        /** Nothing; the message says why. */
        record Refused(Sentence message) implements Started {}
    }

    /**
     * Whether goods may come back for what is in a basket.
     *
     * @param basketId the sale with the new goods
     */
    Started exchange(View view, RefundWish wish, String basketId, String operator) {
        Optional<Order> sale =
                view.order(wish.orderId()).filter(o -> o.state() == OrderState.PAID && !o.settlesInvoice());
        if (sale.isEmpty() || !(wish.scope() instanceof RefundScope.Lines(List<RefundScope.Goods> goods))) {
            return new Started.Refused(Sentence.of(
                    "refund.goods-of-a-finished-sale-of",
                    "Goods of a finished sale of this till can be exchanged. Choose what comes back."));
        }
        Sentence no = notNow(view, sale.get(), wish, operator);
        if (no != null) {
            return new Started.Refused(no);
        }
        return switch (ExchangeBook.basket(view, basketId)) {
            case ExchangeBook.Basket.Refused refused -> new Started.Refused(refused.message());
            case ExchangeBook.Basket.Takes(Order basket)
            when !basket.currency().equals(sale.get().currency()) ->
                new Started.Refused(Sentence.of(
                        "refund.that-sale-was-in-and-this",
                        "That sale was in {0}, and this one is in {1}.",
                        sale.get().currency(),
                        basket.currency()));
            case ExchangeBook.Basket.Takes(Order basket) ->
                switch (RefundBook.refundable(view, sale.get()).exchange(goods, basket.due(), wish.back())) {
                    case RefundPlan.Refused refused -> new Started.Refused(refused.message());
                    case RefundPlan.Allowed allowed ->
                        new Started.Ready(
                                refund(sale.get(), allowed, wish.reason().strip(), operator, null, basketId), true);
                };
        };
    }

    Started begin(View view, RefundWish wish, String operator) {
        Optional<Order> sale = view.order(wish.orderId());
        Sentence no = sale.isEmpty()
                ? Sentence.of("refund.this-till-knows-no-such-sale", "This till knows no such sale.")
                : notNow(view, sale.get(), wish, operator);
        if (no != null) {
            return new Started.Refused(no);
        }
        return switch (RefundBook.refundable(view, sale.orElseThrow()).plan(wish.scope(), wish.back())) {
            case RefundPlan.Refused refused -> new Started.Refused(refused.message());
            case RefundPlan.Allowed allowed ->
                new Started.Ready(
                        refund(sale.orElseThrow(), allowed, wish.reason().strip(), operator, null, null), true);
        };
    }

    /**
     * The same on a sale of another till.
     *
     * @param found as RevKeen has just shown it
     */
    Started beginElsewhere(View view, ForeignSale found, RefundWish wish, String operator) {
        if (view.order(found.sale().id()).isPresent()) {
            return new Started.Refused(Sentence.of(
                    "refund.this-is-a-sale-of-this", "This is a sale of this till. Find it by its receipt number."));
        }
        Sentence badReason = badReason(wish);
        Sentence no = badReason == null ? mayNot(view, operator) : badReason;
        if (no != null) {
            return new Started.Refused(no);
        }
        List<Refund> untold = view.refundsOf(found.sale().id()).stream()
                .filter(r -> r.state() != RefundState.ABANDONED && !isTold(view, r))
                .toList();
        Money nothing = Money.zero(found.sale().currency());
        ForeignSale now =
                found.less(reserved(untold, TenderType.CARD, nothing), reserved(untold, TenderType.CASH, nothing));
        return switch (Refundable.of(now.sale(), List.of(), List.of()).plan(wish.scope(), wish.back())) {
            case RefundPlan.Refused refused -> new Started.Refused(refused.message());
            case RefundPlan.Allowed allowed ->
                new Started.Ready(
                        refund(now.sale(), allowed, wish.reason().strip(), operator, found.invoiceId(), null), true);
        };
    }

    /** Whether RevKeen counts it already: it took the credit note that stands for it, the latest if it was told anew. */
    private static boolean isTold(View view, Refund refund) {
        return RefundClaim.row(view, refund)
                .filter(row -> row.state() == OutboxState.DONE)
                .isPresent();
    }

    private static Money reserved(List<Refund> refunds, TenderType type, Money nothing) {
        return refunds.stream()
                .flatMap(r -> r.parts().stream())
                .filter(p -> p.type() == type && p.state() != RefundPart.State.GIVEN_UP)
                .map(RefundPart::amount)
                .reduce(nothing, Money::plus);
    }

    private static @Nullable Sentence notNow(View view, Order sale, RefundWish wish, String operator) {
        boolean finished = sale.state() == OrderState.PAID;
        if (!finished && (sale.state() == OrderState.CANCELLED || sale.tenders().isEmpty())) {
            return Sentence.of(
                    "refund.nothing-was-paid-on-this-sale",
                    "Nothing was paid on this sale, so there is nothing to give back.");
        }
        if (!finished && !(wish.scope() instanceof RefundScope.Whole)) {
            return Sentence.of(
                    "refund.this-sale-is-not-finished-it",
                    "This sale is not finished. It can only be given back as a whole.");
        }
        Sentence badReason = badReason(wish);
        if (badReason != null) {
            return badReason;
        }
        if (!finished
                && view.attemptsOf(sale.id()).stream().anyMatch(a -> a.state().isOpen())) {
            return Sentence.of(
                    "refund.a-card-payment-for-this-sale",
                    "A card payment for this sale is not decided yet. Wait for the terminal's answer.");
        }
        return mayNot(view, operator);
    }

    private static @Nullable Sentence badReason(RefundWish wish) {
        boolean bad = wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON;
        return bad ? Sentence.of("refund.say-in-a-few-words-why", "Say in a few words why the money goes back.") : null;
    }

    private static @Nullable Sentence mayNot(View view, String operator) {
        boolean clerk = view.staff().stream()
                .map(record -> record.staff())
                .anyMatch(s -> s.id().equals(operator) && s.role() == Role.CLERK);
        return clerk
                ? Sentence.of(
                        "refund.giving-money-back-needs-a-manager", "Giving money back needs a manager. Log in as one.")
                : null;
    }

    private Refund refund(
            Order sale,
            RefundPlan.Allowed allowed,
            String reason,
            String operator,
            @Nullable String invoiceId,
            @Nullable String exchangeFor) {
        List<RefundPart> parts = allowed.shares().stream()
                .map(s -> RefundPart.planned(ids.next(), s.type(), s.amount(), s.originalAttemptId()))
                .toList();
        return new Refund(
                ids.next(),
                ids.reference(),
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
                RefundState.OPEN,
                sale.currency(),
                allowed.lines(),
                allowed.tax(),
                reason,
                operator,
                parts,
                invoiceId,
                clock.instant(),
                null,
                null,
                exchangeFor);
    }

    Started goOn(View view, String refundId, String operator) {
        return switch (end(view, refundId, operator)) {
            case Started.Ready ready -> {
                Sentence refused = RefundClaim.refused(view, ready.refund())
                        .map(row -> Sentence.of(
                                "refund.revkeen-refuses-the-credit-note-of",
                                "RevKeen refuses the credit note of this refund ({0}), so nothing more of it"
                                        + " goes back. Give up the rest of it.",
                                row.problem()))
                        .orElse(null);
                Sentence no = refused == null ? goneElsewhere(view, ready.refund()) : refused;
                yield no == null ? ready : new Started.Refused(no);
            }
            case Started.Refused no -> no;
        };
    }

    /** Whether a refund that is begun may be ended as it is. */
    Started end(View view, String refundId, String operator) {
        Optional<Refund> found = view.refund(refundId);
        if (found.isEmpty() || found.get().state() != RefundState.OPEN) {
            return new Started.Refused(
                    Sentence.of("refund.this-refund-is-not-open-any", "This refund is not open any more."));
        }
        Refund refund = found.get();
        boolean doubt = refund.parts().stream()
                .map(RefundPart::attemptId)
                .flatMap(id -> id == null ? Optional.<PaymentAttempt>empty().stream() : view.attempt(id).stream())
                .anyMatch(a -> a.state().isOpen());
        if (doubt) {
            return new Started.Refused(Sentence.of(
                    "refund.whether-part-of-this-refund-went",
                    "Whether part of this refund went back is not known yet. Nothing goes back"
                            + " twice: wait until the terminal has answered."));
        }
        Sentence no = mayNot(view, operator);
        return no == null ? new Started.Ready(refund, false) : new Started.Refused(no);
    }

    /** Whether what is left may go back in cash instead of to a card: the refund as it would be then. */
    Started restInCash(View view, String refundId, String operator) {
        return switch (end(view, refundId, operator)) {
            case Started.Ready(Refund refund, boolean fresh) ->
                refund.mayEndInCash()
                        ? new Started.Ready(refund.restInCash(), fresh)
                        : new Started.Refused(
                                Sentence.of(
                                        "refund.only-the-rest-of-a-sale",
                                        "Only the rest of a sale that was never finished, of which part went back"
                                                + " already, goes back in cash instead. Continue this refund, or give up its rest."));
            case Started.Refused no -> no;
        };
    }

    /** What was set aside for this refund, or for one of its cards, may have gone back elsewhere since. */
    private static @Nullable Sentence goneElsewhere(View view, Refund refund) {
        Optional<Refundable> found = view.order(refund.orderId()).map(s -> RefundBook.refundable(view, s));
        if (found.isEmpty() || !found.get().elsewhere().total().isPositive()) {
            return null;
        }
        Refundable sale = found.get();
        Money tooMuch = refund.parts().stream()
                .filter(part -> part.state() == RefundPart.State.PLANNED)
                .map(RefundPart::originalAttemptId)
                .filter(Objects::nonNull)
                .distinct()
                .map(sale::tooMuchOf)
                .reduce(Money.zero(refund.currency()), Money::plus)
                .max(sale.tooMuch());
        return tooMuch.isPositive()
                ? Sentence.of(
                        "refund.so-of-this-refund-must-not",
                        "{0}, so {1} of this refund must not go back any more. Give up the rest of it.",
                        sale.elsewhere().words(),
                        tooMuch)
                : null;
    }
}
