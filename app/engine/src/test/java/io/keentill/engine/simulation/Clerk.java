package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.LocalTill;
import io.keentill.engine.simulation.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who sells: serves one customer after the other, whatever the till does meanwhile. */
final class Clerk {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final SimTill till;
    private final Drawer drawer = new Drawer();
    private final List<Serving> aside = new ArrayList<>();
    private int done;

    Clerk(SimTill till) {
        this.till = till;
    }

    Drawer drawer() {
        return drawer;
    }

    /** How many customers were served to their end. */
    int done() {
        return done;
    }

    /** Serves these customers. */
    void serve(List<Customer> customers) {
        for (Customer customer : customers) {
            next(customer);
            lookAside();
            serve(new Serving(till, customer, drawer));
        }
        for (int tries = 0; !aside.isEmpty(); tries++) {
            if (tries > 5000) {
                throw new Violation("A payment on " + till.name() + " is in doubt for hours and nobody is asked");
            }
            till.world().time().sleep(AGAIN);
            lookAside();
        }
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

    private void serve(Serving serving) {
        while (true) {
            Life life = till.await();
            try {
                switch (serving.goOn(life.engine())) {
                    case DONE -> {
                        done++;
                        return;
                    }
                    case ASIDE -> {
                        aside.add(serving);
                        return;
                    }
                    case AGAIN -> till.world().time().sleep(AGAIN);
                    case ON -> life.pause(Duration.ofMillis(700));
                }
            } catch (Crash e) {
                serving.wentDark();
            }
        }
    }

    /** Baskets that were set aside while nobody knew whether their card was charged. */
    private void lookAside() {
        for (Serving serving : List.copyOf(aside)) {
            Life life = till.await();
            try {
                LocalTill engine = life.engine();
                if (serving.settledAside(engine)) {
                    aside.remove(serving);
                    done++;
                } else if (serving.known(engine) && serving.recall(engine)) {
                    aside.remove(serving);
                    serve(serving);
                }
            } catch (Crash e) {
                serving.wentDark();
            }
        }
    }

    /** The cash in the drawer, put there and taken out by hand. */
    static final class Drawer {
        private long minor;

        void put(Money handed, Money change) {
            minor += handed.minor() - change.minor();
        }

        long minor() {
            return minor;
        }
    }

    /** Whether an order is closed one way or the other. */
    static boolean closed(Order order) {
        return order.state() == OrderState.PAID || order.state() == OrderState.CANCELLED;
    }
}
