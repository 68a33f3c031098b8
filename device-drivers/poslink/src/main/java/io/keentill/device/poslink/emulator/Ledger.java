package io.keentill.device.poslink.emulator;

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
 * The host's own books, independent of what any till believes. Thread-safe. With a file, each change is appended to it as a
 * line of JSON and forced to disk; the last line of an entry counts.
 */
public final class Ledger {

    private final List<LedgerEntry> journal = new ArrayList<>();
    private final @Nullable Path file;
    private int batch = 1;

    Ledger(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            load(file);
        }
    }

    /** What the host approved, oldest first. */
    public synchronized List<LedgerEntry> entries() {
        return journal.stream()
                .filter(entry -> entry.state() != LedgerEntry.State.DECLINED)
                .toList();
    }

    /** What customers' cards were charged in all: sales and captures that count less refunds that count, cents. */
    public synchronized long cardMinor() {
        return total(journal);
    }

    /** The number of the open batch. */
    synchronized int batch() {
        return batch;
    }

    /** Books an approved transaction, and closes the one it belongs to. */
    synchronized LedgerEntry book(
            LedgerEntry.Type type,
            long amountMinor,
            String reference,
            Instant at,
            String lastFour,
            @Nullable LedgerEntry original,
            boolean offline) {
        int number = open().stream().mapToInt(LedgerEntry::number).max().orElse(0) + 1;
        LedgerEntry entry = new LedgerEntry(
                number,
                batch,
                type,
                amountMinor,
                reference,
                LedgerEntry.State.BOOKED,
                at,
                lastFour,
                original == null ? 0 : original.number(),
                offline,
                false);
        put(entry);
        if (original != null) {
            put(original.in(LedgerEntry.State.CLOSED));
        }
        return entry;
    }

    /** Transactions of the open batch, oldest first: all that the terminal can report. */
    synchronized List<LedgerEntry> open() {
        return journal.stream()
                .filter(entry -> !entry.settled() && entry.state() != LedgerEntry.State.DECLINED)
                .toList();
    }

    /** The newest transaction of the open batch with this reference. */
    synchronized Optional<LedgerEntry> withReference(String reference) {
        return open().reversed().stream()
                .filter(entry -> entry.reference().equals(reference))
                .findFirst();
    }

    /** The newest transaction of the open batch. */
    synchronized Optional<LedgerEntry> last() {
        List<LedgerEntry> open = open();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
    }

    /** Closes the batch; returns what was in it and counts. */
    synchronized List<LedgerEntry> settle() {
        List<LedgerEntry> closed =
                open().stream().filter(Ledger::countsMoney).toList();
        for (LedgerEntry entry : open()) {
            put(entry.settledNow());
        }
        batch++;
        return closed;
    }

    static long total(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(Ledger::countsMoney)
                .mapToLong(entry ->
                        entry.type() == LedgerEntry.Type.REFUND ? -entry.amountMinor() : entry.amountMinor())
                .sum();
    }

    private static boolean countsMoney(LedgerEntry entry) {
        return entry.state() == LedgerEntry.State.BOOKED
                && entry.type() != LedgerEntry.Type.VOID
                && entry.type() != LedgerEntry.Type.AUTH;
    }

    private void put(LedgerEntry entry) {
        remember(entry);
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

    private void remember(LedgerEntry entry) {
        for (int i = journal.size() - 1; i >= 0; i--) {
            LedgerEntry old = journal.get(i);
            if (old.number() == entry.number() && old.batch() == entry.batch()) {
                journal.set(i, entry);
                return;
            }
        }
        journal.add(entry);
    }

    private void load(Path from) {
        try {
            for (String line : Files.readAllLines(from)) {
                LedgerEntry entry = LedgerEntry.fromJson(line);
                remember(entry);
                batch = Math.max(batch, entry.settled() ? entry.batch() + 1 : entry.batch());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot read its ledger from " + from, e);
        }
    }
}
