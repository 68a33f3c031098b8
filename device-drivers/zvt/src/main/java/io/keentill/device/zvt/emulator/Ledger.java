package io.keentill.device.zvt.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The acquirer's own books, independent of what any till believes. Thread-safe. With a file, each change is appended to it
 * as a line of JSON and forced to disk; the last line of an entry counts.
 */
public final class Ledger {

    private static final int LAST_TRACE = 999_999;
    private static final int LAST_RECEIPT = 9_999;

    private final List<LedgerEntry> journal = new ArrayList<>();
    private final int firstTrace;
    private final boolean dayStartsAnew;
    private final @Nullable Path file;
    private boolean freshDay;

    Ledger(int firstTrace, boolean dayStartsAnew, @Nullable Path file) {
        this.firstTrace = firstTrace;
        this.dayStartsAnew = dayStartsAnew;
        this.file = file;
        if (file != null && Files.exists(file)) {
            load(file);
        }
    }

    /** Payments that the host approved, oldest first. */
    public synchronized List<LedgerEntry> entries() {
        return journal.stream()
                .filter(entry -> entry.state() != LedgerEntry.State.DECLINED)
                .toList();
    }

    /** Everything the host decided, declined payments too, oldest first. */
    public synchronized List<LedgerEntry> journal() {
        return List.copyOf(journal);
    }

    /** What customers' cards were charged in all: booked sales and completions less booked refunds, minor units. */
    public synchronized long cardMinor() {
        return total(journal);
    }

    synchronized LedgerEntry add(
            LedgerEntry.Type type,
            long amountMinor,
            String currency,
            Instant at,
            String lastFour,
            int originalTrace,
            int code,
            long releasedMinor) {
        LedgerEntry last = journal.isEmpty() ? null : journal.getLast();
        int trace = last == null ? firstTrace : last.trace() % LAST_TRACE + 1;
        int receipt = last == null || freshDay ? 1 : last.receipt() % LAST_RECEIPT + 1;
        freshDay = false;
        LedgerEntry.State state = code == 0 ? LedgerEntry.State.BOOKED : LedgerEntry.State.DECLINED;
        LedgerEntry entry = new LedgerEntry(
                trace,
                receipt,
                type,
                amountMinor,
                currency,
                state,
                at,
                lastFour,
                originalTrace,
                code,
                releasedMinor,
                false);
        journal.add(entry);
        append(entry);
        if (code == 0 && type.refers()) {
            boolean undone = type == LedgerEntry.Type.REVERSAL;
            change(originalTrace, undone ? LedgerEntry.State.REVERSED : LedgerEntry.State.CLOSED);
        }
        return entry;
    }

    /** Undoes {@code entry}; what it undid, took or let go of counts again. */
    synchronized void reverse(LedgerEntry entry) {
        change(entry.trace(), LedgerEntry.State.REVERSED);
        if (entry.type().refers()) {
            change(entry.originalTrace(), LedgerEntry.State.BOOKED);
        }
    }

    /** Lessens {@code entry} to {@code minor} units; returns what is booked now. */
    synchronized LedgerEntry reduce(LedgerEntry entry, long minor) {
        LedgerEntry less = entry.reducedTo(minor);
        put(less);
        append(less);
        return less;
    }

    /** What is held and was neither taken nor let go of, oldest first. */
    synchronized List<LedgerEntry> holds() {
        return journal.stream().filter(Ledger::isHold).toList();
    }

    /** What counts of the day that is open. */
    synchronized List<LedgerEntry> day() {
        return journal.stream()
                .filter(entry -> !entry.settled() && movesMoney(entry))
                .toList();
    }

    /** Whether the open day has payments in another currency: totals are of one alone. */
    synchronized boolean isOtherCurrency(String currency) {
        return day().stream().anyMatch(entry -> !entry.currency().equals(currency));
    }

    synchronized Optional<LedgerEntry> open(int receipt) {
        return journal.reversed().stream()
                .filter(entry ->
                        entry.receipt() == receipt && !entry.settled() && entry.state() != LedgerEntry.State.DECLINED)
                .findFirst();
    }

    /** The last decision that is not forgotten; with {@code skipReversed} the last that was not undone. */
    synchronized Optional<LedgerEntry> last(boolean skipReversed) {
        return journal.reversed().stream()
                .filter(entry -> !dayStartsAnew || !entry.settled())
                .filter(entry -> !skipReversed || entry.state() != LedgerEntry.State.REVERSED)
                .findFirst();
    }

    /** Closes the day; returns what was in it and counts. */
    synchronized List<LedgerEntry> settle() {
        freshDay = dayStartsAnew;
        List<LedgerEntry> closed = new ArrayList<>();
        for (int i = 0; i < journal.size(); i++) {
            LedgerEntry entry = journal.get(i);
            // A hold outlives the day.
            if (!entry.settled() && !isHold(entry)) {
                journal.set(i, entry.closed());
                append(entry.closed());
                if (movesMoney(entry)) {
                    closed.add(entry);
                }
            }
        }
        return closed;
    }

    static long total(List<LedgerEntry> entries) {
        long total = 0;
        for (LedgerEntry entry : entries) {
            if (movesMoney(entry)) {
                total += entry.type() == LedgerEntry.Type.REFUND ? -entry.amountMinor() : entry.amountMinor();
            }
        }
        return total;
    }

    private static boolean movesMoney(LedgerEntry entry) {
        return entry.state() == LedgerEntry.State.BOOKED
                && switch (entry.type()) {
                    case SALE, REFUND, COMPLETION -> true;
                    case REVERSAL, PRE_AUTHORISATION, RELEASE -> false;
                };
    }

    private static boolean isHold(LedgerEntry entry) {
        return entry.type() == LedgerEntry.Type.PRE_AUTHORISATION && entry.state() == LedgerEntry.State.BOOKED;
    }

    private void change(int trace, LedgerEntry.State state) {
        for (int i = journal.size() - 1; i >= 0; i--) {
            if (journal.get(i).trace() == trace) {
                journal.set(i, journal.get(i).in(state));
                append(journal.get(i));
                return;
            }
        }
    }

    private void put(LedgerEntry entry) {
        for (int i = 0; i < journal.size(); i++) {
            LedgerEntry old = journal.get(i);
            if (old.trace() == entry.trace() && old.at().equals(entry.at())) {
                journal.set(i, entry);
                return;
            }
        }
        journal.add(entry);
    }

    private void append(LedgerEntry entry) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    entry.toJson() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot write its ledger to " + file, e);
        }
    }

    private void load(Path from) {
        try {
            for (String line : Files.readAllLines(from)) {
                LedgerEntry entry = LedgerEntry.fromJson(line);
                put(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot read its ledger from " + from, e);
        }
    }
}
