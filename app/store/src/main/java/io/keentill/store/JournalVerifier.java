package io.keentill.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves that nothing was removed from the journal, edited in it, or put into another sequence. */
public final class JournalVerifier {

    private static final int BATCH = 1000;

    private JournalVerifier() {}

    /**
     * Reads the whole journal once and checks every hash and its recorded end.
     *
     * @throws StoreException if it cannot be read
     */
    public static JournalVerdict verify(TillStore store) throws StoreException {
        return store.read(view -> verify((StoreView) view));
    }

    private static JournalVerdict verify(StoreView view) {
        Head at = new Head(0, JournalHash.START);
        List<JournalEntry> batch = view.journal(Long.MIN_VALUE, BATCH);
        while (!batch.isEmpty()) {
            for (JournalEntry entry : batch) {
                String problem = problem(at, entry);
                if (problem != null) {
                    return new JournalVerdict.Broken(at.seq() + 1, problem);
                }
                at = new Head(entry.seq(), entry.hash());
            }
            batch = view.journal(at.seq(), BATCH);
        }
        return compare(at, view.journalHead());
    }

    private static @Nullable String problem(Head before, JournalEntry entry) {
        long expected = before.seq() + 1;
        if (entry.seq() != expected) {
            return "Entry " + expected + " was removed: number " + entry.seq() + " stands in its place.";
        }
        if (!entry.previous().equals(before.hash())) {
            return "Entry " + expected
                    + " does not follow the one before it: entries were reordered, replaced or added.";
        }
        if (!entry.hash().equals(JournalHash.of(entry))) {
            return "Entry " + expected + " was edited.";
        }
        return null;
    }

    private static JournalVerdict compare(Head end, Head recorded) {
        if (end.equals(recorded)) {
            return new JournalVerdict.Intact(end.seq(), end.hash());
        }
        if (end.seq() < recorded.seq()) {
            return new JournalVerdict.Broken(
                    end.seq() + 1,
                    "The end is missing: entries " + (end.seq() + 1) + " to " + recorded.seq() + " were removed.");
        }
        if (end.seq() > recorded.seq()) {
            return new JournalVerdict.Broken(
                    recorded.seq() + 1, "Entries from " + (recorded.seq() + 1) + " on were added from outside.");
        }
        return new JournalVerdict.Broken(end.seq(), "Entry " + end.seq() + ", the last one, was replaced.");
    }

    /**
     * Where the journal ends.
     *
     * @param seq number of the last entry, 0 if there is none
     * @param hash its hash
     */
    record Head(long seq, String hash) {}
}
