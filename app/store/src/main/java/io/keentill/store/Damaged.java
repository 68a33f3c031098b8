package io.keentill.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database that is not whole, and what can still be had from it. It is only ever read. */
final class Damaged {

    /** Where there is none, not even a damaged one. */
    static final Damaged NOTHING = new Damaged(null);

    private final @Nullable Path file;

    Damaged(@Nullable Path file) {
        this.file = file;
    }

    /**
     * What it tells of the time after a backup.
     *
     * @param joined whether it has the very entry that the backup ends with: only then the rest is the backup's own
     * @param entries what follows that entry
     */
    record Rest(boolean joined, List<JournalEntry> entries) {

        /** Nothing comes after, and that is certain. */
        static final Rest NONE = new Rest(true, List.of());
    }

    Path file() {
        return Objects.requireNonNull(file);
    }

    boolean exists() {
        return file != null && Files.isRegularFile(file) && file.toFile().length() > 0;
    }

    /**
     * Copies all of its rows into an empty file and makes every index anew; says why where that is not possible. Whether
     * the copy is good is for its caller to check.
     */
    Optional<String> copyInto(Path copy) {
        try {
            RowCopy.copy(file(), copy);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The journal's entries after {@code known}, as far as they can be read and each follows the one before: what is in
     * this list happened, whatever else is damaged.
     */
    Rest after(JournalHead known) {
        List<JournalEntry> entries = new ArrayList<>();
        boolean joined = false;
        if (!exists()) {
            return new Rest(false, entries);
        }
        try (Session session = new Session(Sqlite.forReading(file()))) {
            session.beginReading();
            JournalTable journal = new JournalTable(session);
            JournalHead end = whole(journal, known);
            joined = end != null;
            while (end != null) {
                List<JournalEntry> next = journal.after(end.seq(), 1);
                end = next.isEmpty() || !follows(end, next.getFirst()) ? null : head(next.getFirst());
                if (end != null) {
                    entries.add(next.getFirst());
                }
            }
        } catch (SQLException | SqlFailure | IllegalArgumentException e) {
            // Here its readable part ends.
            return new Rest(joined, entries);
        }
        return new Rest(joined, entries);
    }

    /** Where its journal ended by its own word, if that can be read. */
    Optional<JournalHead> head() {
        try (Session session = new Session(Sqlite.forReading(file()))) {
            session.beginReading();
            return Optional.of(new JournalTable(session).head());
        } catch (SQLException | SqlFailure e) {
            return Optional.empty();
        }
    }

    /** The entry that the backup ends with has to be here too, or this is another till's data. */
    private static @Nullable JournalHead whole(JournalTable journal, JournalHead known) {
        if (known.seq() == 0) {
            return JournalHead.START;
        }
        List<JournalEntry> last = journal.after(known.seq() - 1, 1);
        boolean same = !last.isEmpty()
                && known.fits(last.getFirst().seq(), last.getFirst().hash());
        return same ? head(last.getFirst()) : null;
    }

    private static boolean follows(JournalHead end, JournalEntry next) {
        return next.seq() == end.seq() + 1
                && next.previous().equals(end.hash())
                && next.hash().equals(JournalHash.of(next));
    }

    private static JournalHead head(JournalEntry entry) {
        return new JournalHead(entry.seq(), entry.hash());
    }
}
