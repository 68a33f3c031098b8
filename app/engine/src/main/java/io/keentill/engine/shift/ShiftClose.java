package io.keentill.engine.shift;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a shift. Everything about it is checked and stored in one transaction, so that a till which dies has either closed
 * it, once and with its report, or not at all and with its count kept.
 */
public final class ShiftClose {

    private static final System.Logger LOG = System.getLogger(ShiftClose.class.getName());
    private static final int LONGEST_REASON = 400;

    private final TillStore store;
    private final StaffRoom staff;
    private final InstantSource clock;
    private final TillEvents events;
    private final String till;

    /**
     * Closes shifts of {@code store}.
     *
     * @param staff whose PINs accept open payments
     * @param till the till's name, for the report
     */
    public ShiftClose(TillStore store, StaffRoom staff, InstantSource clock, TillEvents events, String till) {
        this.store = store;
        this.staff = staff;
        this.clock = clock;
        this.events = events;
        this.till = till;
    }

    XResult x(View view, String operator) {
        Sentence no =
                ShiftRule.mayNot(view, operator, Permission.CLOSE_DAY, Sentence.of("shift.an-x-report", "An X report"));
        if (no != null) {
            return new XResult.Refused(no);
        }
        Optional<Shift> running = view.shifts().open();
        return running.<XResult>map(shift ->
                        new XResult.Told(new XReport(till, shift, FiguresOf.running(view, shift), clock.instant())))
                .orElseGet(() -> new XResult.Refused(Sentence.of(
                        "shift.no-shift-is-open-so-there", "No shift is open, so there is nothing to report.")));
    }

    CloseResult close(CloseWish wish, String operator) {
        try {
            Checked before = store.read(view -> check(view, wish, operator));
            CloseResult result = switch (before) {
                case Checked.No(CloseResult no) -> no;
                case Checked.Ready ready -> accepted(ready, wish, operator);
            };
            if (result instanceof CloseResult.Closed closed) {
                events.publish(new TillEvent.ShiftChanged(closed.report().shift()));
            }
            return result;
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A shift could not be closed", e);
            return new CloseResult.Refused(
                    Sentence.of("shift.the-shift-is-still-open", "{0} The shift is still open.", e.said()));
        }
    }

    /** Whether a shift may be closed, by what is stored at that moment. */
    private sealed interface Checked {

        /** It may, if somebody accepts these payments. */
        record Ready(Shift shift, DrawerCount count, List<OpenItem> unknown) implements Checked {}

        /** It may not. */
        record No(CloseResult why) implements Checked {}
    }

    private Checked check(View view, CloseWish wish, String operator) {
        Sentence may = ShiftRule.mayNot(
                view, operator, Permission.CLOSE_DAY, Sentence.of("shift.closing-a-shift", "Closing a shift"));
        if (may != null) {
            return new Checked.No(new CloseResult.Refused(may));
        }
        Optional<Shift> running = view.shifts().open();
        if (running.isEmpty()) {
            return new Checked.No(
                    new CloseResult.Refused(Sentence.of("shift.no-shift-is-open", "No shift is open{0}", lastZ(view))));
        }
        Shift shift = running.get();
        DrawerCount count = shift.count();
        Sentence uncounted = uncounted(view, shift, count);
        if (count == null || uncounted != null) {
            return new Checked.No(new CloseResult.CountFirst(Sentence.from(uncounted)));
        }
        CloseResult why = why(view, count, wish);
        if (why != null) {
            return new Checked.No(why);
        }
        if (view.openAttempts().stream().anyMatch(a -> a.state() != AttemptState.UNKNOWN)) {
            return new Checked.No(new CloseResult.Refused(Sentence.of(
                    "shift.a-card-payment-is-running-wait",
                    "A card payment is running. Wait for the terminal's answer.")));
        }
        List<OpenItem> unknown = FiguresOf.unknown(view);
        return unknown.isEmpty() || wish.pin() != null
                ? new Checked.Ready(shift, count, unknown)
                : new Checked.No(open(unknown));
    }

    private static Sentence lastZ(View view) {
        return view.shifts().zs(1).stream()
                .findFirst()
                .map(z -> Sentence.of(
                        "shift.the-last-one-was-closed-with", "; the last one was closed with Z {0}.", z.number()))
                .orElse(Sentence.quoted("."));
    }

    private static @Nullable Sentence uncounted(View view, Shift shift, @Nullable DrawerCount count) {
        if (count == null) {
            return Sentence.of("shift.count-the-drawer-first", "Count the drawer first.");
        }
        boolean moved = view.shifts().drawer(shift.seq(), shift.openingFloat()).moves() != count.moves();
        return moved
                ? Sentence.of(
                        "shift.cash-has-moved-since-the-drawer",
                        "Cash has moved since the drawer was counted. Count it again.")
                : null;
    }

    /** What stands in the way as to the drawer's difference; null if nothing does. */
    private static @Nullable CloseResult why(View view, DrawerCount count, CloseWish wish) {
        String reason = wish.differenceReason();
        if (reason == null) {
            return ShiftRule.asksWhy(view, count)
                    ? new CloseResult.ReasonNeeded(
                            count,
                            Sentence.of(
                                    "shift.the-drawer-is-say-why", "The drawer is {0}. Say why.", overOrShort(count)))
                    : null;
        }
        Sentence bad = ShiftRule.badText(
                reason,
                LONGEST_REASON,
                Sentence.of("shift.say-in-a-few-words-why", "Say in a few words why the drawer is not right."));
        return bad == null ? null : new CloseResult.ReasonNeeded(count, bad);
    }

    private static Sentence overOrShort(DrawerCount count) {
        boolean isShort = count.difference().isNegative();
        return isShort
                ? Sentence.of("shift.short", "{0} short", count.difference().negated())
                : Sentence.of("shift.over", "{0} over", count.difference());
    }

    private static CloseResult open(List<OpenItem> unknown) {
        Sentence names = unknown.stream()
                .map(item -> Sentence.of("shift.payment-of", "{0} of {1}", item.reference(), item.amount()))
                .reduce((all, one) -> Sentence.of("text.listed", "{0}, {1}", all, one))
                .orElse(Sentence.quoted(""));
        return new CloseResult.PaymentsOpen(
                unknown,
                Sentence.of(
                        "shift.nobody-knows-yet-whether-money-moved",
                        "Nobody knows yet whether money moved with {0}. Have the terminal answer, or"
                                + " decide about it with evidence; or a manager accepts with a PIN that the report"
                                + " names it as open.",
                        names));
    }

    private CloseResult accepted(Checked.Ready ready, CloseWish wish, String operator) throws StoreException {
        String pin = wish.pin();
        if (ready.unknown().isEmpty() || pin == null) {
            return commit(ready, wish, operator, null);
        }
        return switch (staff.prove(pin)) {
            case LoginResult.WrongPin wrong -> new CloseResult.WrongPin(wrong.triesLeft());
            case LoginResult.LockedOut locked -> new CloseResult.LockedOut(locked.until());
            case LoginResult.NotPossible no -> new CloseResult.Refused(no.message());
            case LoginResult.LoggedIn who
            when !Permission.CLOSE_DAY.isOf(who.staff().role()) ->
                new CloseResult.Refused(Sentence.of(
                        "shift.may-not-accept-open-payments-a",
                        "{0} may not accept open payments. A manager has to.",
                        who.staff().name()));
            case LoginResult.LoggedIn who ->
                commit(ready, wish, operator, who.staff().id());
        };
    }

    /** Checks all of it again where nothing can change any more, and closes. */
    private CloseResult commit(Checked.Ready seen, CloseWish wish, String operator, @Nullable String acceptedBy)
            throws StoreException {
        return store.write(tx -> switch (check(tx, wish, operator)) {
            case Checked.No(CloseResult no) -> no;
            case Checked.Ready now -> {
                boolean same = now.shift().id().equals(seen.shift().id())
                        && now.count().equals(seen.count());
                if (!same) {
                    yield new CloseResult.CountFirst(Sentence.of(
                            "shift.the-shift-changed-meanwhile-look-at",
                            "The shift changed meanwhile. Look at it again."));
                }
                // Who accepted these payments has not seen others.
                yield now.unknown().equals(seen.unknown())
                        ? new CloseResult.Closed(close(tx, now, wish, operator, acceptedBy))
                        : open(now.unknown());
            }
        });
    }

    private ZReport close(Tx tx, Checked.Ready ready, CloseWish wish, String operator, @Nullable String acceptedBy) {
        ShiftFigures figures = FiguresOf.running(tx, ready.shift());
        Shift closed = ready.shift().closed(tx.shifts().nextZ(), operator, clock.instant());
        String reason =
                wish.differenceReason() == null ? null : wish.differenceReason().strip();
        ZReport report = ZBook.keep(tx, till, closed, figures, reason, acceptedBy);
        tx.appendJournal(
                ZBook.CLOSED,
                operator,
                closed.id(),
                JournalText.of(
                                "shift",
                                closed.seq(),
                                "z",
                                report.number(),
                                "total",
                                figures.sales().total())
                        .with("counted", ready.count().counted().total())
                        .with("expected", ready.count().expected())
                        .with("difference", ready.count().difference())
                        .with("reason", reason)
                        .with("accepted_by", acceptedBy)
                        .with(
                                "unknown",
                                report.unknown().stream()
                                        .map(OpenItem::reference)
                                        .toList())
                        .with(ZBook.HASH, report.hash())
                        .json());
        tx.shifts().journalEndsHere();
        return report;
    }
}
