package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The till's data folder: made for its owner alone, and locked against a second till. */
final class Folder implements AutoCloseable {

    /** The locked byte lies far behind the text, so that others can still read who holds the lock. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final String LOCK = "till.lock";

    /**
     * Asked before a lock is tried: where a process closes any channel on a file, POSIX drops all locks that the process has
     * on it, so that a second try here would give the first one's lock away. The file counts and not its name: a folder that
     * was removed and made anew is another one.
     */
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Object held;

    private Folder(FileChannel channel, Object held) {
        this.channel = channel;
        this.held = held;
    }

    static Path database(Path folder) {
        return folder.resolve("keentill.db");
    }

    /** Makes the folder if need be and takes its lock until {@link #close}. */
    static Folder lock(Path folder) throws StoreException {
        try {
            create(folder);
            Object file = lockFile(folder);
            if (!HELD.add(file)) {
                throw inUse(folder, ownProcess());
            }
            boolean locked = false;
            try {
                Folder lock = claim(folder, file);
                locked = true;
                return lock;
            } finally {
                if (!locked) {
                    HELD.remove(file);
                }
            }
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw unusable(folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        // Closed twice it must not give away what somebody else holds by now.
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                HELD.remove(held);
            }
        }
    }

    private static void create(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (!Files.isDirectory(whole)) {
            Path parent = whole.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(whole, owner(whole, "rwx------"));
        }
        Path database = database(whole);
        if (!Files.exists(database)) {
            createFile(database);
        }
    }

    /** An empty file for its owner alone. */
    static void createFile(Path file) throws IOException {
        Files.createFile(file, owner(file, "rw-------"));
    }

    /** A new name in a folder is on the disk only with it; where a folder cannot be opened (Windows) the system sees to it. */
    static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** SQLite gives its side files the permissions of the database, so setting that one is enough. */
    private static FileAttribute<?>[] owner(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** What the system knows the file by that is locked; where it has no such key (Windows), its whole name. */
    private static Object lockFile(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            try {
                Files.createFile(lock);
            } catch (FileAlreadyExistsException another) {
                // made by somebody else in the same moment, which is as good
            }
        }
        Object key = Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
        return key == null ? lock.toRealPath() : key;
    }

    private static Folder claim(Path folder, Object file) throws IOException, StoreException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw inUse(folder, holder(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(ownProcess().getBytes(StandardCharsets.US_ASCII)), 0);
            held = true;
            return new Folder(channel, file);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is the same answer as held by another.
            return null;
        }
    }

    private static String ownProcess() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    }

    private static StoreException inUse(Path folder, String holder) {
        return new StoreException(
                Kind.LOCKED,
                Sentence.of(
                        "store.a-till-is-already-running-with",
                        "A till is already running with the data in {0}{1}. Use that one, or close it"
                                + " first, or start this one with another data folder.",
                        folder,
                        holder.isEmpty()
                                ? Sentence.quoted("")
                                : Sentence.of("store.process", " (process {0})", holder)),
                null);
    }

    private static StoreException unusable(Path folder, Exception cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.a-file-is-in-the-way",
                            "A file is in the way of the till's data folder {0}. Move it.",
                            folder),
                    cause);
        }
        if (cause instanceof AccessDeniedException || isWriteProtected(folder, cause)) {
            return new StoreException(
                    Kind.READ_ONLY,
                    Sentence.of(
                            "store.the-till-may-not-write-to",
                            "The till may not write to its data folder {0}. Give the user running the till"
                                    + " the right to write there, or choose another folder.",
                            folder),
                    cause);
        }
        return new StoreException(
                Kind.BROKEN,
                Sentence.of(
                        "store.the-tills-data-folder-cannot-be",
                        "The till's data folder {0} cannot be used ({1}). Check its disk, or choose"
                                + " another folder.",
                        folder,
                        cause.getMessage()),
                cause);
    }

    /** The system reports a write-protected disk in words of its own language only, so the disk itself is asked. */
    private static boolean isWriteProtected(Path folder, Exception cause) {
        try {
            return cause instanceof ReadOnlyFileSystemException
                    || (Files.exists(folder) && Files.getFileStore(folder).isReadOnly());
        } catch (IOException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
