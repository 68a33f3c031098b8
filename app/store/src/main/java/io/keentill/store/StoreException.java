package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import org.jspecify.annotations.Nullable;

/**
 * The till's data could not be opened, read or written. Its message is for people: what happened, and what to do. When a
 * write throws it, nothing of that write was kept.
 */
public final class StoreException extends Exception implements Spoken {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Sentence said;

    /** With words for people and, if there is one, the technical cause. */
    public StoreException(Kind kind, CharSequence message, @Nullable Throwable cause) {
        super(message.toString(), cause);
        this.kind = kind;
        this.said = Sentence.from(message);
    }

    @Override
    public Sentence said() {
        return said;
    }

    /** What sort of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** The sorts of trouble, each with its own remedy. */
    public enum Kind {
        /** Another till process uses the folder. */
        LOCKED,
        /** Folder or file may not be written, or this store was opened for reading alone. */
        READ_ONLY,
        /** No room left. */
        DISK_FULL,
        /** The file is damaged, or is no database. */
        CORRUPT,
        /** A newer version of the program wrote it. */
        TOO_NEW,
        /** Opened for reading alone, but an older version of the program wrote it and it has to be brought up first. */
        TOO_OLD,
        /** There is no till data in that folder; only when opening for reading alone. */
        MISSING,
        /** Any other trouble with disk or database. */
        BROKEN
    }
}
