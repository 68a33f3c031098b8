package io.keentill.store;

import java.util.Comparator;
import java.util.Iterator;
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
        return verify(store, List.of());
    }

    /**
     * The same, and that the journal still contains every end it once had: the one proof against somebody who cuts its end
     * off together with what the data itself says about that end.
     *
     * @param anchors ends written down elsewhere, in any sequence
     * @throws StoreException if it cannot be read
     */
    public static JournalVerdict verify(TillStore store, List<JournalAnchor> anchors) throws StoreException {
        return store.read(view -> verify(view, anchors));
    }

    static JournalVerdict verify(View view, List<JournalAnchor> anchors) {
        List<JournalAnchor> sorted = anchors.stream()
                .filter(anchor -> anchor.head().seq() > 0)
                .sorted(Comparator.comparingLong(anchor -> anchor.head().seq()))
                .toList();
        Chain chain = new Chain(sorted.iterator());
        List<JournalEntry> batch = view.journal(Long.MIN_VALUE, BATCH);
        while (!batch.isEmpty()) {
            for (JournalEntry entry : batch) {
                String problem = chain.problem(entry);
                if (problem != null) {
                    return new JournalVerdict.Broken(chain.end.seq() + 1, problem);
                }
                chain.add(entry);
            }
            batch = view.journal(chain.end.seq(), BATCH);
        }
        return chain.finish(view.journalHead());
    }

    /** The journal as far as it was read. */
    private static final class Chain {

        private final Iterator<JournalAnchor> anchors;
        private @Nullable JournalAnchor next;
        private JournalHead end = JournalHead.START;

        Chain(Iterator<JournalAnchor> anchors) {
            this.anchors = anchors;
            this.next = anchors.hasNext() ? anchors.next() : null;
        }

        @Nullable
        String problem(JournalEntry entry) {
            long expected = end.seq() + 1;
            if (entry.seq() != expected) {
                return "Entry " + expected + " was removed: number " + entry.seq() + " stands in its place.";
            }
            if (!entry.previous().equals(end.hash())) {
                return "Entry " + expected
                        + " does not follow the one before it: entries were reordered, replaced or added.";
            }
            if (!entry.hash().equals(JournalHash.of(entry))) {
                return "Entry " + expected + " was edited.";
            }
            JournalAnchor anchor = next;
            if (anchor != null
                    && anchor.head().seq() == expected
                    && !anchor.head().fits(expected, entry.hash())) {
                return "Entry " + expected + " is another one than " + anchor.where()
                        + " knows: the journal was written anew from there or before.";
            }
            return null;
        }

        void add(JournalEntry entry) {
            end = new JournalHead(entry.seq(), entry.hash());
            while (next != null
                    && next.head().seq() == entry.seq()
                    && next.head().fits(entry.seq(), entry.hash())) {
                next = anchors.hasNext() ? anchors.next() : null;
            }
        }

        JournalVerdict finish(JournalHead recorded) {
            JournalVerdict verdict = compare(recorded);
            JournalAnchor anchor = next;
            if (anchor == null || verdict instanceof JournalVerdict.Broken) {
                return verdict;
            }
            if (anchor.head().seq() <= end.seq()) {
                // Two anchors for one entry that do not agree: the one that fitted was passed, this one did not.
                return new JournalVerdict.Broken(
                        anchor.head().seq(),
                        "Entry " + anchor.head().seq() + " is another one than " + anchor.where() + " knows.");
            }
            return new JournalVerdict.Broken(
                    end.seq() + 1,
                    "The end was cut off: " + anchor.where() + " knows entry "
                            + anchor.head().seq() + ", but the journal ends with entry " + end.seq() + ".");
        }

        private JournalVerdict compare(JournalHead recorded) {
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
    }
}
