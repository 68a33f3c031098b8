package io.keentill.storefront;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundPlan;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.refund.ForeignSale;
import io.keentill.engine.refund.RefundDesk;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.refund.SalesElsewhere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds in memory by the domain's own rules. The card part waits for what the terminal is made to say. */
final class FakeRefunds implements RefundDesk {

    private final FakeTill till;
    private final List<Refund> all = new ArrayList<>();
    final List<String> given = new ArrayList<>();
    private final FakeNoReceipts withoutReceipt;

    FakeRefunds(FakeTill till) {
        this.till = till;
        this.withoutReceipt = new FakeNoReceipts(till);
    }

    @Override
    public FakeNoReceipts withoutReceipt() {
        return withoutReceipt;
    }

    @Override
    public List<Order> find(String text, int limit) {
        return till.office()
                .sales()
                .find(new io.keentill.engine.office.SaleQuery(text, null, null), 0)
                .sales();
    }

    @Override
    public synchronized Optional<Refundable> refundable(String orderId) {
        return till.order(orderId).map(o -> Refundable.of(o, of(orderId), List.of()));
    }

    @Override
    public RefundResult refund(RefundWish wish, String operator) {
        Order sale = till.order(wish.orderId()).orElseThrow();
        RefundPlan plan = refundable(sale.id()).orElseThrow().plan(wish.scope(), wish.back());
        return switch (plan) {
            case RefundPlan.Refused no -> new RefundResult.Refused(no.message());
            case RefundPlan.Allowed allowed -> give(open(sale, allowed, wish.reason(), operator, null), operator);
        };
    }

    @Override
    public RefundResult exchange(RefundWish wish, String basketId, String operator) {
        Order sale = till.order(wish.orderId()).orElseThrow();
        Order basket = till.openOrder().orElseThrow();
        List<RefundScope.Goods> goods = ((RefundScope.Lines) wish.scope()).goods();
        return switch (refundable(sale.id()).orElseThrow().exchange(goods, basket.due(), wish.back())) {
            case RefundPlan.Refused no -> new RefundResult.Refused(no.message());
            case RefundPlan.Allowed allowed -> {
                Refund now = open(sale, allowed, wish.reason(), operator, basketId);
                for (RefundPart part : now.toExchange()) {
                    Exchange whose = new Exchange(now.id(), now.reference(), part.originalAttemptId());
                    till.settle(Tender.exchange(till.id(), part.amount(), whose, FakeTill.NOW));
                    Money exact = Money.zero(now.currency());
                    now = now.returning(part.id(), part.amount(), exact, FakeTill.NOW, till.id());
                }
                yield give(now, operator);
            }
        };
    }

    private Refund open(
            Order sale, RefundPlan.Allowed plan, String reason, String operator, @Nullable String exchangeFor) {
        List<RefundPart> parts = plan.shares().stream()
                .map(s -> RefundPart.planned(till.id(), s.type(), s.amount(), s.originalAttemptId()))
                .toList();
        return new Refund(
                till.id(),
                "RF" + till.id(),
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
                RefundState.OPEN,
                sale.currency(),
                plan.lines(),
                plan.tax(),
                reason,
                operator,
                parts,
                null,
                FakeTill.NOW,
                null,
                null,
                exchangeFor);
    }

    private RefundResult give(Refund refund, String operator) {
        Refund now = refund;
        while (now.next().isPresent()) {
            RefundPart part = now.next().get();
            if (part.type() == TenderType.CARD) {
                PaymentAttempt attempt =
                        till.runOnTerminal(PaymentKind.REVERSAL, now.orderId(), part.amount(), operator);
                now = now.attempting(part.id(), attempt.id());
                if (attempt.state() == AttemptState.UNKNOWN) {
                    store(now);
                    return new RefundResult.NotKnown(now, attempt);
                }
                if (!attempt.moved()) {
                    now = now.abandoned(FakeTill.NOW);
                    store(now);
                    return new RefundResult.NotGiven(now, attempt);
                }
            }
            now = now.returning(part.id(), part.amount(), Money.zero(now.currency()), FakeTill.NOW, till.id());
        }
        now = now.closed(all.size() + 1L, FakeTill.NOW);
        store(now);
        given.add(now.returned() + " by " + operator + " because " + now.reason());
        return new RefundResult.Given(now);
    }

    /** The terminal tells that the card part of what is open went back. */
    void cameThrough(Refund refund) {
        Refund now = find(refund.id()).orElseThrow();
        RefundPart part = now.next().orElseThrow();
        now = now.returning(part.id(), part.amount(), Money.zero(now.currency()), FakeTill.NOW, till.id())
                .closed(all.size(), FakeTill.NOW);
        store(now);
        till.events().publish(new TillEvent.RefundChanged(now));
    }

    synchronized void store(Refund refund) {
        all.removeIf(r -> r.id().equals(refund.id()));
        all.add(refund);
    }

    @Override
    public SalesElsewhere.Answer findElsewhere(String code) {
        return new SalesElsewhere.Answer.NotReachable(
                Sentence.of("refund.this-till-is-not-connected-with", "This till is not connected with RevKeen."));
    }

    @Override
    public RefundResult refundElsewhere(
            ForeignSale sale, RefundScope scope, MoneyBack back, String reason, String operator) {
        return new RefundResult.Refused(
                Sentence.of("refund.this-till-is-not-connected-with", "This till is not connected with RevKeen."));
    }

    @Override
    public RefundResult goOn(String refundId, String operator) {
        return give(find(refundId).orElseThrow(), operator);
    }

    @Override
    public RefundResult giveUp(String refundId, String operator) {
        Refund now = find(refundId).orElseThrow().abandoned(FakeTill.NOW);
        store(now);
        return new RefundResult.Abandoned(now);
    }

    @Override
    public RefundResult restInCash(String refundId, String operator) {
        store(find(refundId).orElseThrow().restInCash());
        return goOn(refundId, operator);
    }

    @Override
    public synchronized Optional<Refund> find(String refundId) {
        return all.stream().filter(r -> r.id().equals(refundId)).findFirst();
    }

    @Override
    public synchronized List<Refund> of(String orderId) {
        return all.stream().filter(r -> r.orderId().equals(orderId)).toList();
    }

    @Override
    public synchronized List<Refund> open() {
        return all.stream().filter(r -> r.state() == RefundState.OPEN).toList();
    }

    @Override
    public synchronized List<Refund> recent(int limit) {
        return all.reversed().stream().limit(limit).toList();
    }
}
