package io.keentill.device.conformance;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what a driver says with what the host booked. Never wrong: Approved, Declined, Cancelled, Failed, NotFound. Never
 * left open: Unknown, where the terminal can tell.
 */
final class Judge {

    /** How an attempt ended for good. */
    private sealed interface Verdict {
        record Moved(Money amount) implements Verdict {}

        record Nothing() implements Verdict {}

        record Open(String why) implements Verdict {}
    }

    private final Stage stage;
    private final List<Booking> before;
    private boolean mayStayOpen;

    /** Remembers the books as they are. */
    Judge(Stage stage) {
        this.stage = stage;
        this.before = stage.finalBooks();
    }

    /** Allows doubt to remain: the terminal cannot tell in this scenario. A wrong verdict stays wrong. */
    Judge allowingDoubt() {
        mayStayOpen = true;
        return this;
    }

    /** Checks an outcome, and asks afterwards as a till does that starts anew. */
    void judge(TerminalRequest request, TillMonitor monitor, Outcome outcome) {
        checkTelling(monitor, outcome);
        if (outcome instanceof Outcome.Unknown) {
            check(request, String.valueOf(outcome), verdictOf(ask(request, monitor)));
            return;
        }
        check(request, String.valueOf(outcome), verdictOf(outcome));
        if (monitor.sent()) {
            // Who asks later, for instance because the outcome could not be booked, must hear the same.
            QueryAnswer later = ask(request, monitor);
            if (!(later instanceof QueryAnswer.CannotTell)) {
                check(request, outcome + ", asked later", verdictOf(later));
            }
        }
    }

    /** Checks what a till finds out that died during an attempt. */
    void judgeAfterCrash(TerminalRequest request, TillMonitor monitor) {
        if (!monitor.sent()) {
            check(request, "killed before anything was stored as sent", new Verdict.Nothing());
            return;
        }
        QueryAnswer answer = ask(request, monitor);
        check(request, "killed, then asked: " + answer, verdictOf(answer));
    }

    private QueryAnswer ask(TerminalRequest request, TillMonitor monitor) {
        stage.restartTill(new Fault.None());
        return stage.resolve(request, monitor);
    }

    private static Verdict verdictOf(QueryAnswer answer) {
        return switch (answer) {
            case QueryAnswer.Found(Outcome outcome) -> verdictOf(outcome);
            case QueryAnswer.NotFound() -> new Verdict.Nothing();
            case QueryAnswer.InProgress(), QueryAnswer.CannotTell _, QueryAnswer.Unreachable _ ->
                new Verdict.Open(answer.toString());
        };
    }

    private static Verdict verdictOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved approved -> new Verdict.Moved(approved.amount());
            case Outcome.PartiallyApproved part -> new Verdict.Moved(part.amount());
            case Outcome.Declined _, Outcome.Cancelled _, Outcome.Failed _ -> new Verdict.Nothing();
            case Outcome.Unknown unknown -> new Verdict.Open("found as " + unknown);
        };
    }

    private void check(TerminalRequest request, String said, Verdict verdict) {
        List<Booking> after = stage.finalBooks();
        Map<Currency, Sums> change = change(after);
        switch (verdict) {
            case Verdict.Moved(Money amount) -> {
                Sums expected = expected(request, amount.minor());
                if (!change.equals(Map.of(amount.currency(), expected))) {
                    throw new AssertionError("WRONG APPROVAL: the driver says " + said + " of " + request
                            + ", the host's books say " + describe(change));
                }
            }
            case Verdict.Nothing() -> {
                if (!change.isEmpty()) {
                    throw new AssertionError("WRONG REFUSAL: the driver says " + said + " of " + request
                            + " (nothing moved), the host's books say " + describe(change));
                }
            }
            case Verdict.Open(String why) -> {
                if (!mayStayOpen) {
                    throw new AssertionError("NEVER RESOLVED: the driver says " + said + " of " + request + " and "
                            + why + ", the host's books say " + describe(change));
                }
            }
        }
    }

    private static String describe(Map<Currency, Sums> change) {
        return change.isEmpty() ? "that nothing moved" : change.toString();
    }

    private static void checkTelling(TillMonitor monitor, Outcome outcome) {
        if (monitor.sendings.get() > 1) {
            throw new AssertionError("BROKEN CONTRACT: sending was told " + monitor.sendings + " times");
        }
        Set<String> kinds = new TreeSet<>();
        monitor.told.forEach(one -> kinds.add(one.getClass().getSimpleName()));
        if (kinds.size() > 1) {
            throw new AssertionError("BROKEN CONTRACT: the till was told of different outcomes: " + monitor.told);
        }
        boolean certain = outcome instanceof Outcome.Approved
                || outcome instanceof Outcome.PartiallyApproved
                || outcome instanceof Outcome.Declined;
        if (certain && !monitor.told.contains(outcome)) {
            throw new AssertionError(
                    "BROKEN CONTRACT: " + outcome + " was returned, but the till was told of " + monitor.told);
        }
        if (certain && !monitor.sent()) {
            throw new AssertionError("BROKEN CONTRACT: " + outcome + " without a word of sending");
        }
    }

    /** What cards were charged and what is held on them, minor units. */
    private record Sums(long taken, long held) {
        Sums plus(long moreTaken, long moreHeld) {
            return new Sums(taken + moreTaken, held + moreHeld);
        }
    }

    private static Sums expected(TerminalRequest request, long minor) {
        long original = request.earlier().map(o -> o.amount().minor()).orElse(0L);
        return switch (request) {
            case TerminalRequest.Sale _ -> new Sums(minor, 0);
            case TerminalRequest.Refund _, TerminalRequest.Reversal _ -> new Sums(-minor, 0);
            case TerminalRequest.PreAuthorisation _ -> new Sums(0, minor);
            case TerminalRequest.Completion _ -> new Sums(minor, -original);
            case TerminalRequest.Release _ -> new Sums(0, -original);
        };
    }

    private Map<Currency, Sums> change(List<Booking> after) {
        Map<Currency, Sums> change = new HashMap<>();
        add(change, after, 1);
        add(change, before, -1);
        change.values().removeIf(new Sums(0, 0)::equals);
        return change;
    }

    private static void add(Map<Currency, Sums> sums, List<Booking> books, int sign) {
        for (Booking booking : books) {
            if (!booking.stands()) {
                continue;
            }
            long minor = sign * booking.amount().minor();
            Sums now = sums.getOrDefault(booking.amount().currency(), new Sums(0, 0));
            Sums next = switch (booking.kind()) {
                case SALE, COMPLETION -> now.plus(minor, 0);
                case REFUND -> now.plus(-minor, 0);
                case PRE_AUTHORISATION -> now.plus(0, minor);
                case REVERSAL, RELEASE -> now;
            };
            sums.put(booking.amount().currency(), next);
        }
    }
}
