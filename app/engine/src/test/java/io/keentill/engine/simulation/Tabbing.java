package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Hold;
import io.keentill.engine.payment.HoldResult;
import java.util.Optional;

/** A clerk has money held on a customer's card, and has it taken or lets go of it; what is held by the end is let go. */
final class Tabbing {

    private static final int MOST_TRIES = 3;

    private final SimTill till;
    private final Customer customer;
    private final Tab wish;
    private int holds;
    private int takes;

    Tabbing(SimTill till, Customer customer, Tab wish) {
        this.till = till;
        this.customer = customer;
        this.wish = wish;
    }

    /** Whether anything was asked of the terminal for it. */
    boolean isBegun() {
        return holds > 0;
    }

    /** Whether nothing is held any more. */
    boolean isOver(LocalTill engine, Order order) {
        return engine.tabs().holdOn(order.id()).isEmpty();
    }

    /** Before the sale is paid in another way: done once there is nothing more to do about it. */
    Visit.State before(LocalTill engine, Order order) {
        Optional<Hold> hold = engine.tabs().holdOn(order.id());
        if (hold.isEmpty()) {
            boolean more = takes == 0 && holds < MOST_TRIES && order.due().isPositive();
            return more ? hold(engine, order) : Visit.State.DONE;
        }
        if (wish.end() == Tab.End.AFTERWARDS || takes >= MOST_TRIES) {
            return Visit.State.DONE;
        }
        takes++;
        return wish.end() == Tab.End.LETS_GO ? letGo(engine, hold.get()) : take(engine, order);
    }

    /** Once the sale is over. */
    Visit.State after(LocalTill engine, Order order) {
        Optional<Hold> hold = engine.tabs().holdOn(order.id());
        return hold.isEmpty() ? Visit.State.DONE : letGo(engine, hold.get());
    }

    private Visit.State hold(LocalTill engine, Order order) {
        holds++;
        till.terminal().expect(holds == 1 ? customer.card() : SimTerminal.Card.PAYS, customer.cardTakes());
        Money amount = wish.amount(order.due());
        return came("holds " + amount + " for " + order.id(), engine.tabs().hold(order.id(), amount, operator()));
    }

    private Visit.State letGo(LocalTill engine, Hold hold) {
        String id = hold.preAuthorisation().id();
        return came("lets go of " + hold.held(), engine.tabs().letGo(id, operator()));
    }

    private Visit.State take(LocalTill engine, Order order) {
        Money due = order.due();
        Money half = Money.of(Math.max(1, due.minor() / 2), due.currency());
        Money wanted = wish.end() == Tab.End.TAKES_HALF && order.state() == OrderState.OPEN ? half : null;
        CardResult result = engine.tabs().complete(order.id(), wanted, operator());
        tell("takes " + (wanted == null ? "what is due" : wanted) + " from what is held for " + order.id(), result);
        return switch (result) {
            case CardResult.Paid paid -> {
                till.shown().attempt(paid.attempt());
                till.shown().order(paid.order());
                yield Visit.State.ON;
            }
            case CardResult.NotPaid no -> {
                till.shown().attempt(no.attempt());
                yield Visit.State.ON;
            }
            case CardResult.NotKnown doubt -> Visit.State.AGAIN;
            case CardResult.Refused no -> Visit.State.AGAIN;
        };
    }

    private Visit.State came(String what, HoldResult result) {
        tell(what, result);
        return switch (result) {
            case HoldResult.Done done -> {
                till.shown().attempt(done.attempt());
                yield Visit.State.ON;
            }
            case HoldResult.NotDone no -> {
                till.shown().attempt(no.attempt());
                yield Visit.State.AGAIN;
            }
            case HoldResult.NotKnown doubt -> Visit.State.AGAIN;
            case HoldResult.Refused no -> Visit.State.AGAIN;
        };
    }

    private String operator() {
        return "clerk-" + till.number();
    }

    private void tell(String what, Object came) {
        till.world()
                .tape()
                .add(till.name(), "clerk " + what + ": " + came.getClass().getSimpleName());
    }
}
