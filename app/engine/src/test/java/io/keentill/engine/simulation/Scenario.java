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
    },
    /** Goods of a card sale pay for a part of dearer ones; a card pays the rest. */
    EXCHANGE_FOR_MORE(Customer.Pays.CARD, null, false) {
        @Override
        List<Customer> customers() {
            return exchange(0);
        }
    },
    /**
     * Goods of a sale that was paid by card and in cash pay for cheaper ones; the rest goes back to the card, which RevKeen
     * hears of through the till's own connector channel, and from the drawer.
     */
    EXCHANGE_FOR_LESS(Customer.Pays.CARD_THEN_CASH, null, false) {
        @Override
        List<Customer> customers() {
            return exchange(1);
        }

        @Override
        boolean linked() {
            return true;
        }
    },
    /** Sold and exchanged while there is no network, and told to RevKeen the next morning. */
    OFFLINE_EXCHANGE(Customer.Pays.CARD_THEN_CASH, null, false) {
        @Override
        List<Customer> customers() {
            return exchange(1);
        }

        @Override
        List<Fault> always() {
            return UNTIL_NIGHT_OFFLINE;
        }

        @Override
        int days() {
            return 2;
        }
    },
    /** Goods come back without a receipt, and the clerk presses twice; then the shift is counted and closed. */
    RETURN_WITHOUT_RECEIPT(Customer.Pays.CASH, null, false) {
        @Override
        List<Customer> customers() {
            WithoutReceipt nuts = new WithoutReceipt("NUTS", 1, null, true);
            return List.of(customer(1, BOUGHT, null, null), customer(2, List.of(), null, nuts));
        }

        @Override
        boolean inShifts() {
            return true;
        }
    },
    /** A card sale of which the terminal cannot tell, decided by a manager; overnight the terminal remembers. */
    MANAGER_DECIDES(Customer.Pays.CARD, SimTerminal.Card.IS_UNHEARD),
    /** The same decided wrongly, so that the customer pays twice; what the terminal says in the morning is a task. */
    MANAGER_OVERLOOKS(Customer.Pays.CARD, SimTerminal.Card.IS_OVERLOOKED),
    /** RevKeen's dashboard has a part of a card sale refunded; the command is delivered twice. */
    COMMANDED_REFUND(Customer.Pays.CARD, SimTerminal.Card.PAYS) {
        @Override
        boolean linked() {
            return true;
        }

        @Override
        Dashboard.Habit dashboard() {
            return Dashboard.Habit.REFUNDS_ONCE;
        }
    },
    /** The same for a void. */
    COMMANDED_VOID(Customer.Pays.CARD, SimTerminal.Card.PAYS) {
        @Override
        boolean linked() {
            return true;
        }

        @Override
        Dashboard.Habit dashboard() {
            return Dashboard.Habit.VOIDS_ONCE;
        }
    },
    /**
     * Goods of a card sale pay for a part of dearer ones, the dashboard has all of the first sale's card refunded without its
     * terminal, and the new goods come back as well.
     */
    EXCHANGED_AND_REFUNDED_ELSEWHERE(Customer.Pays.CARD, null, false) {
        @Override
        List<Customer> customers() {
            List<Customer> customers = new ArrayList<>(exchange(0));
            ComingBack all = new ComingBack(0, 2, ComingBack.What.WHOLE, 0, MoneyBack.AS_PAID, false);
            customers.add(customer(3, ONCE_IT_IS_HEARD, List.of(), all, null));
            return customers;
        }

        @Override
        boolean linked() {
            return true;
        }

        @Override
        Dashboard.Habit dashboard() {
            return Dashboard.Habit.REFUNDS_AT_GATEWAY;
        }
    },
    /** More is held on a card than a part of the sale comes to, which is taken from it; the rest is paid in cash. */
    TAB_TAKEN(Customer.Pays.CASH, SimTerminal.Card.PAYS) {
        @Override
        Tab tab() {
            return new Tab(150, Tab.End.TAKES_HALF);
        }
    },
    /** The sale is paid in cash, and what is held is let go after that. */
    TAB_LET_GO(Customer.Pays.CASH, SimTerminal.Card.PAYS) {
        @Override
        Tab tab() {
            return new Tab(100, Tab.End.AFTERWARDS);
        }
    },
    /** A part of a card sale goes back and the terminal cannot tell, decided by a manager; overnight it remembers. */
    MANAGER_DECIDES_REFUND(SimTerminal.Card.BACK_UNHEARD, ComingBack.What.AN_AMOUNT),
    /** The same decided wrongly, so that it goes back twice; what the terminal says in the morning is a task. */
    MANAGER_OVERLOOKS_REFUND(SimTerminal.Card.BACK_OVERLOOKED, ComingBack.What.AN_AMOUNT),
    /** A void, in the same way as the first, which RevKeen hears of through the till's own connector channel. */
    MANAGER_DECIDES_VOID(SimTerminal.Card.BACK_UNHEARD, ComingBack.What.WHOLE) {
        @Override
        boolean linked() {
            return true;
        }
    },
    /** Money is held on a card and the terminal cannot tell, decided by a manager; a part of it is taken after that. */
    MANAGER_DECIDES_HOLD(Customer.Pays.CASH, SimTerminal.Card.HOLD_UNHEARD) {
        @Override
        Tab tab() {
            return new Tab(150, Tab.End.TAKES_HALF);
        }
    };

    /** The other kind takes back what nobody confirms, so that there would be nothing on it to decide about. */
    private static final List<Boolean> UNCONFIRMED = List.of(false);

    private static final List<Fault> NINE_DAYS_OFFLINE = List.of(
            new Fault(0, Fault.FROM_THE_START, Kind.OFFLINE, Duration.ofDays(9).toSeconds()));
    private static final List<Fault> UNTIL_NIGHT_OFFLINE = List.of(new Fault(
            0, Fault.FROM_THE_START, Kind.OFFLINE, Duration.ofHours(10).toSeconds()));
    private static final Duration ONCE_IT_IS_HEARD = Duration.ofMinutes(5);
    private static final List<String> BOUGHT = List.of("TEA", "NUTS");
    private static final int KINDS = 2 * TerminalKind.values().length;

    private final Customer.Pays pays;
    private final SimTerminal.Card card;
    private final ComingBack.@Nullable What back;
    private final boolean onBoth;

    Scenario(Customer.Pays pays, SimTerminal.Card card) {
        this(pays, card, null, true);
    }

    /** Where a manager decides about what goes back on a card sale. */
    Scenario(SimTerminal.Card card, ComingBack.What back) {
        this(Customer.Pays.CARD, card, back, true);
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
        return card.isUnheard() ? UNCONFIRMED : onBoth ? List.of(false, true) : List.of(true);
    }

    /** What goes wrong in any case. */
    List<Fault> always() {
        return List.of();
    }

    /** How long it takes; the customer comes on the first day, and overnight a terminal remembers what it could not tell. */
    int days() {
        return card.isUnheard() ? 2 : 1;
    }

    /** Whether RevKeen offers a connector channel. */
    boolean linked() {
        return false;
    }

    /** What RevKeen's dashboard does. */
    Dashboard.Habit dashboard() {
        return Dashboard.Habit.NOTHING;
    }

    /** What is held on the card of whoever buys. */
    @Nullable
    Tab tab() {
        return null;
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
                dashboard(),
                Faults.listed(all),
                Mutant.NONE,
                false);
    }

    /** Who comes, on the first day. */
    List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        customers.add(customer(1, BOUGHT, null, null));
        if (back != null) {
            customers.add(customer(2, BOUGHT, new ComingBack(0, 1, back, 1, MoneyBack.AS_PAID, false), null));
        }
        return customers;
    }

    /** Somebody buys, and brings one of the goods back to pay for another one with. */
    List<Customer> exchange(int line) {
        ComingBack brings = new ComingBack(0, 1, ComingBack.What.A_LINE, line, MoneyBack.AS_PAID, false);
        Customer exchanges = new Customer(
                2,
                Duration.ofSeconds(1),
                List.of("BOOK"),
                Customer.Pays.CARD,
                card,
                Duration.ofSeconds(2),
                0,
                true,
                null,
                brings,
                null,
                null);
        return List.of(customer(1, BOUGHT, null, null), exchanges);
    }

    /** Who is like all others but for these. */
    Customer customer(int number, List<String> codes, @Nullable ComingBack wish, @Nullable WithoutReceipt gift) {
        return customer(number, Duration.ofSeconds(1), codes, wish, gift);
    }

    /** The same, who comes so long after the one before. */
    Customer customer(
            int number, Duration after, List<String> codes, @Nullable ComingBack wish, @Nullable WithoutReceipt gift) {
        return new Customer(number, after, codes, pays, card, Duration.ofSeconds(2), 7, true, wish, null, gift, tab());
    }
}
