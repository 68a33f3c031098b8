package io.keentill.engine.refund;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.book.RefundClaim;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Optional;

/** What is known elsewhere of sales, and of money that went back on them: at RevKeen, once this till is connected with it. */
final class Elsewhere {

    private static final System.Logger LOG = System.getLogger(Elsewhere.class.getName());
    private static final Sentence NOT_CONNECTED =
            Sentence.of("refund.this-till-is-not-connected-with", "This till is not connected with RevKeen.");

    private final TillStore store;
    private volatile SalesElsewhere sales = code -> new SalesElsewhere.Answer.NotReachable(NOT_CONNECTED);
    private volatile MoneyElsewhere money = sale -> new MoneyElsewhere.Answer.NotHeard(NOT_CONNECTED);

    Elsewhere(TillStore store) {
        this.store = store;
    }

    /** Asks here from now on. */
    void ask(SalesElsewhere whereSold, MoneyElsewhere whereBack) {
        sales = whereSold;
        money = whereBack;
    }

    /** Whoever knows of money that went back. */
    MoneyElsewhere money() {
        return money;
    }

    /** Looks for another till's sale by what stands on its receipt. */
    SalesElsewhere.Answer find(String code) {
        SalesElsewhere.Answer answer = sales.find(code);
        boolean late = answer instanceof SalesElsewhere.Answer.Found(ForeignSale found)
                && money.awaitOwn(found.sale().id());
        return late ? sales.find(code) : answer;
    }

    /**
     * Asks RevKeen what others gave back of the sale. Whoever wants all of it back is told when that is less than they
     * could have seen before; an amount and goods say for themselves what is wanted.
     */
    Heard heard(RefundWish wish) throws StoreException {
        Optional<Order> sale = store.read(view -> view.order(wish.orderId()));
        if (sale.isEmpty() || sale.get().state() != OrderState.PAID) {
            return new Heard.Known(false);
        }
        GivenElsewhere before = store.read(view -> BackElsewhere.known(view, sale.get()));
        boolean live = hear(sale.get());
        Refundable now = store.read(view -> RefundBook.refundable(view, sale.get()));
        boolean less = now.elsewhere().total().compareTo(before.total()) > 0;
        return less && wish.scope() instanceof RefundScope.Whole && now.left().isPositive()
                ? new Heard.News(new RefundResult.Refused(Sentence.of(
                        "refund.as-revkeen-tells-just-now-of",
                        "{0}, as RevKeen tells just now: {1} of this sale is left. Look at it again"
                                + " before it goes back.",
                        now.elsewhere().words(),
                        now.left())))
                : new Heard.Known(live && store.read(view -> RefundClaim.isPossible(view, sale.get())));
    }

    /** What asking RevKeen came to. */
    sealed interface Heard {

        /** Less is left than whoever wants it could know. */
        record News(RefundResult.Refused words) implements Heard {}

        /** Nothing that they did not know; {@code now} if RevKeen is there and can be asked for the money. */
        record Known(boolean now) implements Heard {}
    }

    /**
     * Asks what others gave back of this sale, and of those whose money pays for it; false if nobody answers, and then what
     * was heard last counts.
     */
    boolean hear(Order sale) throws StoreException {
        boolean heard = hearOf(sale);
        for (Order earlier : store.read(view -> BackElsewhere.earlier(view, sale))) {
            heard = heard && hearOf(earlier);
        }
        return heard;
    }

    private boolean hearOf(Order sale) {
        if (money.ask(sale) instanceof MoneyElsewhere.Answer.NotHeard no) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "What was given back elsewhere on sale {0} is counted as it was heard last: {1}",
                    sale.reference(),
                    no.message());
            return false;
        }
        return true;
    }
}
