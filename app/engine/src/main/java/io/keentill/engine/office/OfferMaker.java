package io.keentill.engine.office;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.CashBack;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundPlan;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.ExchangeBook;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.WayBack;
import io.keentill.store.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says before anybody presses anything what a refund would come to; the same rules decide again when it is done. */
final class OfferMaker {

    private final Payments payments;
    private final Clock clock;
    private final CashRounding rounding;

    OfferMaker(Payments payments, Clock clock, CashRounding rounding) {
        this.payments = payments;
        this.clock = clock;
        this.rounding = rounding;
    }

    RefundOffer of(View view, Order sale, RefundScope scope, MoneyBack back) {
        return switch (RefundBook.refundable(view, sale).plan(scope, back)) {
            case RefundPlan.Refused no -> new RefundOffer.NotPossible(no.message());
            case RefundPlan.Allowed plan -> offer(view, sale, plan);
        };
    }

    RefundOffer exchange(View view, Order sale, List<RefundScope.Goods> goods, MoneyBack back, String basketId) {
        if (sale.state() != OrderState.PAID) {
            return new RefundOffer.NotPossible(Sentence.of(
                    "office.this-sale-is-not-finished-only",
                    "This sale is not finished: only goods of a finished one are exchanged."));
        }
        return switch (ExchangeBook.basket(view, basketId)) {
            case ExchangeBook.Basket.Refused no -> new RefundOffer.NotPossible(no.message());
            case ExchangeBook.Basket.Takes(Order basket) ->
                switch (RefundBook.refundable(view, sale).exchange(goods, basket.due(), back)) {
                    case RefundPlan.Refused no -> new RefundOffer.NotPossible(no.message());
                    case RefundPlan.Allowed plan -> offer(view, sale, plan);
                };
        };
    }

    private RefundOffer offer(View view, Order sale, RefundPlan.Allowed plan) {
        Money nothing = Money.zero(sale.currency());
        Money exchanged = exchanged(plan, share -> true, nothing);
        Money ofCash = exchanged(plan, share -> share.originalAttemptId() == null, nothing);
        List<RefundOffer.Share> shares = new ArrayList<>();
        if (exchanged.isPositive()) {
            shares.add(
                    new RefundOffer.Share(TenderType.EXCHANGE, exchanged, exchanged, RefundOffer.Way.EXCHANGE, null));
        }
        for (RefundPlan.Share share : plan.shares()) {
            if (share.type() == TenderType.EXCHANGE) {
                continue;
            }
            if (share.type() == TenderType.CASH) {
                Money handed = CashBack.handed(sale, view.refundsOf(sale.id()), share.amount(), ofCash, rounding);
                shares.add(new RefundOffer.Share(TenderType.CASH, share.amount(), handed, RefundOffer.Way.CASH, null));
                continue;
            }
            PaymentAttempt paid = Optional.ofNullable(share.originalAttemptId())
                    .flatMap(view::attempt)
                    .orElse(null);
            switch (way(view, paid, share.amount())) {
                case WayBack.None no -> {
                    return new RefundOffer.NotPossible(no.message());
                }
                case WayBack.How how ->
                    shares.add(new RefundOffer.Share(
                            TenderType.CARD, share.amount(), share.amount(), wayOf(how), cardOf(paid)));
            }
        }
        return new RefundOffer.Possible(plan.amount(), plan.lines(), shares);
    }

    private static Money exchanged(RefundPlan.Allowed plan, Predicate<RefundPlan.Share> wanted, Money nothing) {
        return plan.shares().stream()
                .filter(share -> share.type() == TenderType.EXCHANGE)
                .filter(wanted)
                .map(RefundPlan.Share::amount)
                .reduce(nothing, Money::plus);
    }

    private WayBack way(View view, @Nullable PaymentAttempt paid, Money amount) {
        Optional<TerminalSession> terminal = payments.terminal();
        if (terminal.isEmpty()) {
            return new WayBack.None(Sentence.of(
                    "office.no-terminal-is-set-up-so",
                    "No terminal is set up, so nothing can go back to a card. What was paid in cash"
                            + " can go back in cash."));
        }
        Set<Capability> can = terminal.get().capabilities();
        List<PaymentAttempt> back = paid == null ? List.of() : view.attemptsOn(paid.id());
        boolean settled = paid != null && WayBack.isSettled(paid, clock);
        return WayBack.of(can, terminal.get().address(), paid, back, amount, settled);
    }

    private static RefundOffer.Way wayOf(WayBack.How how) {
        if (how.kind() == PaymentKind.REVERSAL) {
            return RefundOffer.Way.UNDO;
        }
        return how.linked() ? RefundOffer.Way.TO_PAYMENT : RefundOffer.Way.TO_CARD_PRESENTED;
    }

    private static @Nullable String cardOf(@Nullable PaymentAttempt paid) {
        if (paid == null) {
            return null;
        }
        CardDetails card = paid.card();
        String four = card.lastFour() == null ? null : "•••• " + card.lastFour();
        String known = Stream.of(Optional.ofNullable(card.scheme()), Optional.ofNullable(four))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return known.isEmpty() ? null : known;
    }
}
