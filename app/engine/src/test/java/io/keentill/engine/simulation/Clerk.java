package io.keentill.engine.simulation;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.LocalTill;
import io.keentill.engine.simulation.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who sells: serves one customer after the other, whatever the till does meanwhile. */
final class Clerk {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final SimTill till;
    private final Drawer drawer = new Drawer();
    private final List<Visit.Waiting> aside = new ArrayList<>();
    private int done;
    private int returns;
    private int exchanges;

    Clerk(SimTill till) {
        this.till = till;
    }

    Drawer drawer() {
        return drawer;
    }

    /** How many customers bought to the end. */
    int done() {
        return done;
    }

    /** How many customers who came back were served to the end. */
    int returns() {
        return returns;
    }

    /** How many of those who bought paid with what they brought back. */
    int exchanges() {
        return exchanges;
    }

    /** A day: serves these customers, in a shift of its own where the shop works in shifts. */
    void day(List<Customer> customers) {
        boolean shifts = till.world().inShifts();
        if (shifts) {
            serve(ShiftWork.begin(till, drawer));
        }
        for (Customer customer : customers) {
            next(customer);
            lookAside();
            Errand errand = shifts ? Errand.before(till.world().seed(), till.number(), customer.number()) : null;
            if (errand != null) {
                serve(ShiftWork.errand(till, drawer, errand));
            }
            WithoutReceipt gift = shifts ? customer.gift() : null;
            if (gift != null) {
                serve(new NoReceiptVisit(till, drawer, gift));
            }
            visit(customer).ifPresent(this::serve);
        }
        for (int tries = 0; !aside.isEmpty(); tries++) {
            if (tries > 5000) {
                throw new Violation("A payment on " + till.name() + " is in doubt for hours and nobody is asked");
            }
            till.world().time().sleep(AGAIN);
            lookAside();
        }
        if (shifts) {
            serve(ShiftWork.end(till, drawer));
        }
    }

    /** Empty for somebody whose receipt is of a purchase that never was, and for nobody. */
    private Optional<Visit.Waiting> visit(Customer customer) {
        ComingBack back = customer.back();
        if (back == null) {
            return customer.buys() ? Optional.of(new Serving(till, customer, drawer)) : Optional.empty();
        }
        return till.world()
                .bought(back.till(), back.number())
                .map(sale -> GivingBack.returned(till, customer, drawer, sale, back));
    }

    private void next(Customer customer) {
        till.world().time().sleep(customer.after());
        try {
            Fault fault = till.between();
            if (!fault.is(Kind.NONE)) {
                till.between(fault);
            }
        } catch (Crash e) {
            // it starts again while the customer looks for a basket
        }
    }

    private void serve(Visit visit) {
        while (true) {
            Life life = till.await();
            try {
                switch (goOn(visit, life)) {
                    case DONE -> {
                        done(visit);
                        return;
                    }
                    case ASIDE -> {
                        aside.add((Visit.Waiting) visit);
                        return;
                    }
                    case AGAIN -> till.world().time().sleep(AGAIN);
                    case ON -> life.pause(Duration.ofMillis(700));
                }
            } catch (Crash e) {
                visit.wentDark();
            }
        }
    }

    /** What a program does and shows that died meanwhile, but did not notice yet, nobody sees. */
    private static Visit.State goOn(Visit visit, Life life) {
        Visit.State state;
        try {
            state = visit.goOn(life.engine());
        } catch (RuntimeException e) {
            life.requireAlive();
            throw e;
        }
        life.requireAlive();
        return state;
    }

    private void done(Visit visit) {
        if (visit instanceof Serving bought) {
            done++;
            exchanges += bought.isExchange() ? 1 : 0;
        } else if (visit instanceof GivingBack) {
            returns++;
        }
    }

    /** Stop is pressed on the terminal some time after it began. */
    static void stopLater(SimTill till, LocalTill engine, Customer customer) {
        Duration when = customer.cardTakes().multipliedBy(customer.number() % 5).dividedBy(3);
        till.world().time().start("stop", () -> {
            till.world().time().sleep(when);
            if (till.isOn()) {
                engine.cancelCard();
            }
        });
    }

    /** What was set aside while nobody knew whether a card had moved money. */
    private void lookAside() {
        for (Visit.Waiting visit : List.copyOf(aside)) {
            Life life = till.await();
            try {
                LocalTill engine = life.engine();
                if (visit.settledAside(engine)) {
                    aside.remove(visit);
                    done(visit);
                } else if (visit.known(engine) && visit.recall(engine)) {
                    aside.remove(visit);
                    serve(visit);
                } else {
                    visit.lies(engine);
                }
            } catch (Crash e) {
                visit.wentDark();
            }
        }
    }

    /** Whether an order is closed one way or the other. */
    static boolean closed(Order order) {
        return order.state() == OrderState.PAID || order.state() == OrderState.CANCELLED;
    }
}
