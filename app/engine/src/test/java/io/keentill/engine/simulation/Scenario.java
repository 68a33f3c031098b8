package io.keentill.engine.simulation;

import io.keentill.domain.refund.MoneyBack;
import io.keentill.engine.simulation.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            return NINE_DAYS_OFFLINE;
        }

        @Override
        int days() {
            return 3;
        }
    },
    /** A card sale is undone as a whole, on the same day, and at RevKeen through the till's own connector channel. */
    VOID(Customer.Pays.CARD, ComingBack.What.WHOLE, true) {
        @Override
        boolean linked() {
            return true;
        }
    },
    /** A part of a card sale goes back to the card. */
    REFUND_CARD(Customer.Pays.CARD, ComingBack.What.AN_AMOUNT, true),
    /** A line of a cash sale goes back from the drawer. */
    REFUND_CASH(Customer.Pays.CASH, ComingBack.What.A_LINE, false),
    /** All of a sale goes back, to the card and from the drawer. */
    REFUND_MIXED(Customer.Pays.CARD_THEN_CASH, ComingBack.What.WHOLE, false),
    /** Sold and given back while there is no network. */
    OFFLINE_REFUND(Customer.Pays.CARD_THEN_CASH, ComingBack.What.WHOLE, false) {
        @Override
        List<Fault> always() {
            return NINE_DAYS_OFFLINE;
        }

        @Override
        int days() {
            return 3;
        }
    },
    /** A shift with a sale in it is opened, counted and closed. */
    SHIFT_CLOSE(Customer.Pays.CASH, null, false) {
        @Override
        boolean inShifts() {
            return true;
        }
    };

    private static final List<Fault> NINE_DAYS_OFFLINE = List.of(
            new Fault(0, Fault.FROM_THE_START, Kind.OFFLINE, Duration.ofDays(9).toSeconds()));
    private static final int KINDS = 2 * TerminalKind.values().length;

    private final Customer.Pays pays;
    private final SimTerminal.Card card;
    private final ComingBack.@Nullable What back;
    private final boolean onBoth;

    Scenario(Customer.Pays pays, SimTerminal.Card card) {
        this(pays, card, null, true);
    }

    Scenario(Customer.Pays pays, ComingBack.@Nullable What back, boolean onBoth) {
        this(pays, SimTerminal.Card.PAYS, back, onBoth);
    }

    /**
     * @param back what a second customer wants back; null if nobody comes
     * @param onBoth whether the kind of terminal makes a difference that another scenario does not show
     */
    Scenario(Customer.Pays pays, SimTerminal.Card card, ComingBack.@Nullable What back, boolean onBoth) {
        this.pays = pays;
        this.card = card;
        this.back = back;
        this.onBoth = onBoth;
    }

    /** On which kinds of terminal it is played: those that want approvals confirmed, and others. */
    List<Boolean> confirming() {
        return onBoth ? List.of(false, true) : List.of(true);
    }

    /** How many customers come back. */
    int returns() {
        return back == null ? 0 : 1;
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

    /** Whether the day is a shift. */
    boolean inShifts() {
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
        // Terminals that can do everything: what one cannot do is not begun, which takes no step.
        long seed = (long) KINDS * ordinal() + (confirming ? 1 : 0);
        return new Day.Plan(
                seed,
                1,
                days,
                (till, today) -> today == 0 ? customers() : List.of(),
                linked(),
                inShifts(),
                Faults.listed(all),
                Mutant.NONE,
                false);
    }

    private List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        customers.add(customer(1, null));
        if (back != null) {
            customers.add(customer(2, new ComingBack(0, 1, back, 1, MoneyBack.AS_PAID, false)));
        }
        return customers;
    }

    private Customer customer(int number, @Nullable ComingBack wish) {
        return new Customer(
                number,
                Duration.ofSeconds(1),
                List.of("TEA", "NUTS"),
                pays,
                card,
                Duration.ofSeconds(2),
                7,
                true,
                wish);
    }
}
