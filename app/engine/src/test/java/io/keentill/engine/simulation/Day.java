package io.keentill.engine.simulation;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.ManagerDecision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A simulated day of a shop, or several: tills, clerks, customers, terminals, bank and RevKeen in one process on one thread
 * in simulated time. The same plan gives the same day to the last event.
 */
final class Day {

    private static final Duration NIGHT = Duration.ofHours(14);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final int EVENING_LOOKS = 12;
    private static final int MOST_NIGHTS = 14;

    /**
     * What a day is made of.
     *
     * @param seed of customers, ids, chance in the engine, and the sequence of threads
     * @param tills how many
     * @param days how many; a night lies between them
     * @param customers who comes
     * @param linked whether RevKeen offers a connector channel
     * @param inShifts whether each till opens a shift in the morning and closes it in the evening
     * @param dashboard what somebody at RevKeen's dashboard does meanwhile
     * @param faults what goes wrong
     * @param mutant a planted bug
     * @param told whether its events are kept as lines
     */
    record Plan(
            long seed,
            int tills,
            int days,
            Customers customers,
            boolean linked,
            boolean inShifts,
            Dashboard.Habit dashboard,
            Faults faults,
            Mutant mutant,
            boolean told) {

        /** The same day with a bug. */
        Plan with(Mutant bug) {
            return new Plan(seed, tills, days, customers, linked, inShifts, dashboard, faults, bug, told);
        }

        /** A shorter one of the same seed. */
        Plan with(int fewerDays, Customers fewer) {
            return new Plan(seed, tills, fewerDays, fewer, linked, inShifts, dashboard, faults, mutant, told);
        }

        /** The same day with other faults. */
        Plan with(Faults others, boolean lines) {
            return new Plan(seed, tills, days, customers, linked, inShifts, dashboard, others, mutant, lines);
        }
    }

    /** Who comes to which till on which day. */
    @FunctionalInterface
    interface Customers {
        List<Customer> at(int till, int today);

        /** So many on each day at each till, as the seed says. */
        static Customers drawn(long seed, int perDay) {
            return (till, today) -> IntStream.range(today * perDay, (today + 1) * perDay)
                    .mapToObj(n -> Customer.of(seed, till, n))
                    .toList();
        }
    }

    /**
     * How it went.
     *
     * @param violation what promise was broken; null if none
     * @param hash of all events
     * @param sales how many customers bought to the end
     * @param exchanges how many of them paid with what they brought back
     * @param withoutReceipt how many returns without a receipt had their cash handed out
     * @param commanded how many refunds and voids of RevKeen's dashboard moved money
     * @param atGateway how often the dashboard let money go back without a terminal
     * @param withdrawn how many of the dashboard's commands it cancelled before they came to an end
     * @param holds how often money was held on a card
     * @param returns how many came back and were served to the end
     * @param decisions how many payments a manager decided about
     * @param sites what the first till did at each of its steps
     * @param backFrom at which of them money was first to go back; 0 if none ever was
     */
    record Result(
            @Nullable Throwable violation,
            long hash,
            long events,
            long sales,
            long exchanges,
            long withoutReceipt,
            long commanded,
            long atGateway,
            long withdrawn,
            long holds,
            long returns,
            long steps,
            long crashes,
            long decisions,
            List<Fault> faults,
            List<Fault.Site> sites,
            long backFrom,
            List<String> lines) {}

    private final Plan plan;
    private final Timeline time;
    private final Tape tape;
    private final Bank bank = new Bank();
    private final SimRevKeen revKeen;
    private final Audit audit = new Audit(this);
    private final List<SimTill> tills = new ArrayList<>();
    private final List<Clerk> clerks = new ArrayList<>();
    private final Map<String, Order> bought = new HashMap<>();
    private final Dashboard dashboard;
    private int busy;
    private boolean commands;

    private Day(Plan plan, Shop shop, Path home) {
        this.plan = plan;
        this.time = new Timeline(new SplittableRandom(Seeds.mix(plan.seed(), 1, 1)));
        this.tape = new Tape(time, plan.told());
        this.revKeen = new SimRevKeen(time);
        this.dashboard = new Dashboard(this, plan.dashboard());
        for (int i = 0; i < plan.tills(); i++) {
            SimTerminal terminal = new SimTerminal(
                    "terminal " + i, time, bank, tape, (i + plan.seed()) % 2 == 1, kind(plan.seed(), i));
            Path folder = home.resolve("till-" + i);
            shop.copy(i, folder.resolve("0"));
            SimTill till = new SimTill(this, i, folder, shop.secrets(i), terminal);
            tills.add(till);
            clerks.add(new Clerk(till));
        }
    }

    private static TerminalKind kind(long seed, int till) {
        TerminalKind[] kinds = TerminalKind.values();
        return kinds[(int) Math.floorMod((seed >> 1) + till, (long) kinds.length)];
    }

    /** Plays a day in a folder of its own, which is gone afterwards. */
    static Result play(Plan plan, Shop shop, Path home) {
        Day day = new Day(plan, shop, home);
        Throwable violation = null;
        try {
            day.time.run(day::live);
        } catch (RuntimeException | Error e) {
            violation = e;
        } finally {
            Disk.delete(home);
        }
        return new Result(
                violation,
                day.tape.hash(),
                day.tape.events(),
                day.clerks.stream().mapToLong(Clerk::done).sum(),
                day.clerks.stream().mapToLong(Clerk::exchanges).sum(),
                day.clerks.stream()
                        .mapToLong(clerk -> clerk.drawer().withoutReceipt().size())
                        .sum(),
                day.revKeen.credits().movements().stream()
                        .filter(movement -> movement.of().commanded && !movement.of().atGateway)
                        .count(),
                day.revKeen.credits().movements().stream()
                        .filter(movement -> movement.of().atGateway)
                        .count(),
                day.revKeen.devices().payments().values().stream()
                        .filter(payment -> payment.withdrawn)
                        .count(),
                day.tills.stream()
                        .mapToLong(
                                till -> day.bank.holds(till.terminal().name()).size())
                        .sum(),
                day.clerks.stream().mapToLong(Clerk::returns).sum(),
                day.tills.stream().mapToLong(SimTill::steps).sum(),
                day.tills.stream().mapToLong(SimTill::crashes).sum(),
                day.tills.stream().mapToLong(SimTill::decisions).sum(),
                plan.faults().happened(),
                day.tills.getFirst().sites(),
                day.tills.getFirst().backFrom(),
                day.tape.lines());
    }

    private void live() {
        for (SimTill till : tills) {
            till.between(plan.faults().at(till.number(), Fault.FROM_THE_START, Fault.Site.BETWEEN_SALES));
            till.start();
        }
        for (int today = 0; today < plan.days(); today++) {
            if (today > 0) {
                night();
            }
            trade(today);
        }
        plan.faults().end();
        tills.forEach(SimTill::heal);
        rest();
        for (int i = 0; i < tills.size(); i++) {
            audit.atDaysEnd(tills.get(i), clerks.get(i));
        }
        audit.ofTheShop(tills);
        tills.forEach(SimTill::stop);
    }

    private void trade(int today) {
        busy = tills.size();
        for (int i = 0; i < tills.size(); i++) {
            Clerk clerk = clerks.get(i);
            List<Customer> customers = plan.customers().at(i, today);
            time.start("clerk-" + i, () -> {
                clerk.day(customers);
                busy--;
            });
        }
        if (dashboard.comes(today)) {
            commands = true;
            time.start("dashboard", () -> {
                dashboard.day();
                commands = false;
            });
        }
        while (busy > 0 || commands) {
            time.sleep(LOOK);
        }
    }

    /** Whether anybody still serves customers today. */
    boolean sells() {
        return busy > 0;
    }

    private void night() {
        tills.forEach(SimTill::stop);
        time.sleep(NIGHT);
        tills.forEach(SimTill::start);
    }

    /** Nothing goes wrong any more: everything must come to rest by itself, in a few days at most. */
    private void rest() {
        for (int nights = 0; nights < MOST_NIGHTS; nights++) {
            for (int looks = 0; looks < EVENING_LOOKS; looks++) {
                if (tills.stream().allMatch(Day::atRest)
                        && revKeen.devices().payments().values().stream().noneMatch(p -> p.commanded && p.open())) {
                    return;
                }
                time.sleep(LOOK);
            }
            night();
        }
    }

    private static boolean atRest(SimTill till) {
        Life life = till.await();
        return life.engine().openPayments().isEmpty()
                && Audit.read(life.store(), view -> view.outboxSummary()).waiting() == 0
                && Audit.read(life.store(), view -> view.remotes("command", 1)).isEmpty()
                && Audit.read(life.store(), view -> view.decisions(ManagerDecision.Word.AWAITED))
                        .isEmpty();
    }

    /** A customer goes home with a receipt, if anything was paid. */
    void bought(int till, int customer, Order order) {
        if (order.state() == OrderState.PAID) {
            bought.put(till + "/" + customer, order);
        }
    }

    /** What stands on the receipt of this customer of this till. */
    Optional<Order> bought(int till, int customer) {
        return Optional.ofNullable(bought.get(till + "/" + customer));
    }

    List<SimTill> tills() {
        return tills;
    }

    long seed() {
        return plan.seed();
    }

    boolean linked() {
        return plan.linked();
    }

    boolean hasDashboard() {
        return plan.dashboard() != Dashboard.Habit.NOTHING;
    }

    boolean inShifts() {
        return plan.inShifts();
    }

    Faults faults() {
        return plan.faults();
    }

    Mutant mutant() {
        return plan.mutant();
    }

    Timeline time() {
        return time;
    }

    Tape tape() {
        return tape;
    }

    Bank bank() {
        return bank;
    }

    SimRevKeen revKeen() {
        return revKeen;
    }

    Audit audit() {
        return audit;
    }
}
