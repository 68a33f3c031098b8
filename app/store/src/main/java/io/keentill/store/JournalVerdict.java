package io.keentill.store;

import io.keentill.domain.text.Sentence;

/** What {@link JournalVerifier} found. */
public sealed interface JournalVerdict {

    /**
     * Nothing is missing and nothing was changed. Somebody who rewrites the whole journal together with its head could
     * still get this; {@link JournalAnchor}s kept elsewhere are what they cannot rewrite.
     *
     * @param count how many entries
     * @param lastHash hash of the last one, 64 zeros for an empty journal
     */
    record Intact(long count, String lastHash) implements JournalVerdict {}

    /**
     * Somebody changed the journal behind the till's back.
     *
     * @param seq the first entry that is wrong
     * @param what for people: removed, edited or out of sequence
     */
    record Broken(long seq, Sentence what) implements JournalVerdict {}
}
