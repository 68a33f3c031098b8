package io.keentill.engine.office;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.CashBack;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundPlan;
import io.keentill.domain.refund.RefundScope;
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

    private RefundOffer offer(View view, Order sale, RefundPlan.Allowed plan) {
        List<RefundOffer.Share> shares = new ArrayList<>();
        for (RefundPlan.Share share : plan.shares()) {
            if (share.type() == TenderType.CASH) {
                Money handed = CashBack.handed(sale, view.refundsOf(sale.id()), share.amount(), rounding);
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

    private WayBack way(View view, @Nullable PaymentAttempt paid, Money amount) {
        Optional<TerminalSession> terminal = payments.terminal();
        if (terminal.isEmpty()) {
            return new WayBack.None("No terminal is set up, so nothing can go back to a card. What was paid in cash can"
                    + " go back in cash.");
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
