package io.keentill.store;

import io.keentill.domain.order.OrderState;
import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Backups in one folder: each is written beside its place, checked whole, forced to the disk and only then given its name,
 * so that whatever has a backup's name was good when it got it. A backup is taken from a reader's snapshot (SQLite's
 * {@code VACUUM INTO}); no sale waits for it.
 */
public final class Backups {

    /** Of the latest ones each is kept; of those before, the last of each day. */
    private static final int LATEST = 8;

    private static final int DAYS = 30;

    /** A copy may need as much room as the data and its log; with less than this times that it is not begun. */
    private static final int ROOM = 2;

    private final Path folder;

    /** Backups in {@code folder}, which is made with the first one; best on another disk than the till's data. */
    public Backups(Path folder) {
        this.folder = folder;
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** Those that are there, the one with the longest journal first. Each was good once; {@link #check} says if it still is. */
    public List<Backup> list() throws StoreException {
        List<Backup> found = named(Backup::named);
        found.sort(Comparator.<Backup>comparingLong(b -> b.journal().seq())
                .thenComparing(Backup::taken)
                .reversed());
        return found;
    }

    private List<Backup> named(Function<Path, Optional<Backup>> name) throws StoreException {
        List<Backup> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.db")) {
            files.forEach(file -> name.apply(file).ifPresent(found::add));
        } catch (IOException e) {
            throw unusable(e);
        }
        return found;
    }

    /** The furthest that a journal went by the names of all backups beside these, good or not; 0 for none. */
    static long furthest(List<Path> backups) throws StoreException {
        return furthest(backups, Backup::named);
    }

    /** The same by the names of those that a restore has left behind. */
    static long furthestLeftBehind(List<Path> backups) throws StoreException {
        return furthest(backups, Backup::namedLeftBehind);
    }

    private static long furthest(List<Path> backups, Function<Path, Optional<Backup>> name) throws StoreException {
        Set<Path> folders = new HashSet<>();
        backups.forEach(file -> folders.add(file.toAbsolutePath().getParent()));
        long furthest = 0;
        for (Path one : folders) {
            for (Backup backup : new Backups(one).named(name)) {
                furthest = Math.max(furthest, backup.journal().seq());
            }
        }
        return furthest;
    }

    /**
     * Sets those aside whose journal went further than {@code seq}: the data now in place come from before them, and go on
     * under the same numbers. They are kept under another name and still tell how far the journal once went, but are no
     * longer taken for the latest.
     *
     * @throws StoreException BROKEN if one of them cannot be renamed
     */
    public void leaveBehind(long seq) throws StoreException {
        for (Backup backup : list()) {
            if (backup.journal().seq() > seq) {
                try {
                    Files.move(backup.file(), backup.leftBehind(), StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    throw unusable(e);
                }
            }
        }
    }

    /**
     * Takes one and lets go of those that are no longer needed. Takes as long as copying the data takes, beside running
     * sales. Data whose journal does not prove itself are backed up too, but then no earlier backup is let go of.
     *
     * @throws StoreException DISK_FULL, READ_ONLY or BROKEN if it could not be written, CORRUPT if what was written is not
     *     whole, which means that the data itself is not; no earlier backup is touched then
     */
    public Backup take(TillStore store) throws StoreException {
        Path part = folder.resolve("part-" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId());
        try {
            Files.createDirectories(folder);
            clear();
            requireRoom(store.file());
            Files.deleteIfExists(part);
            Folder.createFile(part);
            return take(store, part);
        } catch (IOException e) {
            throw without(part, unusable(e));
        } catch (StoreException e) {
            throw without(part, e);
        }
    }

    private Backup take(TillStore store, Path part) throws IOException, StoreException {
        store.copyInto(part);
        BackupCheck check = check(part);
        if (!(check instanceof BackupCheck.Good good)) {
            throw new StoreException(
                    Kind.CORRUPT,
                    Sentence.of(
                            "store.the-tills-data-cannot-be-backed",
                            "The till's data cannot be backed up, since it is not whole: {0}. Earlier"
                                    + " backups are kept.",
                            ((BackupCheck.Bad) check).why()),
                    null);
        }
        force(part);
        Path whole = folder.resolve(Backup.name(good.journal(), store.now()));
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        Folder.force(folder);
        if (good.isProven()) {
            rotate(whole);
        }
        return Backup.named(whole).orElseThrow();
    }

    /** The failure to tell, with what was begun taken away. */
    private static StoreException without(Path part, StoreException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
        return failure;
    }

    /** Whether this file, a backup or a till's whole data that nobody uses, can be relied on. Changes nothing. */
    public static BackupCheck check(Path file) {
        if (!Files.isRegularFile(file)) {
            return new BackupCheck.Bad(file, Sentence.of("store.there-is-no-such-file", "There is no such file"));
        }
        try (Session session = new Session(Sqlite.forReading(file))) {
            return check(file, session);
        } catch (SQLException e) {
            return new BackupCheck.Bad(file, Sentence.quoted(String.valueOf(e.getMessage())));
        } catch (SqlFailure e) {
            return new BackupCheck.Bad(
                    file, Sentence.quoted(String.valueOf(e.sql().getMessage())));
        }
    }

    private static BackupCheck check(Path file, Session session) throws SQLException {
        session.beginReading();
        List<String> faults = session.list("PRAGMA integrity_check(3)", row -> row.text("integrity_check"));
        if (!faults.equals(List.of("ok"))) {
            return new BackupCheck.Bad(file, Sentence.quoted(String.join("; ", faults)));
        }
        if (!session.list("PRAGMA foreign_key_check", row -> row.text("table")).isEmpty()) {
            return new BackupCheck.Bad(
                    file,
                    Sentence.of("store.a-row-refers-to-one-that-is-not", "A row refers to one that is not there"));
        }
        StoreView view = new StoreView(session);
        JournalVerdict verdict = JournalVerifier.verify(view, List.of());
        JournalHead head = view.journalHead();
        long receipts = session.number("SELECT value AS n FROM counters WHERE name = 'receipt'");
        long sales = view.countOrders(OrderState.PAID);
        session.commit();
        return switch (verdict) {
            case JournalVerdict.Broken broken -> new BackupCheck.Good(file, head, receipts, sales, broken.what());
            case JournalVerdict.Intact intact ->
                new BackupCheck.Good(file, new JournalHead(intact.count(), intact.lastHash()), receipts, sales, null);
        };
    }

    /** Takes away what processes left behind that died in the middle of a backup. */
    private void clear() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "part-*")) {
            for (Path left : parts) {
                String[] words = String.valueOf(left.getFileName()).split("-");
                boolean alive = words.length > 1
                        && words[1].matches("\\d{1,10}")
                        && ProcessHandle.of(Long.parseLong(words[1])).isPresent();
                if (!alive) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }

    private void requireRoom(Path data) throws IOException, StoreException {
        long room = Files.getFileStore(folder).getUsableSpace();
        long needed = ROOM * Files.size(data);
        if (room < needed) {
            throw new StoreException(
                    Kind.DISK_FULL,
                    Sentence.of(
                            "store.there-is-no-room-for-a",
                            "There is no room for a backup in {0}: it needs {1} bytes, {2} are free. Free"
                                    + " some space, or choose another folder.",
                            folder,
                            needed,
                            room),
                    null);
        }
    }

    /** Never lets go of what was just taken, wherever others stand that claim more. */
    private void rotate(Path taken) throws StoreException {
        List<Backup> all = list();
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            LocalDate day = all.get(i).taken().atZone(ZoneOffset.UTC).toLocalDate();
            boolean last = days.add(day);
            boolean kept = i < LATEST || (last && days.size() <= DAYS);
            if (!kept && !all.get(i).file().equals(taken)) {
                drop(all.get(i).file());
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void drop(Path file) throws StoreException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.the-file-could-not-be-removed",
                            "The file {0} could not be removed: {1}",
                            file,
                            e.getMessage()),
                    e);
        }
    }

    private StoreException unusable(IOException e) {
        return new StoreException(
                Kind.BROKEN,
                Sentence.of(
                        "store.the-backup-folder-cannot-be-used",
                        "The backup folder {0} cannot be used ({1}). Check its disk, or choose another" + " folder.",
                        folder,
                        e.getMessage()),
                e);
    }
}
