package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.LocalTill;
import io.keentill.engine.shift.CloseResult;
import io.keentill.engine.shift.CloseWish;
import io.keentill.engine.shift.ShiftDesk;
import io.keentill.engine.shift.ShiftResult;
import io.keentill.engine.shift.XResult;
import io.keentill.engine.shift.ZFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a clerk does for the shift: begins it, moves cash, counts the drawer without knowing what should be in it, ends it. */
abstract class ShiftWork implements Visit {

    /** What stays in the drawer overnight. */
    static final long FLOAT = 10_000;

    private static final int MOST_LOOKS = 2000;
    private static final String WHY = "as every day";

    final SimTill till;
    final Drawer drawer;
    private int looks;

    private ShiftWork(SimTill till, Drawer drawer) {
        this.till = till;
        this.drawer = drawer;
    }

    /** Begins a shift with what is in the drawer. */
    static ShiftWork begin(SimTill till, Drawer drawer) {
        return new Beginning(till, drawer);
    }

    /** Does an errand. */
    static ShiftWork errand(SimTill till, Drawer drawer, Errand errand) {
        return errand.kind() == null
                ? new Looking(till, drawer)
                : new Moving(till, drawer, errand.kind(), pounds(errand.minor()));
    }

    /** Brings to the safe what is not needed overnight, counts and ends the shift. */
    static ShiftWork end(SimTill till, Drawer drawer) {
        return new Ending(till, drawer);
    }

    @Override
    public final State goOn(LocalTill engine) {
        if (++looks > MOST_LOOKS) {
            throw new Violation("The clerk at " + till.name() + " cannot do this: "
                    + getClass().getSimpleName());
        }
        return step(engine.shifts());
    }

    abstract State step(ShiftDesk shifts);

    @Override
    public final void wentDark() {
        looks = 0;
    }

    final String operator() {
        return "clerk-" + till.number();
    }

    static Money pounds(long minor) {
        return Money.of(minor, Shop.GBP);
    }

    final void tell(String what, Object came) {
        till.world()
                .tape()
                .add(till.name(), "clerk " + what + ": " + came.getClass().getSimpleName());
    }

    private static final class Beginning extends ShiftWork {
        private Beginning(SimTill till, Drawer drawer) {
            super(till, drawer);
        }

        @Override
        State step(ShiftDesk shifts) {
            if (shifts.current().isPresent()) {
                return State.DONE;
            }
            drawer.fillOnce(FLOAT);
            Money sold = shifts.cashWithoutShift();
            ShiftResult result = shifts.open(pounds(drawer.minor()).minus(sold), operator());
            tell("begins a shift", result);
            return result instanceof ShiftResult.Opened ? State.DONE : State.AGAIN;
        }
    }

    private static final class Looking extends ShiftWork {
        private Looking(SimTill till, Drawer drawer) {
            super(till, drawer);
        }

        @Override
        State step(ShiftDesk shifts) {
            XResult result = shifts.x(operator());
            tell("looks at an X", result);
            if (result instanceof XResult.Told(var x)) {
                Money expected = x.figures().drawer().expected();
                if (expected.minor() != drawer.minor()) {
                    throw new Violation("The X of " + till.name() + " has " + expected + " in the drawer and there is "
                            + drawer.minor());
                }
                return State.DONE;
            }
            return State.AGAIN;
        }
    }

    /** Cash is put in or taken out when the screen shows it, and only then. */
    private static final class Moving extends ShiftWork {
        private final CashMovement.Kind kind;
        private final Money amount;
        private int before = -1;
        private int tries;

        private Moving(SimTill till, Drawer drawer, CashMovement.Kind kind, Money amount) {
            super(till, drawer);
            this.kind = kind;
            this.amount = amount;
        }

        @Override
        State step(ShiftDesk shifts) {
            int now = shifts.movements().size();
            if (before < 0) {
                before = now;
            }
            if (now == before + 1) {
                CashMovement there = shifts.movements().getLast();
                if (there.kind() != kind || !there.amount().equals(amount)) {
                    throw new Violation("Moved " + kind + " " + amount + ", booked " + there);
                }
                drawer.move(there);
                return State.DONE;
            }
            if (now != before) {
                throw new Violation("Cash moved once is booked " + (now - before) + " times on " + till.name());
            }
            if (tries++ > 3) {
                return State.DONE; // more than is in the drawer, says the till
            }
            ShiftResult result = shifts.move(kind, amount, WHY, operator());
            tell("moves " + kind + " " + amount, result);
            return result instanceof ShiftResult.Moved ? State.ON : State.AGAIN;
        }
    }

    private static final class Ending extends ShiftWork {
        private @Nullable Shift shift;
        private @Nullable Moving toTheSafe;
        private boolean safe;
        private int counts;

        private Ending(SimTill till, Drawer drawer) {
            super(till, drawer);
        }

        @Override
        State step(ShiftDesk shifts) {
            Optional<Shift> running = shifts.current();
            if (shift == null) {
                shift = running.orElseThrow(() -> new Violation("The shift of " + till.name() + " is gone"));
            }
            if (running.isEmpty()) {
                return closed(shifts, shift);
            }
            if (!safe) {
                return bring(shifts);
            }
            DrawerCount count = running.get().count();
            if (count == null || !isRight(count)) {
                return count(shifts);
            }
            return close(shifts);
        }

        private State bring(ShiftDesk shifts) {
            if (toTheSafe == null && drawer.minor() > FLOAT) {
                toTheSafe = new Moving(till, drawer, CashMovement.Kind.DROP, pounds(drawer.minor() - FLOAT));
            }
            safe = toTheSafe == null || toTheSafe.step(shifts) == State.DONE;
            return State.ON;
        }

        /** At first the clerk sometimes miscounts, says why not, and counts again. */
        private State count(ShiftDesk shifts) {
            counts++;
            boolean wrong = counts == 1 && till.world().seed() % 3 == 0;
            ShiftResult result = shifts.count(CashCount.inOne(pounds(drawer.minor() + (wrong ? 500 : 0))), operator());
            tell("counts the drawer", result);
            if (result instanceof ShiftResult.Counted counted
                    && counted.count().expected().minor() != drawer.minor()) {
                throw new Violation("By the books of " + till.name() + " "
                        + counted.count().expected() + " must be in the drawer, and there is " + drawer.minor());
            }
            if (wrong && result instanceof ShiftResult.Counted) {
                CloseResult no = shifts.close(CloseWish.PLAIN, operator());
                if (!(no instanceof CloseResult.ReasonNeeded)) {
                    throw new Violation("A drawer that is 5.00 over is closed without a word: " + no);
                }
            }
            return State.ON;
        }

        private static boolean isRight(DrawerCount count) {
            return count.difference().isZero();
        }

        private State close(ShiftDesk shifts) {
            CloseResult result = shifts.close(CloseWish.PLAIN, operator());
            tell("ends the shift", result);
            return switch (result) {
                case CloseResult.Closed closed -> {
                    till.shown().z(closed.report());
                    yield State.ON;
                }
                case CloseResult.CountFirst again -> count(shifts);
                case CloseResult.PaymentsOpen open -> State.AGAIN;
                case CloseResult.Refused no -> State.AGAIN;
                case CloseResult.ReasonNeeded no -> throw wrong(no);
                case CloseResult.WrongPin no -> throw wrong(no);
                case CloseResult.LockedOut no -> throw wrong(no);
            };
        }

        private Violation wrong(CloseResult result) {
            return new Violation("The drawer of " + till.name() + " is right, and yet: " + result);
        }

        /** The Z is there, of this shift, with the drawer as it was counted and nothing open that money hangs on. */
        private State closed(ShiftDesk shifts, Shift ended) {
            Optional<ZReport> z = shifts.zs(1).stream()
                    .flatMap(found -> found instanceof ZFound.Report(ZReport report)
                            ? java.util.stream.Stream.of(report)
                            : java.util.stream.Stream.empty())
                    .filter(report -> report.shift().seq() == ended.seq())
                    .findFirst();
            if (z.isEmpty()) {
                throw new Violation("Shift " + ended.seq() + " of " + till.name() + " is closed without a Z");
            }
            till.shown().z(z.get());
            boolean right = z.get().count().difference().isZero()
                    && z.get().count().counted().total().minor() == drawer.minor()
                    && z.get().figures().open().stream()
                            .noneMatch(item -> item.kind() == OpenItem.Kind.PAYMENT_UNKNOWN);
            if (!right) {
                throw new Violation("In the drawer of " + till.name() + " is " + drawer.minor() + ", the Z says "
                        + z.get().count() + " and " + z.get().figures().open());
            }
            return State.DONE;
        }
    }
}
