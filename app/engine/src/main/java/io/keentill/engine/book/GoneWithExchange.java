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
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else gave back of a sale's money, counted where that money is now. RevKeen tells it of the sale that took the
 * money. Beyond what that sale still has of its own it can only be money that has paid for other goods since, and counts
 * there: else it would go back once more with those, and a card would be given more than it had paid. Each exchange bears
 * what it still has, the earliest first; what none has left was given back twice already, and stays where it was told.
 */
final class GoneWithExchange {

    private final View view;
    private final Order sale;
    private final Map<String, Money> cards = new LinkedHashMap<>();
    private GivenElsewhere all;

    private GoneWithExchange(View view, Order sale) {
        this.view = view;
        this.sale = sale;
        this.all = GivenElsewhere.none(sale.currency());
    }

    /** Of the money that is in {@code sale} now. */
    static GoneWithExchange of(View view, Order sale) {
        GoneWithExchange gone = new GoneWithExchange(view, sale);
        gone.count(sale);
        earlier(view, sale).forEach(gone::count);
        return gone;
    }

    /** All of it. */
    GivenElsewhere all() {
        return all;
    }

    /** How much of it to which card payment, by its attempt. */
    Map<String, Money> cards() {
        return cards;
    }

    /** The sales whose money pays for this one, and those whose money paid for them, the nearest first. */
    static List<Order> earlier(View view, Order sale) {
        return sale.tenders().stream()
                .map(Tender::exchange)
                .filter(Objects::nonNull)
                .map(Exchange::refundId)
                .distinct()
                .flatMap(exchange -> view.refund(exchange).stream())
                .flatMap(refund -> view.order(refund.orderId()).stream())
                .flatMap(one -> Stream.concat(Stream.of(one), earlier(view, one).stream()))
                .distinct()
                .toList();
    }

    /**
     * Money of the sale that took it, as one tender has it now.
     *
     * @param left what of it did not go back yet
     */
    private record Place(Order at, Tender tender, Money left) {

        boolean isCard() {
            return tender.goesBackAs() == TenderType.CARD;
        }
    }

    /** Takes what was told of {@code taker}, which took the money, from where that money is. */
    private void count(Order taker) {
        GivenElsewhere told = BackElsewhere.told(view, taker);
        Map<String, Money> links = LinkPayment.back(view, taker);
        if (told.total().isZero() && links.isEmpty()) {
            return;
        }
        Currency currency = taker.currency();
        Money zero = Money.zero(currency);
        List<Place> places = lessLinks(places(taker), links, zero);
        Money card = links.values().stream().reduce(told.card(), Money::plus);
        Money cash = told.cash();
        List<Place> rest = new ArrayList<>();
        for (Place place : places) {
            Money here = place.left().min(place.isCard() ? card : cash);
            card = place.isCard() ? card.minus(here) : card;
            cash = place.isCard() ? cash : cash.minus(here);
            add(place, new GivenElsewhere(place.isCard() ? here : zero, place.isCard() ? zero : here, zero));
            rest.add(new Place(place.at(), place.tender(), place.left().minus(here)));
        }
        Money untold = told.untold();
        for (Place place : rest) {
            Money here = place.left().min(untold);
            untold = untold.minus(here);
            add(place, new GivenElsewhere(zero, zero, here));
        }
        if (taker.id().equals(sale.id())) {
            all = all.plus(new GivenElsewhere(card, cash, untold));
        }
    }

    /** What went back of a payment by link is money of that payment and of no other card; what finds none of it is left. */
    private List<Place> lessLinks(List<Place> places, Map<String, Money> links, Money zero) {
        List<Place> rest = new ArrayList<>();
        for (Place place : places) {
            String attempt = String.valueOf(place.tender().cardPayment());
            Money here = place.left().min(links.getOrDefault(attempt, zero));
            links.computeIfPresent(attempt, (_, all) -> all.minus(here));
            add(place, new GivenElsewhere(here, zero, zero));
            rest.add(new Place(place.at(), place.tender(), place.left().minus(here)));
        }
        return rest;
    }

    private void add(Place place, GivenElsewhere here) {
        if (place.at().id().equals(sale.id())) {
            all = all.plus(here);
            String attempt = place.tender().cardPayment();
            if (attempt != null && here.card().isPositive()) {
                cards.merge(attempt, here.card(), Money::plus);
            }
        }
    }

    private List<Place> places(Order taker) {
        List<Place> places = new ArrayList<>();
        RefundBook.open(view, taker).stream()
                .filter(one -> one.tender().exchange() == null)
                .forEach(one -> places.add(new Place(taker, one.tender(), one.left())));
        exchanges(taker).forEach(exchange -> follow(exchange, attempt -> took(taker, attempt), places));
        places.addAll(setAside(taker));
        return places;
    }

    /** What refunds of the sale have set aside and not given back yet: gone only where nothing else can be. */
    private List<Place> setAside(Order taker) {
        return planned(taker)
                .flatMap(part -> taker.tenders().stream()
                        .filter(tender -> tender.exchange() == null && isOf(part, tender))
                        .limit(1)
                        .map(tender -> new Place(taker, tender, part.amount())))
                .toList();
    }

    /** Whether it is a card payment of this sale, or cash that was paid on it. */
    private static boolean took(Order taker, @Nullable String attempt) {
        return taker.tenders().stream()
                .anyMatch(tender -> tender.exchange() == null && Objects.equals(tender.cardPayment(), attempt));
    }

    /** Where the money of this exchange is, and where it went on to from there. */
    private void follow(Refund exchange, Predicate<@Nullable String> ours, List<Place> places) {
        Optional<Order> paidFor = view.order(String.valueOf(exchange.exchangeFor()));
        for (TenderLeft one : paidFor.map(order -> RefundBook.open(view, order)).orElse(List.of())) {
            Tender tender = one.tender();
            Exchange whose = tender.exchange();
            String attempt = tender.cardPayment();
            boolean seen = places.stream().anyMatch(place -> place.tender().equals(tender));
            if (whose != null && whose.refundId().equals(exchange.id()) && ours.test(attempt) && !seen) {
                Order at = paidFor.orElseThrow();
                Money left = one.left().plus(setAside(at, tender)).min(tender.applied());
                places.add(new Place(at, tender, left));
                exchanges(at).forEach(next -> follow(next, other -> Objects.equals(other, attempt), places));
            }
        }
    }

    private List<Refund> exchanges(Order from) {
        return view.refundsOf(from.id()).stream()
                .filter(refund -> refund.exchangeFor() != null)
                .toList();
    }

    /** A refund that is begun and has not given it back yet can still be stopped. */
    private Money setAside(Order from, Tender tender) {
        return planned(from)
                .filter(part -> isOf(part, tender))
                .map(RefundPart::amount)
                .reduce(Money.zero(from.currency()), Money::plus);
    }

    private Stream<RefundPart> planned(Order from) {
        return view.refundsOf(from.id()).stream()
                .flatMap(refund -> refund.parts().stream())
                .filter(part -> part.state() == RefundPart.State.PLANNED);
    }

    private static boolean isOf(RefundPart part, Tender tender) {
        return part.source() == tender.goesBackAs() && Objects.equals(part.originalAttemptId(), tender.cardPayment());
    }
}
