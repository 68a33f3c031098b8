package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The append-only record behind everything, to read. */
public interface JournalDesk {

    /**
     * Entries before {@code beforeSeq}, the newest first.
     *
     * @param beforeSeq {@link Long#MAX_VALUE} for the newest
     * @param text only those of which type, actor's name, subject or detail contains it, ignoring case; blank for all
     */
    List<Entry> page(long beforeSeq, String text, int limit);

    /** Reads the whole journal and checks its chain. Blocks for about a second for each hundred thousand entries. */
    Verdict verify();

    /**
     * Writes the whole journal out as CSV (RFC 4180) with every field that its hashes are made of, so that the chain can be
     * checked without this till. The file is there whole or not at all; its name tells the last entry in it. Blocks for
     * about a second for each hundred thousand entries.
     *
     * @param folder where to; made if it is not there
     */
    Export export(Path folder);

    /** How writing the journal out went. */
    sealed interface Export {

        /** It is here, with so many entries. */
        record Written(Path file, long entries) implements Export {}

        /** Not written; the message says why and what to do. */
        record NotWritten(Sentence message) implements Export {}
    }

    /**
     * One entry.
     *
     * @param seq from 1, without gaps
     * @param actor name of who did it; an id or {@code setup} where it has none
     * @param subject what it was about: an id
     * @param detail JSON
     */
    record Entry(long seq, Instant at, String type, String actor, String subject, String detail) {}

    /** What checking found. */
    sealed interface Verdict {

        /** Nothing is missing and nothing was changed. */
        record Intact(long entries, String head) implements Verdict {}

        /** Somebody changed it: {@code seq} is the first entry that is wrong. */
        record Broken(long seq, Sentence what) implements Verdict {}

        /** It could not be read; the message says why. */
        record Unread(Sentence message) implements Verdict {}
    }
}
