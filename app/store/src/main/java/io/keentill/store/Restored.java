package io.keentill.store;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a restore.
 *
 * @param source where the data now in place comes from
 * @param data what was put in place
 * @param from the file it was made of
 * @param aside where the damaged files lie now; null if there were none
 * @param known entries of the journal after the end of {@code data} that could still be read from the damaged files, each
 *     proven by its hash, oldest first; empty after a salvage, which has them all
 * @param recordedEnd number of the last entry by the damaged files' own word, 0 if that cannot be read
 * @param rejected backups that are not good, and why
 */
public record Restored(
        Source source,
        BackupCheck.Good data,
        Path from,
        @Nullable Path aside,
        List<JournalEntry> known,
        long recordedEnd,
        List<BackupCheck.Bad> rejected) {

    /** Copies the lists. */
    public Restored {
        known = List.copyOf(known);
        rejected = List.copyOf(rejected);
    }

    /** Where restored data comes from. */
    public enum Source {
        /** The damaged data itself: every row could be read, and only what is made of them was damaged. */
        SALVAGED,
        /** A backup. */
        BACKUP
    }

    /** Number of the last entry that is known to have been lost from the tables, or of the last there is. */
    public long lastKnown() {
        return known.isEmpty() ? data.journal().seq() : known.getLast().seq();
    }

    /** Whether everything that happened after the backup is at least known from the journal. */
    public boolean isComplete() {
        return source == Source.SALVAGED || (recordedEnd > 0 && recordedEnd <= lastKnown());
    }
}
