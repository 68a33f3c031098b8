package io.keentill.engine.simulation;

import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at RevKeen's dashboard, who lets money of card payments go back on the terminals that took them while the tills
 * sell. Drawn from a seed of their own, so that no customer's wishes depend on it.
 */
final class Dashboard {

    /** What they do all day. */
    enum Habit {
        NOTHING,
        /**
         * Refunds and voids what they find, a few times in an hour at each till, one in three without its terminal; and now
         * and then wants it no more.
         */
        NOW_AND_THEN,
        /** Refunds a part of the first card payment, once, of which the command is delivered twice. */
        REFUNDS_ONCE,
        /** Voids it, in the same way. */
        VOIDS_ONCE,
        /** Lets all of the first card payment go back without its terminal, once something of it was exchanged. */
        REFUNDS_AT_GATEWAY
    }

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int MOST_LOOKS = 400;

    /** Among so many of the latest payments they mostly choose. */
    private static final int LATEST = 8;

    private final Day world;
    private final Habit habit;
    private final SplittableRandom random;
    private final SplittableRandom regrets;
    private final SplittableRandom ways;

    Dashboard(Day world, Habit habit) {
        this.world = world;
        this.habit = habit;
        this.random = new SplittableRandom(Seeds.mix(world.seed(), 4000, 0));
        this.regrets = new SplittableRandom(Seeds.mix(world.seed(), 4001, 0));
        this.ways = new SplittableRandom(Seeds.mix(world.seed(), 4002, 0));
    }

    /** Whether there is anything to do on this day. */
    boolean comes(int today) {
        return switch (habit) {
            case NOTHING -> false;
            case NOW_AND_THEN -> true;
            case REFUNDS_ONCE, VOIDS_ONCE, REFUNDS_AT_GATEWAY -> today == 0;
        };
    }

    /** A day at it, as long as the shop is open. */
    void day() {
        if (habit == Habit.NOW_AND_THEN) {
            while (world.sells()) {
                world.time().sleep(Duration.ofSeconds(random.nextInt(10, 80)));
                now();
            }
        } else {
            once();
        }
    }

    /** What is drawn does not depend on what there is, or a fault more or less would change all that follows. */
    private void now() {
        int recent = random.nextInt(3) == 0 ? Integer.MAX_VALUE : LATEST;
        int which = random.nextInt(1 << 20);
        int how = random.nextInt(6);
        int quarters = 1 + random.nextInt(4);
        boolean twice = random.nextInt(3) == 0;
        Duration later = Duration.ofMillis(random.nextLong(1, 9000));
        boolean regretted = regrets.nextInt(4) == 0;
        Duration until = Duration.ofMillis(regrets.nextLong(1, 6000));
        boolean atGateway = ways.nextInt(3) == 0;
        List<SimDevices.TerminalPayment> sales = sales();
        if (sales.isEmpty()) {
            return;
        }
        int among = Math.min(recent, sales.size());
        SimDevices.TerminalPayment sale = sales.get(sales.size() - 1 - which % among);
        Long part = how < 2 || how == 3 ? null : (Long) Math.max(1, sale.minor * quarters / 4);
        if (atGateway) {
            atGateway(sale, part);
            return;
        }
        SimDevices.TerminalPayment back = how < 2 ? command(sale, "void", null) : command(sale, "refund", part);
        if (back != null && twice) {
            world.time().after(later, () -> world.revKeen().devices().commandAgain(back));
        }
        if (back != null && regretted) {
            world.time().after(until, () -> world.revKeen().devices().cancel(back));
        }
    }

    private void once() {
        for (int look = 0; look < MOST_LOOKS; look++) {
            world.time().sleep(LOOK);
            List<SimDevices.TerminalPayment> sales = sales();
            if (sales.isEmpty()) {
                continue;
            }
            SimDevices.TerminalPayment sale = sales.getFirst();
            if (habit == Habit.REFUNDS_AT_GATEWAY) {
                // Not yet when the credit note alone is there: then nothing may have been exchanged.
                if (world.revKeen().payments().stream()
                        .anyMatch(payment -> payment.method().equals("other"))) {
                    atGateway(sale, null);
                    return;
                }
                continue;
            }
            boolean refunds = habit == Habit.REFUNDS_ONCE;
            SimDevices.TerminalPayment back =
                    refunds ? command(sale, "refund", sale.minor / 2) : command(sale, "void", null);
            if (back != null) {
                world.time().sleep(Duration.ofMillis(10));
                world.revKeen().devices().commandAgain(back);
                while (back.open()) {
                    world.time().sleep(LOOK);
                }
                return;
            }
        }
        throw new Violation("The dashboard could command nothing");
    }

    private List<SimDevices.TerminalPayment> sales() {
        return world.revKeen().devices().payments().values().stream()
                .filter(payment -> payment.type == TerminalPaymentType.SALE && payment.approved())
                .toList();
    }

    private void atGateway(SimDevices.TerminalPayment sale, @Nullable Long minor) {
        SimDevices.TerminalPayment back = world.revKeen().atGateway(sale, minor);
        String how = back == null ? "not possible" : back.reference + " " + back.minor;
        world.tape().add("dashboard", "refund without a terminal of " + sale.reference + ": " + how);
    }

    private SimDevices.@Nullable TerminalPayment command(
            SimDevices.TerminalPayment sale, String action, @Nullable Long minor) {
        world.tills().stream()
                .filter(till -> sale.device.equals("device-" + till.number()))
                .forEach(SimTill::goesBackFrom);
        SimDevices.TerminalPayment back = world.revKeen().command(sale, action, minor);
        world.tape()
                .add(
                        "dashboard",
                        action + " of " + sale.reference + ": "
                                + (back == null ? "not possible" : back.reference + " " + back.minor));
        return back;
    }
}
