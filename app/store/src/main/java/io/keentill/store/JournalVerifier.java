package io.keentill.store;

import io.keentill.domain.text.Sentence;
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
                Sentence problem = chain.problem(entry);
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
        Sentence problem(JournalEntry entry) {
            long expected = end.seq() + 1;
            if (entry.seq() != expected) {
                return Sentence.of(
                        "journal.entry-was-removed",
                        "Entry {0} was removed: number {1} stands in its place.",
                        expected,
                        entry.seq());
            }
            if (!entry.previous().equals(end.hash())) {
                return Sentence.of(
                        "journal.entry-does-not-follow",
                        "Entry {0} does not follow the one before it: entries were reordered, replaced or added.",
                        expected);
            }
            if (!entry.hash().equals(JournalHash.of(entry))) {
                return Sentence.of("journal.entry-was-edited", "Entry {0} was edited.", expected);
            }
            JournalAnchor anchor = next;
            if (anchor != null
                    && anchor.head().seq() == expected
                    && !anchor.head().fits(expected, entry.hash())) {
                return Sentence.of(
                        "journal.entry-is-another-written-anew",
                        "Entry {0} is another one than {1} knows: the journal was written anew from there or before.",
                        expected,
                        anchor.where());
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
                        Sentence.of(
                                "journal.entry-is-another",
                                "Entry {0} is another one than {1} knows.",
                                anchor.head().seq(),
                                anchor.where()));
            }
            return new JournalVerdict.Broken(
                    end.seq() + 1,
                    Sentence.of(
                            "journal.the-end-was-cut-off",
                            "The end was cut off: {0} knows entry {1}, but the journal ends with entry {2}.",
                            anchor.where(),
                            anchor.head().seq(),
                            end.seq()));
        }

        private JournalVerdict compare(JournalHead recorded) {
            if (end.equals(recorded)) {
                return new JournalVerdict.Intact(end.seq(), end.hash());
            }
            if (end.seq() < recorded.seq()) {
                return new JournalVerdict.Broken(
                        end.seq() + 1,
                        Sentence.of(
                                "journal.the-end-is-missing",
                                "The end is missing: entries {0} to {1} were removed.",
                                end.seq() + 1,
                                recorded.seq()));
            }
            if (end.seq() > recorded.seq()) {
                return new JournalVerdict.Broken(
                        recorded.seq() + 1,
                        Sentence.of(
                                "journal.entries-were-added-from-outside",
                                "Entries from {0} on were added from outside.",
                                recorded.seq() + 1));
            }
            return new JournalVerdict.Broken(
                    end.seq(),
                    Sentence.of(
                            "journal.the-last-entry-was-replaced",
                            "Entry {0}, the last one, was replaced.",
                            end.seq()));
        }
    }
}
