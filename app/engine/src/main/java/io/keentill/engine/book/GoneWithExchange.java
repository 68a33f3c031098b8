package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.Refundable.TenderLeft;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where it counts what somebody else gave back of a sale of which something was exchanged. RevKeen tells it of the sale that
 * took the money. Beyond what that sale still has it can only be money that has paid for other goods since, and counts where
 * it is now: else it would go back once more with those, and a card would be given more than it had paid. Each exchange
 * bears of it what it still has, the earliest first; what none has left was given back twice already, and stays where it was
 * told.
 */
final class GoneWithExchange {

    private final View view;

    private GoneWithExchange(View view) {
        this.view = view;
    }

    /** What others gave back of this sale's money, wherever it was told. */
    static GivenElsewhere counted(View view, Order sale) {
        GoneWithExchange gone = new GoneWithExchange(view);
        GivenElsewhere borne =
                gone.borne(sale).values().stream().reduce(GivenElsewhere.none(sale.currency()), GivenElsewhere::plus);
        return gone.all(sale).minus(borne);
    }

    /** The sales whose money pays for this one, and those whose money paid for them, the nearest first. */
    static List<Order> earlier(View view, Order sale) {
        List<Order> earlier = new ArrayList<>();
        for (String exchange : exchangesFor(sale)) {
            view.refund(exchange)
                    .flatMap(refund -> view.order(refund.orderId()))
                    .ifPresent(one -> {
                        earlier.add(one);
                        earlier.addAll(earlier(view, one));
                    });
        }
        return earlier.stream().distinct().toList();
    }

    private static List<String> exchangesFor(Order sale) {
        return sale.tenders().stream()
                .map(Tender::exchange)
                .filter(Objects::nonNull)
                .map(Exchange::refundId)
                .distinct()
                .toList();
    }

    /** Told of this sale, and of those whose money pays for it now. */
    private GivenElsewhere all(Order sale) {
        GivenElsewhere all = BackElsewhere.told(view, sale);
        for (String exchange : exchangesFor(sale)) {
            Optional<GivenElsewhere> share = view.refund(exchange)
                    .flatMap(refund -> view.order(refund.orderId()))
                    .map(earlier -> borne(earlier).get(exchange));
            all = share.map(all::plus).orElse(all);
        }
        return all;
    }

    /** What exchanges of this sale bear of what was given back of it, by refund. */
    private Map<String, GivenElsewhere> borne(Order sale) {
        List<Refund> exchanges = exchanges(sale);
        Map<String, GivenElsewhere> borne = new HashMap<>();
        if (exchanges.isEmpty()) {
            return borne;
        }
        GivenElsewhere beyond = beyond(here(sale), all(sale));
        for (Refund exchange : exchanges) {
            GivenElsewhere rest = beyond(alive(exchange), beyond);
            borne.put(exchange.id(), beyond.minus(rest));
            beyond = rest;
        }
        return borne;
    }

    private List<Refund> exchanges(Order sale) {
        return view.refundsOf(sale.id()).stream()
                .filter(refund ->
                        refund.exchangeFor() != null && refund.exchanged().isPositive())
                .toList();
    }

    private List<TenderLeft> here(Order sale) {
        return RefundBook.refundable(view, sale, GivenElsewhere.none(sale.currency()))
                .open();
    }

    /** What did not go back yet of the money of this exchange, at the sale that it paid for and from there on. */
    private List<TenderLeft> alive(Refund exchange) {
        List<TenderLeft> alive = new ArrayList<>();
        Optional<Order> paidFor = view.order(String.valueOf(exchange.exchangeFor()));
        for (TenderLeft one : paidFor.map(this::here).orElse(List.of())) {
            Exchange whose = one.tender().exchange();
            if (whose != null && whose.refundId().equals(exchange.id())) {
                Money more = setAside(paidFor.get(), one.tender()).plus(onward(paidFor.get(), one.tender()));
                alive.add(new TenderLeft(
                        one.tender(), one.left().plus(more).min(one.tender().applied())));
            }
        }
        return alive;
    }

    /** A refund that is begun and has not given it back yet can still be stopped. */
    private Money setAside(Order sale, Tender tender) {
        return view.refundsOf(sale.id()).stream()
                .flatMap(refund -> refund.parts().stream())
                .filter(part -> part.state() == RefundPart.State.PLANNED && part.source() == tender.goesBackAs())
                .filter(part -> Objects.equals(part.originalAttemptId(), tender.cardPayment()))
                .map(RefundPart::amount)
                .reduce(Money.zero(sale.currency()), Money::plus);
    }

    private Money onward(Order sale, Tender tender) {
        return exchanges(sale).stream()
                .filter(next -> next.parts().stream().anyMatch(part -> isOf(part, tender)))
                .flatMap(next -> alive(next).stream())
                .filter(left -> Objects.equals(left.tender().cardPayment(), tender.cardPayment()))
                .map(TenderLeft::left)
                .reduce(Money.zero(sale.currency()), Money::plus);
    }

    private static boolean isOf(RefundPart part, Tender tender) {
        return part.type() == TenderType.EXCHANGE
                && part.state() == RefundPart.State.RETURNED
                && Objects.equals(part.originalAttemptId(), tender.cardPayment());
    }

    /** What of it is more than these tenders have left. */
    private static GivenElsewhere beyond(List<TenderLeft> tenders, GivenElsewhere given) {
        Money zero = Money.zero(given.total().currency());
        Money card = left(tenders, TenderType.CARD, zero).minus(given.card());
        Money cash = left(tenders, TenderType.CASH, zero).minus(given.cash());
        Money untold = card.max(zero).plus(cash.max(zero)).minus(given.untold());
        return new GivenElsewhere(
                card.negated().max(zero),
                cash.negated().max(zero),
                untold.negated().max(zero));
    }

    private static Money left(List<TenderLeft> tenders, TenderType type, Money zero) {
        return tenders.stream()
                .filter(one -> one.tender().goesBackAs() == type)
                .map(TenderLeft::left)
                .reduce(zero, Money::plus);
    }
}
