package io.keentill.sandbox.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * The sandbox's one SQLite file: one connection writes (WAL, every commit on disk before it is told), a few read beside
 * it without waiting.
 */
public final class Database implements AutoCloseable {
    private final Writer writer;
    private final Readers readers;
    private final Signals signals;

    private Database(Writer writer, Readers readers, Signals signals) {
        this.writer = writer;
        this.readers = readers;
        this.signals = signals;
    }

    /** Opens or makes the database in {@code file}. */
    public static Database open(Path file) {
        try {
            Session writing = Session.writing(file);
            Signals signals = new Signals();
            return new Database(new Writer(writing, signals), Readers.open(file), signals);
        } catch (SQLException failure) {
            throw new StorageException("cannot open the sandbox database " + file, failure);
        }
    }

    /**
     * Runs {@code work} so that all of it happens or, when it throws, nothing. It is on disk when this returns; it may
     * share its commit with others. What the work asked for after the commit runs then, on the calling thread.
     */
    public <T> T transaction(Function<Tx, T> work) {
        return writer.run(work);
    }

    /** Runs {@code work}, which changes nothing, on the state of one moment; never waits for a commit. */
    public <T> T read(Function<Tx, T> work) {
        return readers.run(work);
    }

    /**
     * From now on {@code listener} runs after each commit that sent {@code signal} (see {@link Tx#signal}), on the thread
     * that asked for the transaction; it returns at once.
     */
    public void listen(String signal, Runnable listener) {
        signals.listen(signal, listener);
    }

    /** Finishes what is being written and closes the file; later calls fail. */
    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
        } catch (SQLException failure) {
            throw new StorageException("cannot close the sandbox database", failure);
        }
    }
}
