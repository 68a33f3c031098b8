package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Everything the till keeps, in one SQLite file. What {@link #write} has returned from survives a crash of the program
 * and a cut of the power. Safe for any number of threads: one writes at a time, readers never wait for the writer.
 */
public final class TillStore implements AutoCloseable {

    private final Failures failures;
    private final InstantSource clock;
    private final Readers readers;
    private final @Nullable Folder folder;
    private final @Nullable Writer writer;
    private final WriteGuard guard;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable StoreException trouble;
    /** What nothing but a restore mends; no write that happens to work takes it back. */
    private volatile @Nullable StoreException damage;

    TillStore(
            Failures failures,
            InstantSource clock,
            Readers readers,
            @Nullable Folder folder,
            @Nullable Writer writer,
            WriteGuard guard) {
        this.failures = failures;
        this.clock = clock;
        this.readers = readers;
        this.folder = folder;
        this.writer = writer;
        this.guard = guard;
    }

    /**
     * Opens the data in {@code dataFolder}, which is made if need be, for one till process at a time.
     *
     * @param clock dates the journal
     * @throws StoreException of any kind but TOO_OLD and MISSING; nothing stays open then
     */
    public static TillStore open(Path dataFolder, InstantSource clock) throws StoreException {
        return open(dataFolder, clock, WriteGuard.NONE);
    }

    /** The same with somebody who stands around each write. */
    public static TillStore open(Path dataFolder, InstantSource clock, WriteGuard guard) throws StoreException {
        return new Opening(dataFolder, Migrations.ALL).forWriting(clock, guard);
    }

    /**
     * Opens the data for reading alone, also beside a running till.
     *
     * @throws StoreException MISSING if there is none, TOO_OLD if the till was not started since the program was renewed
     */
    public static TillStore openReadOnly(Path dataFolder) throws StoreException {
        return new Opening(dataFolder, Migrations.ALL).forReading();
    }

    /**
     * Runs {@code work} in one transaction. On return it is on the disk; on any exception, which is passed on, nothing
     * of it was kept.
     *
     * @throws StoreException if the data could not be written: disk full, read-only, damaged
     * @throws IllegalStateException inside of another write, or after {@link #close}: a bug
     */
    public <T extends @Nullable Object> T write(Work<T> work) throws StoreException {
        requireNoWrite();
        Writer one = writer;
        if (one == null) {
            throw new StoreException(
                    Kind.READ_ONLY,
                    Sentence.of("store.the-tills-data-was-opened-for", "The till's data was opened for reading alone."),
                    null);
        }
        writing.lock();
        try {
            Session session = one.session();
            T result = one.inTransaction(session, () -> guard.around(new StoreTx(session, clock), work));
            commits.incrementAndGet();
            trouble = null;
            guard.committed();
            return result;
        } catch (SqlFailure e) {
            throw troubled(failures.of(e.sql()));
        } catch (SQLException e) {
            throw troubled(failures.of(e));
        } finally {
            writing.unlock();
        }
    }

    /**
     * Runs {@code work} on one unchanging state of the data, without what a write under way has not committed.
     *
     * @throws StoreException if the data could not be read
     * @throws IllegalStateException inside of a write, whose own view is the right one, or after {@link #close}: a bug
     */
    public <T extends @Nullable Object> T read(Read<T> work) throws StoreException {
        requireNoWrite();
        try {
            Session session = readers.take();
            boolean healthy = false;
            try {
                session.beginReading();
                T result = work.run(new StoreView(session));
                session.commit();
                healthy = true;
                return result;
            } finally {
                readers.giveBack(session, healthy);
            }
        } catch (SqlFailure e) {
            throw damaged(failures.of(e.sql()));
        } catch (SQLException e) {
            throw damaged(failures.of(e));
        }
    }

    /**
     * That something written or read was damaged, which stays; else why the last write failed, until one succeeds again.
     * For people.
     */
    public Optional<StoreException> trouble() {
        return Optional.ofNullable(damage).or(() -> Optional.ofNullable(trouble));
    }

    private StoreException troubled(StoreException failure) {
        trouble = failure;
        return damaged(failure);
    }

    /** Other trouble with reading passes; damage does not. */
    private StoreException damaged(StoreException failure) {
        if (failure.kind() == Kind.CORRUPT) {
            damage = failure;
        }
        return failure;
    }

    /** The database itself. */
    Path file() {
        return readers.file();
    }

    /** The time of this store's clock. */
    Instant now() {
        return clock.instant();
    }

    /** Writes all that is committed now into a new file, beside readers and the writer. Not forced to the disk. */
    void copyInto(Path copy) throws StoreException {
        requireNoWrite();
        try (Connection connection = Sqlite.forReading(file());
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw failures.copying(copy, e);
        }
    }

    /** How many writes were committed since this store was opened. */
    public long commits() {
        return commits.get();
    }

    /** Waits for a write under way, then closes the file and gives the folder free. Closing twice does nothing. */
    @Override
    public void close() throws StoreException {
        requireNoWrite();
        writing.lock();
        try {
            closeFiles();
        } catch (SqlFailure e) {
            throw failures.of(e.sql());
        } catch (IOException e) {
            throw new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.the-tills-data-folder-could-not", "The till's data folder could not be released."),
                    e);
        } finally {
            writing.unlock();
        }
    }

    /** The folder is given free last, and whatever happens before. */
    private void closeFiles() throws IOException {
        try {
            readers.close();
            if (writer != null) {
                writer.close();
            }
        } finally {
            if (folder != null) {
                folder.close();
            }
        }
    }

    private void requireNoWrite() {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("The store was called from inside of a write; use the transaction instead");
        }
    }

    /** What a write does. It may run for as long as all other writers can wait, so it does no I/O of its own. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** Does it; the transaction is not to be used after returning. */
        T run(Tx tx);
    }

    /** What a read does. */
    @FunctionalInterface
    public interface Read<T extends @Nullable Object> {
        /** Does it; the view is not to be used after returning. */
        T run(View view);
    }
}
