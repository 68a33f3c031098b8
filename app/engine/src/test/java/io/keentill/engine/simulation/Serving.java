package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody buys. */
final class Serving implements Visit.Waiting {

    /** After so many looks at a payment in doubt somebody asks for a manager. */
    private final SimTill till;

    private final Customer customer;
    private final Drawer drawer;
    private @Nullable String orderId;
    private @Nullable Money handed;
    private int cashBefore;
    private boolean discounted;
    private int cardTries;
    private int looks;
    private int doubts;
    private @Nullable GivingBack back;
    private @Nullable GivingBack exchange;
    private boolean paidWithGoods;
    private final @Nullable Tabbing tab;

    Serving(SimTill till, Customer customer, Drawer drawer) {
        this.till = till;
        this.customer = customer;
        this.drawer = drawer;
        this.tab = customer.tab() == null ? null : new Tabbing(till, customer, customer.tab());
    }

    private String operator() {
        return "clerk-" + till.number();
    }

    @Override
    public void wentDark() {
        looks = 0;
        doubts = 0;
        GivingBack backwards = back;
        if (backwards != null) {
            backwards.wentDark();
        }
        GivingBack exchanging = exchange;
        if (exchanging != null) {
            exchanging.wentDark();
        }
    }

    @Override
    public State goOn(LocalTill engine) {
        if (++looks > 5000) {
            throw new Violation(
                    "Customer " + customer.number() + " at " + till.name() + " waits for ever for order " + orderId);
        }
        Order order = onScreen(engine);
        if (order == null) {
            return orderId == null ? scan(engine, 0) : lost();
        }
        countCash(order);
        if (Clerk.closed(order)) {
            if (back != null && back.goOn(engine) != State.DONE) {
                return State.ON; // cancelled by what goes back, which is not in the customer's hands yet
            }
            State exchanging = exchange == null ? State.DONE : exchange.goOn(engine);
            if (exchanging != State.DONE) {
                return exchanging; // what the goods were worth beyond the basket is still to go back
            }
            State letGo = tab == null ? State.DONE : tab.after(engine, order);
            if (letGo != State.DONE) {
                return letGo;
            }
            paidWithGoods = order.tenders().stream().anyMatch(t -> t.type() == TenderType.EXCHANGE);
            till.shown().order(order);
            till.world().bought(till.number(), customer.number(), order);
            return State.DONE;
        }
        int pieces = (int)
                order.lines().stream().mapToLong(l -> l.quantity().pieces()).sum();
        boolean untouched = order.tenders().isEmpty();
        if (untouched && pieces < customer.codes().size()) {
            return scan(engine, pieces);
        }
        if (untouched && !discounted && customer.discount() > 0) {
            return discount(engine);
        }
        return known(engine) ? pay(engine, order) : doubtful(engine);
    }

    /** Whether some of it was paid with what was brought back. */
    boolean isExchange() {
        return paidWithGoods;
    }

    private void tell(String what, Object came) {
        till.world()
                .tape()
                .add(till.name(), "clerk " + what + ": " + came.getClass().getSimpleName());
    }

    private @Nullable Order onScreen(LocalTill engine) {
        if (orderId != null) {
            return engine.order(orderId).orElse(null);
        }
        Order open = engine.openOrder().orElse(null);
        if (open != null) {
            orderId = open.id();
        }
        return open;
    }

    private State lost() {
        throw new Violation("Order " + orderId + " was on the screen of " + till.name() + " and is gone");
    }

    private State scan(LocalTill engine, int which) {
        SaleChange change = engine.scan(customer.codes().get(which), Quantity.ONE, operator());
        tell("scans " + customer.codes().get(which), change);
        if (change instanceof SaleChange.Changed changed) {
            orderId = changed.order().id();
            return State.ON;
        }
        return State.AGAIN;
    }

    private State discount(LocalTill engine) {
        SaleChange change = engine.setOrderDiscount(new Discount.Percent("Friend", Rate.percent(customer.discount())));
        discounted = change instanceof SaleChange.Changed;
        return discounted ? State.ON : State.AGAIN;
    }

    @Override
    public boolean known(LocalTill engine) {
        return (cardTries == 0 && (tab == null || !tab.isBegun()))
                || engine.openPayments().stream()
                        .noneMatch(a -> String.valueOf(orderId).equals(a.orderId()));
    }

    private State doubtful(LocalTill engine) {
        if (!customer.patient() && engine.park("doubt " + customer.number()) instanceof SaleChange.Changed) {
            return State.ASIDE;
        }
        lies(engine);
        return State.AGAIN;
    }

    @Override
    public void lies(LocalTill engine) {
        if (++doubts > ManagerAsked.COMES_AFTER) {
            ManagerAsked.about(String.valueOf(orderId), till, engine);
        }
    }

    @Override
    public boolean settledAside(LocalTill engine) {
        Order order = onScreen(engine);
        if (order == null) {
            lost();
        }
        return Clerk.closed(order) && (tab == null || tab.isOver(engine, order));
    }

    @Override
    public boolean recall(LocalTill engine) {
        Order order = onScreen(engine);
        return order.state() == OrderState.OPEN
                || Clerk.closed(order)
                || engine.recall(order.id()) instanceof SaleChange.Changed;
    }

    private State pay(LocalTill engine, Order order) {
        if (order.state() == OrderState.PARKED) {
            engine.recall(order.id());
            return State.ON;
        }
        State tabbing = tab == null ? State.DONE : tab.before(engine, order);
        if (tabbing != State.DONE) {
            return tabbing;
        }
        State exchanging = exchange(engine, order);
        if (exchanging != State.DONE) {
            return exchanging;
        }
        Money due = order.due();
        boolean part = order.tenders().isEmpty() && due.minor() > 1;
        Money half = Money.of(Math.max(1, due.minor() / 3), due.currency());
        return switch (customer.pays()) {
            case CASH -> cash(engine, order, roundUp(due));
            case CARD -> cardOrCash(engine, order, due);
            case CASH_THEN_CARD -> part ? cash(engine, order, half) : cardOrCash(engine, order, due);
            case CARD_THEN_CASH ->
                part && cardTries < 2 ? card(engine, order, half, false) : cash(engine, order, roundUp(due));
            case CARD_STOPPED ->
                cardTries < 2 ? card(engine, order, due, cardTries == 0) : cash(engine, order, roundUp(due));
            case CARD_THEN_NOT -> part && cardTries < 2 ? card(engine, order, half, false) : thinkBetter(engine, order);
            case CASH_THEN_NOT -> part ? cash(engine, order, half) : thinkBetter(engine, order);
            case LEAVES -> leave(engine, order);
        };
    }

    /** Pays with what was brought back, if anything was, before anything else is paid. */
    private State exchange(LocalTill engine, Order order) {
        ComingBack brings = customer.brings();
        if (exchange == null && brings != null && order.tenders().isEmpty()) {
            exchange = till.world()
                    .bought(till.number(), brings.number())
                    .map(sale -> GivingBack.exchanged(till, customer, drawer, sale, brings, order.id()))
                    .orElse(null);
        }
        if (exchange == null) {
            return State.DONE;
        }
        State state = exchange.goOn(engine);
        boolean same = engine.order(order.id()).orElseThrow().equals(order);
        return state == State.DONE && !same ? State.ON : state;
    }

    /** What is held is let go first: a sale with a hold on it is not cancelled. */
    private State leave(LocalTill engine, Order order) {
        State letGo = tab == null ? State.DONE : tab.after(engine, order);
        if (letGo != State.DONE) {
            return letGo;
        }
        return order.tenders().isEmpty() && !order.due().isZero()
                ? (engine.cancelOrder(operator()) instanceof SaleChange.Changed ? State.ON : State.AGAIN)
                : cash(engine, order, roundUp(order.due()));
    }

    /** Wants back what was paid, and where that cannot be done pays the rest. */
    private State thinkBetter(LocalTill engine, Order order) {
        if (order.tenders().isEmpty()) {
            return leave(engine, order);
        }
        if (back == null) {
            back = GivingBack.unfinished(till, customer, drawer, order);
        }
        State state = back.goOn(engine);
        return state != State.DONE
                ? state
                : Clerk.closed(engine.order(order.id()).orElseThrow())
                        ? State.ON
                        : cash(engine, order, roundUp(order.due()));
    }

    private State cardOrCash(LocalTill engine, Order order, Money due) {
        return cardTries < 3 && due.isPositive() ? card(engine, order, due, false) : cash(engine, order, roundUp(due));
    }

    private static Money roundUp(Money due) {
        return Money.of((due.minor() + 499) / 500 * 500, due.currency());
    }

    private State cash(LocalTill engine, Order order, Money coins) {
        handed = coins;
        cashBefore = cashTenders(order).size();
        Life life = till.await();
        SaleChange change = engine.payCash(coins, operator());
        life.requireAlive();
        tell("takes " + coins + " in cash for " + order.id(), change);
        return switch (change) {
            case SaleChange.Closed closed -> {
                countCash(closed.order());
                till.shown().order(closed.order());
                yield State.ON;
            }
            case SaleChange.PartPaid part -> {
                countCash(part.order());
                yield State.ON;
            }
            default -> {
                // Nothing was taken, says the till: the customer gets the money back.
                Order now = engine.order(order.id()).orElseThrow();
                if (cashTenders(now).size() != cashBefore) {
                    throw new Violation("Cash was refused and booked on order " + order.id());
                }
                handed = null;
                yield State.AGAIN;
            }
        };
    }

    private static List<Tender> cashTenders(Order order) {
        return order.tenders().stream().filter(t -> t.type() == TenderType.CASH).toList();
    }

    /** The clerk holds a customer's money: it goes into the drawer if the screen shows it, and back to them if not. */
    private void countCash(Order order) {
        Money inHand = handed;
        if (inHand == null) {
            return;
        }
        handed = null;
        List<Tender> cash = cashTenders(order);
        if (cash.size() > cashBefore + 1) {
            throw new Violation("Cash handed over once is booked twice on order " + order.id());
        }
        if (cash.size() == cashBefore + 1) {
            Tender tender = cash.getLast();
            if (!tender.tendered().equals(inHand)) {
                throw new Violation("Handed " + inHand + ", booked " + tender.tendered());
            }
            drawer.put(inHand, tender.change());
        }
    }

    private State card(LocalTill engine, Order order, Money amount, boolean stopped) {
        cardTries++;
        till.terminal().expect(cardTries == 1 ? customer.card() : SimTerminal.Card.PAYS, customer.cardTakes());
        if (stopped) {
            Clerk.stopLater(till, engine, customer);
        }
        CardResult result = engine.payCard(order.id(), amount, operator());
        tell("takes " + amount + " for " + order.id() + " by card", result);
        return switch (result) {
            case CardResult.Paid paid -> {
                till.shown().attempt(paid.attempt());
                till.shown().order(paid.order());
                yield State.ON;
            }
            case CardResult.NotPaid no -> {
                till.shown().attempt(no.attempt());
                yield State.ON;
            }
            case CardResult.NotKnown doubt -> State.AGAIN;
            case CardResult.Refused no -> State.AGAIN;
        };
    }
}
