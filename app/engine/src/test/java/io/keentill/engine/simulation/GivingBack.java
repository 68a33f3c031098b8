package io.keentill.engine.simulation;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.LocalTill;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.refund.SalesElsewhere;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Money goes back on one sale. The clerk finds it by what stands on the receipt and hands out cash when the screen says so,
 * and only then; whoever has no time to wait for the terminal goes without what is still in doubt.
 */
final class GivingBack implements Visit.Waiting {

    private static final int MOST_TRIES = 3;
    private static final int MOST_PARTS = 8;
    private static final String WHY = "does not like it";

    private final SimTill till;
    private final Customer customer;
    private final Drawer drawer;
    private final Order sale;
    private final boolean elsewhere;
    private final RefundScope scope;
    private final MoneyBack to;
    private final boolean patient;
    private final @Nullable String basket;
    private boolean twice;
    private @Nullable Set<String> before;
    private @Nullable String refundId;
    private int tries;
    private int parts;
    private int looks;
    private int doubts;

    private GivingBack(
            SimTill till,
            Customer customer,
            Drawer drawer,
            Order sale,
            boolean elsewhere,
            ComingBack wish,
            boolean patient,
            @Nullable String basket) {
        this.till = till;
        this.customer = customer;
        this.drawer = drawer;
        this.sale = sale;
        this.elsewhere = elsewhere;
        this.scope = wish.scope(sale);
        this.to = wish.to();
        this.twice = wish.twice();
        this.patient = patient;
        this.basket = basket;
    }

    /** What a customer who comes back wants; {@code sale} is what stands on the receipt. */
    static GivingBack returned(SimTill till, Customer customer, Drawer drawer, Order sale, ComingBack wish) {
        return new GivingBack(
                till, customer, drawer, sale, wish.till() != till.number(), wish, customer.patient(), null);
    }

    /** All that was paid on a sale that its customer does not want to finish; they wait for it. */
    static GivingBack unfinished(SimTill till, Customer customer, Drawer drawer, Order sale) {
        ComingBack all =
                new ComingBack(till.number(), customer.number(), ComingBack.What.WHOLE, 0, MoneyBack.AS_PAID, false);
        return new GivingBack(till, customer, drawer, sale, false, all, true, null);
    }

    /** Goods that are to pay for what is in a basket; the customer waits for it. */
    static GivingBack exchanged(
            SimTill till, Customer customer, Drawer drawer, Order sale, ComingBack wish, String basket) {
        return new GivingBack(till, customer, drawer, sale, false, wish, true, basket);
    }

    private String operator() {
        return "clerk-" + till.number();
    }

    @Override
    public void wentDark() {
        looks = 0;
    }

    @Override
    public State goOn(LocalTill engine) {
        if (++looks > 5000) {
            throw new Violation("Customer " + customer.number() + " at " + till.name()
                    + " waits for ever for the money of sale " + sale.id());
        }
        List<Refund> all = engine.refunds().of(sale.id());
        Set<String> earlier = before;
        if (earlier == null) {
            before = ids(all);
            return State.ON;
        }
        if (refundId == null) {
            refundId = all.stream()
                    .map(Refund::id)
                    .filter(id -> !earlier.contains(id))
                    .findFirst()
                    .orElse(null);
        }
        return refundId == null ? begin(engine) : begun(engine, refund(engine));
    }

    private static Set<String> ids(List<Refund> refunds) {
        return refunds.stream().map(Refund::id).collect(Collectors.toCollection(HashSet::new));
    }

    private Refund refund(LocalTill engine) {
        return engine.refunds()
                .find(String.valueOf(refundId))
                .orElseThrow(
                        () -> new Violation("Refund " + refundId + " was begun on " + till.name() + " and is gone"));
    }

    private State begin(LocalTill engine) {
        if (++tries > MOST_TRIES) {
            return State.DONE;
        }
        till.refundBegins();
        till.terminal().expect(tries == 1 ? customer.card() : SimTerminal.Card.PAYS, customer.cardTakes());
        stopMaybe(engine, tries == 1);
        return elsewhere ? beginElsewhere(engine) : beginHere(engine);
    }

    private State beginHere(LocalTill engine) {
        boolean paid = sale.receiptNumber() != null;
        boolean found = engine.refunds().find(sale.reference(), 3).stream()
                .anyMatch(order -> order.id().equals(sale.id()));
        if (paid && !found) {
            throw new Violation("Sale " + sale.reference() + " was paid on " + till.name() + " and is not found there");
        }
        RefundWish wish = new RefundWish(sale.id(), scope, to, WHY);
        String paysFor = basket;
        return paysFor == null
                ? came(
                        "gives back " + scope + " of " + sale.id(),
                        engine.refunds().refund(wish, operator()))
                : came(
                        "exchanges " + scope + " of " + sale.id() + " for " + paysFor,
                        engine.refunds().exchange(wish, paysFor, operator()));
    }

    private State beginElsewhere(LocalTill engine) {
        return switch (engine.refunds().findElsewhere(sale.reference())) {
            case SalesElsewhere.Answer.Found(var found) ->
                came(
                        "gives back of another till's " + sale.id(),
                        engine.refunds().refundElsewhere(found, scopeElsewhere(found.sale()), to, WHY, operator()));
            case SalesElsewhere.Answer.Unknown none -> State.AGAIN; // its own till has not told RevKeen yet
            case SalesElsewhere.Answer.NotReachable none -> State.AGAIN;
        };
    }

    /** RevKeen has other lines than the till that sold them. */
    private RefundScope scopeElsewhere(Order found) {
        return scope instanceof RefundScope.Lines
                ? new RefundScope.Lines(List.of(
                        new RefundScope.Goods(found.lines().getFirst().id(), io.keentill.domain.order.Quantity.ONE)))
                : scope;
    }

    private State begun(LocalTill engine, Refund refund) {
        till.shown().refund(refund);
        handOut(refund);
        return switch (refund.state()) {
            case CLOSED -> closed(engine);
            case ABANDONED -> {
                anew(engine);
                yield State.ON;
            }
            case OPEN -> known(engine) ? further(engine, refund) : doubtful(engine, refund);
        };
    }

    private State doubtful(LocalTill engine, Refund refund) {
        if (!patient) {
            return State.ASIDE;
        }
        if (++doubts > ManagerAsked.COMES_AFTER) {
            ManagerAsked.about(refund, till, engine);
        }
        return State.AGAIN;
    }

    private State closed(LocalTill engine) {
        if (!twice) {
            return State.DONE;
        }
        twice = false;
        tries = MOST_TRIES - 1;
        anew(engine);
        return State.ON;
    }

    private void anew(LocalTill engine) {
        before = ids(engine.refunds().of(sale.id()));
        refundId = null;
        parts = 0;
    }

    private State further(LocalTill engine, Refund refund) {
        parts++;
        stopMaybe(engine, parts == 1);
        if (parts <= MOST_PARTS) {
            return came("goes on with " + refund.id(), engine.refunds().goOn(refund.id(), operator()));
        }
        if (refund.mayEndInCash()) {
            return came("pays the rest out of " + refund.id(), engine.refunds().restInCash(refund.id(), operator()));
        }
        // Part of an unfinished sale went back: whoever is told to give the rest back as well tries that again.
        parts = 0;
        return came("gives up " + refund.id(), engine.refunds().giveUp(refund.id(), operator()));
    }

    private State came(String what, RefundResult result) {
        String words = result instanceof RefundResult.Refused no ? ": " + no.message() : "";
        till.world()
                .tape()
                .add(till.name(), "clerk " + what + ": " + result.getClass().getSimpleName() + words);
        switch (result) {
            case RefundResult.Given given -> till.shown().refund(given.refund());
            case RefundResult.PartGiven part -> till.shown().refund(part.refund());
            case RefundResult.Abandoned abandoned -> till.shown().refund(abandoned.refund());
            case RefundResult.NotGiven no -> {
                till.shown().refund(no.refund());
                till.shown().attempt(no.attempt());
            }
            case RefundResult.NotKnown doubt -> till.shown().refund(doubt.refund());
            case RefundResult.Refused no -> {
                return State.AGAIN;
            }
        }
        return State.ON;
    }

    /** What the screen says is to be handed over, each part once. */
    private void handOut(Refund refund) {
        for (RefundPart part : refund.parts()) {
            if (part.type() == TenderType.CASH && part.state() == RefundPart.State.RETURNED) {
                drawer.handOut(part);
            }
        }
    }

    private void stopMaybe(LocalTill engine, boolean first) {
        if (first && customer.pays() == Customer.Pays.CARD_STOPPED) {
            Clerk.stopLater(till, engine, customer);
        }
    }

    @Override
    public boolean known(LocalTill engine) {
        Optional<Refund> begun = Optional.ofNullable(refundId).flatMap(engine.refunds()::find);
        return begun.isEmpty()
                || engine.openPayments().stream()
                        .noneMatch(attempt -> begun.get().partOf(attempt.id()).isPresent());
    }

    @Override
    public boolean settledAside(LocalTill engine) {
        Refund refund = refund(engine);
        till.shown().refund(refund);
        return refund.state() != io.keentill.domain.refund.RefundState.OPEN;
    }

    /** The customer has gone: what did not go back by now does not go back as part of this. */
    @Override
    public boolean recall(LocalTill engine) {
        parts = MOST_PARTS;
        twice = false;
        return true;
    }
}
