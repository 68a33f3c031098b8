package io.keentill.domain.refund;

import io.keentill.domain.money.Allocation;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rounding;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.RefundPart.State;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a sale may still go back: a pure function of the sale, its refunds so far and the payment attempts that gave
 * something of it back. Amounts of goods are shares of the sale's own totals, so that all refunds of a sale together come
 * to what was paid, to the minor unit: the last one takes the rest.
 */
public final class Refundable {

    private final Order sale;
    private final OrderTotals totals;
    private final List<Refund> refunds;
    private final List<PaymentAttempt> stray;
    private final GivenElsewhere elsewhere;
    private final Map<String, Money> cards;

    private Refundable(
            Order sale,
            List<Refund> refunds,
            List<PaymentAttempt> stray,
            GivenElsewhere elsewhere,
            Map<String, Money> cards) {
        this.sale = sale;
        this.totals = sale.totals();
        this.refunds = refunds;
        this.stray = stray;
        this.elsewhere = elsewhere;
        this.cards = Map.copyOf(cards);
    }

    /** What may go back of {@code sale} if nobody else gave anything of it back. */
    public static Refundable of(Order sale, Collection<Refund> refunds, Collection<PaymentAttempt> back) {
        return of(sale, refunds, back, GivenElsewhere.none(sale.currency()), Map.of());
    }

    /**
     * What may go back of {@code sale}.
     *
     * @param refunds every refund of it, in any state
     * @param back every attempt that refers to one of its card payments, made for one of the refunds or otherwise
     * @param elsewhere what somebody else gave back of it, none of which is among those
     * @param cards how much of that to which card payment, by its attempt, as far as that is known
     */
    public static Refundable of(
            Order sale,
            Collection<Refund> refunds,
            Collection<PaymentAttempt> back,
            GivenElsewhere elsewhere,
            Map<String, Money> cards) {
        List<Refund> live =
                refunds.stream().filter(r -> r.state() != RefundState.ABANDONED).toList();
        List<PaymentAttempt> stray = back.stream()
                .filter(a -> a.state().isOpen() || a.moved())
                .filter(a -> live.stream().noneMatch(r -> r.partOf(a.id()).isPresent()))
                .toList();
        return new Refundable(sale, live, stray, elsewhere, cards);
    }

    /** The sale. */
    public Order sale() {
        return sale;
    }

    /** All that may still go back; never below zero. */
    public Money left() {
        return sum(open()).minus(elsewhere.total()).max(zero());
    }

    /** What somebody else gave back. */
    public GivenElsewhere elsewhere() {
        return elsewhere;
    }

    /** How much more than was paid has gone back or is set aside to: zero, unless tills did not know of each other. */
    public Money tooMuch() {
        Money own = Stream.concat(
                        refunds.stream().map(Refund::amount), stray.stream().map(Refundable::moving))
                .reduce(zero(), Money::plus);
        return own.plus(elsewhere.total()).minus(sale.paid()).max(zero());
    }

    /**
     * How much more than it paid on this sale has gone back to one card payment, or is set aside to, with what somebody else
     * gave back of it as far as that is known.
     */
    public Money tooMuchOf(String cardPayment) {
        Source source = new Source(TenderType.CARD, cardPayment);
        Money paid = sale.tenders().stream()
                .filter(tender -> source.equals(Source.of(tender)))
                .map(Tender::applied)
                .reduce(zero(), Money::plus);
        return given(source)
                .plus(cards.getOrDefault(cardPayment, zero()))
                .minus(paid)
                .max(zero());
    }

    /** What may still go back to each tender, each for itself: together no more than {@link #left}. */
    public List<TenderLeft> tenders() {
        Money left = left();
        return lessKnown(open()).stream()
                .map(t -> new TenderLeft(t.tender(), t.left().min(left)))
                .toList();
    }

    /**
     * What of this card payment may still go back, as far as this till knows by itself: not what it gave back, nor what was
     * exchanged and goes back, if at all, for the goods that it paid for since. Empty if it paid for nothing of the sale.
     */
    public Optional<Money> leftOf(String cardPayment) {
        Source source = new Source(TenderType.CARD, cardPayment);
        return open().stream()
                .filter(t -> source.equals(Source.of(t.tender())))
                .map(TenderLeft::left)
                .reduce(Money::plus);
    }

    /** What may still go back to all cards together: what somebody else gave back of them is gone, whichever it went to. */
    public Money leftOfCards() {
        return sum(lessKnown(open()).stream()
                .filter(one -> one.tender().goesBackAs() == TenderType.CARD)
                .toList());
    }

    /** What each tender has left by what this till gave back itself, whatever went back elsewhere. */
    public List<TenderLeft> open() {
        Map<Source, Money> given = new HashMap<>();
        List<TenderLeft> left = new ArrayList<>();
        for (Tender tender : sale.tenders()) {
            Source source = Source.of(tender);
            Money gone = given.computeIfAbsent(source, this::given);
            Money here = tender.applied().min(gone);
            given.put(source, gone.minus(here));
            left.add(new TenderLeft(tender, tender.applied().minus(here)));
        }
        return left;
    }

    /** Less what went back elsewhere, where it is told to which kind of tender. */
    private List<TenderLeft> lessKnown(List<TenderLeft> open) {
        Money whose = cards.values().stream().reduce(zero(), Money::plus);
        Map<Object, Money> gone = new HashMap<>(cards);
        gone.put(TenderType.CARD, elsewhere.card().minus(whose));
        gone.put(TenderType.CASH, elsewhere.cash());
        List<TenderLeft> left = new ArrayList<>();
        for (TenderLeft one : open) {
            Tender tender = one.tender();
            Money rest = less(one.left(), gone, String.valueOf(tender.cardPayment()));
            left.add(new TenderLeft(tender, less(rest, gone, tender.goesBackAs())));
        }
        return left;
    }

    /** {@code left} without what is gone under this key, which is less by what was taken. */
    private Money less(Money left, Map<Object, Money> gone, Object key) {
        Money known = gone.getOrDefault(key, zero());
        Money taken = left.min(known);
        gone.put(key, known.minus(taken));
        return left.minus(taken);
    }

    /** What may still come back of each line. */
    public List<LineLeft> lines() {
        return sale.lines().stream()
                .map(line -> new LineLeft(line, line.quantity().thousandths() - returned(line)))
                .toList();
    }

    /** What a wish comes to. */
    public RefundPlan plan(RefundScope scope, MoneyBack back) {
        Money left = left();
        if (!left.isPositive()) {
            return new RefundPlan.Refused(Sentence.of(
                    "refund.nothing-of-this-sale-is-left", "Nothing of this sale is left to give back{0}.", because()));
        }
        return switch (scope) {
            case RefundScope.Whole() -> whole(left, back);
            case RefundScope.Amount(Money amount) -> amount(amount, left, back);
            case RefundScope.Lines(List<RefundScope.Goods> goods) -> goods(goods, left, back, zero());
        };
    }

    /**
     * What exchanging goods comes to: they pay for as much as is {@code due}, and what they are worth beyond it goes back.
     * What goes back takes the cards first, as always; the rest of what was paid for the goods is what is exchanged.
     *
     * @param due what new goods still cost, above zero, in the sale's currency
     */
    public RefundPlan exchange(List<RefundScope.Goods> goods, Money due, MoneyBack back) {
        Money left = left();
        return left.isPositive()
                ? goods(goods, left, back, due)
                : new RefundPlan.Refused(Sentence.of(
                        "refund.nothing-of-this-sale-is-left-to",
                        "Nothing of this sale is left to exchange{0}.",
                        because()));
    }

    private RefundPlan whole(Money left, MoneyBack back) {
        Money wanted = back == MoneyBack.AS_PAID ? left : leftFor(back);
        List<RefundScope.Goods> rest = lines().stream()
                .filter(l -> l.thousandths() > 0)
                .map(l -> new RefundScope.Goods(l.line().id(), new Quantity(l.thousandths())))
                .toList();
        // Goods are told only where they are paid back as they were sold; otherwise it is an amount.
        if (wanted.equals(left) && !rest.isEmpty() && goodsAmount(rest).equals(left)) {
            return goods(rest, left, back, zero());
        }
        return wanted.isPositive() ? share(wanted, List.of(), taxOf(wanted), back, zero()) : noneFor(wanted, back);
    }

    private RefundPlan amount(Money amount, Money left, MoneyBack back) {
        if (!amount.currency().equals(sale.currency())) {
            return new RefundPlan.Refused(Sentence.of(
                    "refund.this-sale-was-in-not-in",
                    "This sale was in {0}, not in {1}.",
                    sale.currency(),
                    amount.currency()));
        }
        if (!amount.isPositive()) {
            return new RefundPlan.Refused(
                    Sentence.of("refund.enter-an-amount-above-zero", "Enter an amount above zero."));
        }
        if (amount.compareTo(left) > 0) {
            return new RefundPlan.Refused(Sentence.of(
                    "refund.of-this-sale-is-left-to",
                    "Of this sale {0} is left to give back{1}; {2} cannot be given back.",
                    left,
                    because(),
                    amount));
        }
        return share(amount, List.of(), taxOf(amount), back, zero());
    }

    private RefundPlan goods(List<RefundScope.Goods> goods, Money left, MoneyBack back, Money due) {
        if (goods.isEmpty()) {
            return new RefundPlan.Refused(
                    Sentence.of("refund.choose-at-least-one-line-of", "Choose at least one line of the sale."));
        }
        Set<String> seen = new HashSet<>();
        for (RefundScope.Goods wish : goods) {
            Optional<LineLeft> line = lines().stream()
                    .filter(l -> l.line().id().equals(wish.lineId()))
                    .findFirst();
            if (line.isEmpty() || !seen.add(wish.lineId())) {
                return new RefundPlan.Refused(Sentence.of(
                        "refund.choose-each-line-of-the-sale",
                        "Choose each line of the sale at most once, and no others."));
            }
            if (wish.quantity().thousandths() > line.get().thousandths()) {
                return new RefundPlan.Refused(Sentence.of(
                        "refund.of-can-still-come-back-not",
                        "Of {0} {1} can still come back, not {2}.",
                        line.get().line().name(),
                        line.get().left(),
                        wish.quantity()));
            }
        }
        Money full = goodsAmount(goods);
        if (full.compareTo(left) > 0 && elsewhere.total().isPositive()) {
            return new RefundPlan.Refused(Sentence.of(
                    "refund.these-goods-come-to-and-of",
                    "These goods come to {0}, and of this sale {1} is left to give back{2}. Give"
                            + " back an amount of up to {1} instead.",
                    full,
                    left,
                    because()));
        }
        // Shares of all pieces sum to the whole, so the last goods bring what is left without being told apart.
        Money wanted = full.min(left);
        if (!wanted.isPositive()) {
            return new RefundPlan.Refused(Sentence.of(
                    "refund.nothing-was-paid-for-these-goods",
                    "Nothing was paid for these goods, so there is nothing to give back."));
        }
        return share(wanted, lines(goods, wanted), taxOf(goods, full, wanted), back, due);
    }

    private List<RefundLine> lines(List<RefundScope.Goods> goods, Money wanted) {
        List<Long> exact =
                goods.stream().map(g -> shareOf(g, LineTotals::total)).toList();
        long sum = exact.stream().mapToLong(Long::longValue).sum();
        List<Long> amounts = sum == wanted.minor() || sum == 0 ? exact : Allocation.byWeight(wanted.minor(), exact);
        List<RefundLine> lines = new ArrayList<>(goods.size());
        for (int i = 0; i < goods.size(); i++) {
            OrderLine line = sale.line(goods.get(i).lineId()).orElseThrow();
            Money amount = Money.of(amounts.get(i), sale.currency());
            lines.add(new RefundLine(line.id(), line.name(), goods.get(i).quantity(), amount));
        }
        return lines;
    }

    private Money goodsAmount(List<RefundScope.Goods> goods) {
        return Money.of(
                goods.stream().mapToLong(g -> shareOf(g, LineTotals::total)).sum(), sale.currency());
    }

    /** This much of the line's figure beyond what came back before: shares of all its pieces sum to the figure. */
    private long shareOf(RefundScope.Goods goods, Function<LineTotals, Money> figure) {
        OrderLine line = sale.line(goods.lineId()).orElseThrow();
        long of = figure.apply(totals.lines().get(sale.lines().indexOf(line))).minor();
        long sold = line.quantity().thousandths();
        long before = returned(line);
        long after = before + goods.quantity().thousandths();
        return Rounding.divide(of, after, sold) - Rounding.divide(of, before, sold);
    }

    private long returned(OrderLine line) {
        return refunds.stream()
                .flatMap(r -> r.lines().stream())
                .filter(l -> l.lineId().equals(line.id()))
                .mapToLong(l -> l.quantity().thousandths())
                .sum();
    }

    /** The tax within {@code amount} of the whole; what gives the last of the sale back takes the last of its tax. */
    public Money taxOf(Money amount) {
        if (amount.compareTo(left()) >= 0) {
            return taxLeft();
        }
        long total = totals.total().minor();
        long share = total == 0 ? 0 : Rounding.divide(totals.tax().minor(), amount.minor(), total);
        return Money.of(share, sale.currency()).min(taxLeft());
    }

    private Money taxOf(List<RefundScope.Goods> goods, Money full, Money wanted) {
        if (wanted.compareTo(left()) >= 0 || !full.isPositive()) {
            return taxLeft();
        }
        long tax = goods.stream().mapToLong(g -> shareOf(g, LineTotals::tax)).sum();
        Money share = Money.of(Rounding.divide(tax, wanted.minor(), full.minor()), sale.currency());
        return share.min(taxLeft());
    }

    private Money taxLeft() {
        long total = totals.total().minor();
        Money told = refunds.stream().map(Refund::tax).reduce(taxElsewhere(total), Money::plus);
        // Of a sale that was never finished only what was paid carries tax that could go back.
        long paid = total == 0
                ? 0
                : Rounding.divide(totals.tax().minor(), sale.paid().minor(), total);
        return Money.of(paid, sale.currency()).minus(told).max(zero());
    }

    private Money taxElsewhere(long total) {
        long given = elsewhere.total().minor();
        return total == 0 ? zero() : Money.of(Rounding.divide(totals.tax().minor(), given, total), sale.currency());
    }

    private Sentence because() {
        return elsewhere.total().isPositive()
                ? Sentence.of("text.in-brackets", " ({0})", elsewhere.words())
                : Sentence.quoted("");
    }

    private RefundPlan share(Money amount, List<RefundLine> lines, Money tax, MoneyBack back, Money due) {
        Shares shares = new Shares(tenders(), left());
        Money exchanged = amount.min(due);
        List<RefundPlan.Share> money = shares.back(amount.minus(exchanged), back);
        if (!Shares.sum(money, zero()).equals(amount.minus(exchanged))) {
            return noneFor(leftFor(back), back);
        }
        List<RefundPlan.Share> all = new ArrayList<>(shares.exchange(exchanged));
        all.addAll(money);
        return new RefundPlan.Allowed(amount, tax, lines, all);
    }

    private RefundPlan noneFor(Money left, MoneyBack back) {
        Sentence how = back == MoneyBack.CASH
                ? Sentence.of("refund.in-cash", "in cash")
                : back == MoneyBack.CARD
                        ? Sentence.of("refund.to-the-card", "to the card")
                        : Sentence.of("refund.in-all", "in all");
        return new RefundPlan.Refused(Sentence.of(
                "refund.of-this-sale-can-go-back",
                "Of this sale {0} can go back {1}{2}: what was paid another way goes back that" + " way.",
                left,
                how,
                because()));
    }

    private Money leftFor(MoneyBack back) {
        return sum(tenders().stream()
                        .filter(t -> allows(back, t.tender().goesBackAs()))
                        .toList())
                .min(left());
    }

    private Money sum(List<TenderLeft> tenders) {
        return tenders.stream().map(TenderLeft::left).reduce(zero(), Money::plus);
    }

    static boolean allows(MoneyBack back, TenderType type) {
        return switch (back) {
            case AS_PAID -> true;
            case CARD -> type == TenderType.CARD;
            case CASH -> type == TenderType.CASH;
        };
    }

    /** What of this money went back, stays for new goods, or is set aside for either. */
    private Money given(Source source) {
        Money parts = refunds.stream()
                .flatMap(r -> r.parts().stream())
                .filter(p -> !p.is(State.GIVEN_UP) && source.equals(Source.of(p)))
                .map(RefundPart::amount)
                .reduce(zero(), Money::plus);
        return stray.stream()
                .filter(a -> source.type() == TenderType.CARD && Objects.equals(a.originalId(), source.attemptId()))
                .map(Refundable::moving)
                .reduce(parts, Money::plus);
    }

    private static Money moving(PaymentAttempt back) {
        Money approved = back.approved();
        return approved != null && back.moved() ? approved : back.amount();
    }

    private Money zero() {
        return Money.zero(sale.currency());
    }

    /** Money of one kind: cash, or that of one card payment. */
    record Source(TenderType type, @Nullable String attemptId) {

        static Source of(Tender tender) {
            return new Source(tender.goesBackAs(), tender.cardPayment());
        }

        static Source of(RefundPart part) {
            return new Source(part.source(), part.originalAttemptId());
        }
    }

    /**
     * One tender of the sale.
     *
     * @param left what may still go back to it
     */
    public record TenderLeft(Tender tender, Money left) {}

    /**
     * One line of the sale.
     *
     * @param thousandths how much of it may still come back, in thousandths, zero or above
     */
    public record LineLeft(OrderLine line, long thousandths) {

        /** For people: {@code 2} or {@code 0.485}. */
        public String left() {
            return thousandths == 0 ? "0" : new Quantity(thousandths).toString();
        }
    }
}
