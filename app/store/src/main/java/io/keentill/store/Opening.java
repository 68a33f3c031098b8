package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** How a store is opened: lock, check, migrate, and only then hand out. */
final class Opening {

    private final Path folder;
    private final Path file;
    private final Migrations migrations;
    private final Failures failures;

    Opening(Path folder, Migrations migrations) {
        this.folder = folder;
        this.file = Folder.database(folder);
        this.migrations = migrations;
        this.failures = new Failures(folder);
    }

    TillStore forWriting(InstantSource clock) throws StoreException {
        return forWriting(clock, List.of(), WriteGuard.NONE);
    }

    TillStore forWriting(InstantSource clock, WriteGuard guard) throws StoreException {
        return forWriting(clock, List.of(), guard);
    }

    /** What a restore has put in place and nobody may sell on yet. */
    TillStore afterRestore(InstantSource clock) throws StoreException {
        return locked(clock, List.of(), WriteGuard.NONE);
    }

    /** @param pragmas further settings of the connection that writes */
    TillStore forWriting(InstantSource clock, List<String> pragmas) throws StoreException {
        return forWriting(clock, pragmas, WriteGuard.NONE);
    }

    private TillStore forWriting(InstantSource clock, List<String> pragmas, WriteGuard guard) throws StoreException {
        if (Restore.isUnfinished(folder)) {
            throw new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.a-restore-of-the-tills-data",
                            "A restore of the till's data in {0} was begun and not finished. Run: till" + " restore.",
                            folder),
                    null);
        }
        return locked(clock, pragmas, guard);
    }

    private TillStore locked(InstantSource clock, List<String> pragmas, WriteGuard guard) throws StoreException {
        Folder lock = Folder.lock(folder);
        boolean opened = false;
        try {
            requireWritable();
            prepare();
            TillStore store = new TillStore(failures, clock, new Readers(file), lock, new Writer(file, pragmas), guard);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                release(lock);
            }
        }
    }

    TillStore forReading() throws StoreException {
        if (!Files.exists(file)) {
            throw new StoreException(
                    Kind.MISSING,
                    Sentence.of(
                            "store.there-is-no-till-data-in",
                            "There is no till data in {0}. Check the name of the folder.",
                            folder),
                    null);
        }
        try (Connection connection = Sqlite.forReading(file)) {
            migrations.requireLatest(connection);
        } catch (SQLException e) {
            throw failures.reading(e);
        }
        return new TillStore(failures, InstantSource.system(), new Readers(file), null, null, WriteGuard.NONE);
    }

    private void prepare() throws StoreException {
        try (Connection connection = Sqlite.forWriting(file)) {
            if (!Sqlite.isSound(connection)) {
                throw new StoreException(Kind.CORRUPT, failures.corrupt(), null);
            }
            migrations.apply(connection);
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    /** Asked beforehand, because SQLite opens a write-protected file without a word and fails at the first sale. */
    private void requireWritable() throws StoreException {
        if (!Files.isWritable(file)) {
            throw new StoreException(
                    Kind.READ_ONLY,
                    Sentence.of(
                            "store.the-till-may-not-write-to-give",
                            "The till may not write to {0}. Give its user the right to.",
                            file),
                    null);
        }
    }

    private static void release(Folder lock) throws StoreException {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.the-tills-data-folder-could-not", "The till's data folder could not be released."),
                    e);
        }
    }
}
