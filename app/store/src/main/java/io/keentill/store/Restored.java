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
 * @param joined whether the damaged files have the very entry that {@code data} ends with; true after a salvage
 * @param known entries of the journal after the end of {@code data} that could still be read from the damaged files, each
 *     proven by its hash, oldest first; empty after a salvage, which has them all
 * @param recordedEnd number of the last entry by the damaged files' own word, 0 if that cannot be read
 * @param namedEnd the last entry that the name of any backup tells of, good or not
 * @param leftEnd the last entry that the name of a backup tells of which an earlier restore has left behind; 0 for none
 * @param rejected backups that are not good, and why
 */
public record Restored(
        Source source,
        BackupCheck.Good data,
        Path from,
        @Nullable Path aside,
        boolean joined,
        List<JournalEntry> known,
        long recordedEnd,
        long namedEnd,
        long leftEnd,
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

    /** The last entry of which the files leave no doubt that it was there; those left behind are not asked. */
    public long lostTo() {
        return Math.max(lastKnown(), Math.max(recordedEnd, namedEnd));
    }

    /** Whether everything that happened after the backup is at least known from the journal, by all that the files tell. */
    public boolean isComplete() {
        boolean ended = source == Source.SALVAGED || recordedEnd > 0;
        return joined && ended && lostTo() <= lastKnown();
    }
}
