package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns SQLite's result codes (sqlite.org/rescode.html) into sorts of trouble with words for people. */
final class Failures {

    /** The low byte of an extended result code is its primary code. */
    private static final int PRIMARY = 0xff;

    /** Less than the log's index needs to begin with. */
    private static final long LITTLE_SPACE = 128 * 1024L;

    private final Path folder;

    Failures(Path folder) {
        this.folder = folder;
    }

    /** The exception to throw; an {@link IllegalStateException} at once if the database caught a bug of ours. */
    StoreException of(SQLException failure) {
        SQLiteErrorCode code = failure instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code.code & PRIMARY) {
            case 13 -> failed(Kind.DISK_FULL, diskFull(), failure);
            case 3, 8, 14 -> failed(Kind.READ_ONLY, readOnly(), failure);
            case 11, 26 -> failed(Kind.CORRUPT, corrupt(), failure);
            case 5, 6 -> failed(Kind.LOCKED, busy(), failure);
            case 19 -> throw new IllegalStateException("Refused by a rule of the database: " + failure, failure);
            // The log's index cannot grow on a full disk; SQLite then speaks of an I/O error.
            case 10 ->
                isFull() ? failed(Kind.DISK_FULL, diskFull(), failure) : failed(Kind.BROKEN, broken(failure), failure);
            default -> failed(Kind.BROKEN, broken(failure), failure);
        };
    }

    /** For a folder that is only read. */
    StoreException reading(SQLException failure) {
        StoreException usual = of(failure);
        return usual.kind() == Kind.READ_ONLY
                ? failed(
                        Kind.READ_ONLY,
                        Sentence.of(
                                "store.the-tills-data-in-cannot-be",
                                "The till's data in {0} cannot be read where nothing may be written: the"
                                        + " database keeps the index of its log beside it. Make the disk writable, or copy"
                                        + " the folder.",
                                folder),
                        failure)
                : usual;
    }

    /** For a copy written elsewhere: a full or protected disk is that one's, damage is the till's own. */
    StoreException copying(Path copy, SQLException failure) {
        StoreException usual = of(failure);
        return switch (usual.kind()) {
            case DISK_FULL, READ_ONLY ->
                failed(
                        usual.kind(),
                        Sentence.of(
                                "store.the-backup-could-not-be-written",
                                "The backup could not be written to {0}: its disk is {1}. Selling goes on;"
                                        + " earlier backups are kept.",
                                copy.getParent(),
                                usual.kind() == Kind.DISK_FULL
                                        ? Sentence.of("store.full", "full")
                                        : Sentence.of("store.write-protected", "write-protected")),
                        failure);
            case LOCKED, CORRUPT, TOO_NEW, TOO_OLD, MISSING, BROKEN -> usual;
        };
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < LITTLE_SPACE;
        } catch (IOException e) {
            return false; // the disk itself is in trouble: BROKEN says so
        }
    }

    private static StoreException failed(Kind kind, Sentence message, SQLException cause) {
        return new StoreException(kind, message, cause);
    }

    private Sentence diskFull() {
        return Sentence.of(
                "store.the-disk-with-the-tills-data",
                "The disk with the till's data is full, so nothing was saved. Free some space on"
                        + " the disk of {0} and try again.",
                folder);
    }

    private Sentence readOnly() {
        return Sentence.of(
                "store.the-tills-data-cannot-be-written",
                "The till's data cannot be written, so nothing was saved. Check that the user"
                        + " running the till may write to {0} and that its disk is not write-protected.",
                folder);
    }

    Sentence corrupt() {
        return Sentence.of(
                "store.the-tills-data-in-is-damaged",
                "The till's data in {0} is damaged. Do not delete or move anything in it. Close"
                        + " the till and run: till restore. It keeps what is damaged, saves what can be"
                        + " saved, and takes the latest good backup for the rest.",
                folder);
    }

    private Sentence busy() {
        return Sentence.of(
                "store.another-program-is-using-the-tills",
                "Another program is using the till's data in {0} and does not let go of it."
                        + " Close it and try again; what was not confirmed is not saved.",
                folder);
    }

    private Sentence broken(SQLException failure) {
        return Sentence.of(
                "store.the-tills-data-in-could-not",
                "The till's data in {0} could not be read or written. Check that the disk is"
                        + " connected and healthy, then try again; what was not confirmed is not saved." + " ({1})",
                folder,
                failure.getMessage());
    }
}
