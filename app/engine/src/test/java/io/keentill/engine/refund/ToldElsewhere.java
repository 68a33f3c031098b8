package io.keentill.engine.refund;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.Refund;
import io.keentill.engine.support.TestTill;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A RevKeen that answers at once, with what a test says; unless one says otherwise, every claim is granted. */
final class ToldElsewhere implements SalesElsewhere, MoneyElsewhere {

    /** What it was asked, in the sequence of asking. */
    final List<String> asked = new ArrayList<>();

    private final Deque<Function<Refund, Claim>> claims = new ArrayDeque<>();
    private final Deque<SalesElsewhere.Answer> once = new ArrayDeque<>();
    private SalesElsewhere.Answer shown = new SalesElsewhere.Answer.Unknown();
    private boolean ownOnTheWay;

    /** Connects a till with it. */
    ToldElsewhere(TestTill till) {
        till.refunds().askElsewhere(this, this);
    }

    /** Answers the next claim like this. */
    ToldElsewhere then(Function<Refund, Claim> claim) {
        claims.add(claim);
        return this;
    }

    ToldElsewhere shows(SalesElsewhere.Answer sale) {
        shown = sale;
        return this;
    }

    /** Shows this sale once, while the till waits for an answer about its own; from then on what it shows always. */
    void showsBeforeItKnowsAll(SalesElsewhere.Answer sale) {
        once.add(sale);
        ownOnTheWay = true;
    }

    /** Knows this sale, with all that it was to be told of it. */
    void knows(TestTill till, Order sale) throws Exception {
        till.store().write(tx -> {
            tx.outboxOf(sale.id()).forEach(row -> tx.updateOutbox(row.done(200, "{}", "inv-1")));
            return tx;
        });
    }

    @Override
    public SalesElsewhere.Answer find(String code) {
        asked.add("find");
        return once.isEmpty() ? shown : once.removeFirst();
    }

    @Override
    public MoneyElsewhere.Answer ask(Order sale) {
        asked.add("ask");
        return new MoneyElsewhere.Answer.Heard();
    }

    @Override
    public Claim claim(Refund refund) {
        asked.add("claim");
        return claims.isEmpty() ? new Claim.Granted() : claims.removeFirst().apply(refund);
    }

    @Override
    public boolean awaitOwn(String saleId) {
        return ownOnTheWay;
    }
}
