package io.keentill.engine.simulation;

import io.keentill.engine.simulation.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens at one till in an exhaustive run: always the same, so that each step can be the one at which it dies. */
enum Scenario {
    CASH_SALE(Customer.Pays.CASH, SimTerminal.Card.PAYS),
    CARD_SALE(Customer.Pays.CARD, SimTerminal.Card.PAYS),
    DECLINED_CARD(Customer.Pays.CARD, SimTerminal.Card.IS_DECLINED),
    SPLIT_CARD_CASH(Customer.Pays.CARD_THEN_CASH, SimTerminal.Card.PAYS),
    SPLIT_CASH_CARD(Customer.Pays.CASH_THEN_CARD, SimTerminal.Card.PAYS),
    PARTIAL_APPROVAL(Customer.Pays.CARD, SimTerminal.Card.PAYS_A_PART),
    CANCEL_RACE(Customer.Pays.CARD_STOPPED, SimTerminal.Card.PAYS),
    /** A card sale that the till's own connector channel reports to RevKeen. */
    LINKED_CARD_SALE(Customer.Pays.CARD, SimTerminal.Card.PAYS) {
        @Override
        boolean linked() {
            return true;
        }
    },
    /** Sold while there is no network; it comes back more than a day later. */
    OFFLINE_SALE(Customer.Pays.CARD_THEN_CASH, SimTerminal.Card.PAYS) {
        @Override
        List<Fault> always() {
            return List.of(new Fault(
                    0, Fault.FROM_THE_START, Kind.OFFLINE, Duration.ofDays(9).toSeconds()));
        }

        @Override
        int days() {
            return 3;
        }
    };

    private final Customer.Pays pays;
    private final SimTerminal.Card card;

    Scenario(Customer.Pays pays, SimTerminal.Card card) {
        this.pays = pays;
        this.card = card;
    }

    /** What goes wrong in any case. */
    List<Fault> always() {
        return List.of();
    }

    /** How long it takes; the customer comes on the first day. */
    int days() {
        return 1;
    }

    /** Whether RevKeen offers a connector channel. */
    boolean linked() {
        return false;
    }

    /** It, at a terminal of either kind, with these faults. */
    Day.Plan plan(boolean confirming, List<Fault> faults) {
        return plan(confirming, days(), faults);
    }

    /** The same over so many days. */
    Day.Plan plan(boolean confirming, int days, List<Fault> faults) {
        List<Fault> all = new ArrayList<>(always());
        all.addAll(faults);
        Customer customer = new Customer(
                1, Duration.ofSeconds(1), List.of("TEA", "NUTS"), pays, card, Duration.ofSeconds(2), 7, true, null);
        return new Day.Plan(
                2L * ordinal() + (confirming ? 1 : 0),
                1,
                days,
                (till, today) -> today == 0 ? List.of(customer) : List.of(),
                linked(),
                Faults.listed(all),
                Mutant.NONE,
                false);
    }
}
