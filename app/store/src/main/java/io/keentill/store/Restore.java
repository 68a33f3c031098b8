package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts good data back in place of damaged data. What is damaged is copied aside first and never thrown away; what is put in
 * place was checked whole before, and gets there in one step, so that a restore that is interrupted can be run again.
 */
public final class Restore {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final List<String> FILES = List.of("keentill.db", "keentill.db-wal");

    /**
     * While this lies in the folder no till is started there. It names the folder of what was put aside, or says that there
     * was nothing to put aside; with neither in it nothing was replaced yet.
     */
    private static final String MARKER = "restore.begun";

    private static final String NOTHING_ASIDE = "none";

    private final Path folder;
    private final InstantSource clock;
    private final List<BackupCheck.Bad> rejected = new ArrayList<>();

    private Restore(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** How a restore went. */
    public sealed interface Result {
        /** Good data is in place. */
        record Done(Restored restored) implements Result {}

        /** Nothing was changed; the message says why and what to do. */
        record NotDone(Sentence message) implements Result {}
    }

    /**
     * Restores the data in {@code folder} from itself if every row of it can be read, else from the first good one of
     * {@code backups}.
     *
     * @param backups the best first
     * @throws StoreException LOCKED while a till runs there; DISK_FULL, READ_ONLY or BROKEN if it cannot be written
     */
    public static Result run(Path folder, List<Path> backups, InstantSource clock) throws StoreException {
        Folder lock = Folder.lock(folder);
        try {
            try {
                return new Restore(folder, clock).run(backups);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.the-data-could-not-be-restored",
                            "The data in {0} could not be restored: {1}. Nothing damaged was thrown away; run it again.",
                            folder,
                            e.getMessage()),
                    e);
        }
    }

    /**
     * Opens what was put in place, for the books to be brought in order; no till may be started there before
     * {@link #finish}.
     */
    public static TillStore open(Path folder, InstantSource clock) throws StoreException {
        return new Opening(folder, Migrations.ALL).afterRestore(clock);
    }

    /** The books are in order: from now on tills may be started there again. */
    public static void finish(Path folder) throws StoreException {
        try {
            Files.deleteIfExists(folder.resolve(MARKER));
        } catch (IOException e) {
            throw new StoreException(
                    Kind.BROKEN,
                    Sentence.of(
                            "store.the-restore-could-not-be-finished",
                            "The restore could not be finished: {0}",
                            e.getMessage()),
                    e);
        }
    }

    /** Whether a restore was begun in this folder and not finished. */
    static boolean isUnfinished(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    private Result run(List<Path> backups) throws IOException, StoreException {
        Path part = folder.resolve("restore.part");
        Files.deleteIfExists(part);
        Damaged damaged = damaged();
        // What proves itself goes first; what loses nothing goes before what loses hours.
        for (boolean proven : List.of(true, false)) {
            Optional<BackupCheck.Good> saved = damaged.exists() ? salvage(damaged, part, proven) : Optional.empty();
            if (saved.isPresent() && !goesOn(saved.get().journal(), backups, proven)) {
                return done(part, Restored.Source.SALVAGED, damaged.file(), damaged, backups);
            }
            Files.deleteIfExists(part);
            Optional<Path> backup = firstGood(backups, part, proven);
            if (backup.isPresent()) {
                return done(part, Restored.Source.BACKUP, backup.get(), damaged, backups);
            }
        }
        return new Result.NotDone(hopeless());
    }

    private Result done(Path part, Restored.Source source, Path from, Damaged damaged, List<Path> backups)
            throws IOException, StoreException {
        BackupCheck.Good good = (BackupCheck.Good) Backups.check(part);
        boolean salvaged = source == Restored.Source.SALVAGED;
        Damaged.Rest rest = salvaged ? Damaged.Rest.NONE : damaged.after(good.journal());
        long recorded = damaged.exists() ? damaged.head().map(JournalHead::seq).orElse(0L) : 0;
        return new Result.Done(new Restored(
                source,
                good,
                from,
                putInPlace(part),
                rest.joined(),
                rest.entries(),
                recorded,
                Backups.furthest(backups),
                Backups.furthestLeftBehind(backups),
                rejected));
    }

    /** What is in place; or, after a restore that was cut short, what it had put aside by then. */
    private Damaged damaged() throws IOException {
        String begun = begun();
        // With nothing put aside, what lies in place now is what that restore has put there.
        return begun.equals(NOTHING_ASIDE)
                ? Damaged.NOTHING
                : new Damaged(Folder.database(begun.isEmpty() ? folder : folder.resolve(begun)));
    }

    /** What an unfinished restore has noted; empty if it had replaced nothing yet, or there is no such restore. */
    private String begun() throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.exists(marker) ? Files.readString(marker).strip() : "";
    }

    private Optional<BackupCheck.Good> salvage(Damaged damaged, Path part, boolean proven) throws IOException {
        Folder.createFile(part);
        boolean copied = damaged.copyInto(part).isEmpty();
        if (copied && Backups.check(part) instanceof BackupCheck.Good good && isFit(good, proven)) {
            force(part);
            return Optional.of(good);
        }
        Files.deleteIfExists(part);
        return Optional.empty();
    }

    /** Whether a good backup has more of this very journal: rows that can all be read may lack the latest commits. */
    private static boolean goesOn(JournalHead saved, List<Path> backups, boolean proven) {
        for (Path backup : backups) {
            Optional<Backup> named = Backup.named(backup);
            boolean shorter = named.isPresent() && named.get().journal().seq() <= saved.seq();
            if (!shorter
                    && isFit(Backups.check(backup), proven)
                    && !new Damaged(backup).after(saved).entries().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFit(BackupCheck check, boolean proven) {
        return check instanceof BackupCheck.Good good && (good.isProven() || !proven);
    }

    private Optional<Path> firstGood(List<Path> backups, Path part, boolean proven) throws IOException {
        rejected.clear();
        for (Path backup : backups) {
            BackupCheck check = Backups.check(backup);
            if (isFit(check, proven)) {
                copy(backup, part);
                if (isFit(Backups.check(part), proven)) {
                    force(part);
                    return Optional.of(backup);
                }
                Files.deleteIfExists(part);
                rejected.add(new BackupCheck.Bad(
                        backup,
                        Sentence.of("store.its-copy-came-out-damaged", "Its copy came out damaged: check both disks")));
            } else {
                rejected.add(
                        switch (check) {
                            case BackupCheck.Bad bad -> bad;
                            case BackupCheck.Good good ->
                                new BackupCheck.Bad(backup, Sentence.from(good.journalFault()));
                        });
            }
        }
        return Optional.empty();
    }

    /** Into a file that is for its owner alone from the beginning. */
    private static void copy(Path from, Path to) throws IOException {
        Folder.createFile(to);
        try (OutputStream out = Files.newOutputStream(to)) {
            Files.copy(from, out);
        }
    }

    private Sentence hopeless() {
        Sentence why = Sentence.of(
                "store.there-is-no-good-backup", "There is no good backup for the till's data in {0}.", folder);
        for (BackupCheck.Bad bad : rejected) {
            why = why.then(Sentence.of(
                    "store.this-backup-is-no-good", "{0}: {1}.", bad.file().getFileName(), bad.why()));
        }
        return why.then(Sentence.of(
                "store.name-a-folder-or-file", "Name a folder or file with one; the damaged data was not touched."));
    }

    private @Nullable Path putInPlace(Path part) throws IOException {
        Path database = Folder.database(folder);
        String begun = begun();
        if (begun.isEmpty()) {
            begun = isAnythingThere() ? String.valueOf(putAside().getFileName()) : NOTHING_ASIDE;
            // From here on the copy is the damaged data: the log of what is in place goes next.
            mark(begun);
        }
        // The old log must not meet the new data: SQLite would play it into them.
        Files.deleteIfExists(folder.resolve("keentill.db-wal"));
        Files.deleteIfExists(folder.resolve("keentill.db-shm"));
        Files.move(part, database, StandardCopyOption.ATOMIC_MOVE);
        Folder.force(folder);
        return begun.equals(NOTHING_ASIDE) ? null : folder.resolve(begun);
    }

    private boolean isAnythingThere() throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file) && Files.size(file) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whole or not at all: half of a name would lead the next run astray. */
    private void mark(String begun) throws IOException {
        Path half = folder.resolve(MARKER + ".part");
        Files.writeString(half, begun);
        force(half);
        Files.move(half, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        Folder.force(folder);
    }

    private Path putAside() throws IOException {
        Path aside = fresh("damaged-" + TIME.format(clock.instant()));
        for (String name : FILES) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), aside.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                force(aside.resolve(name));
            }
        }
        return aside;
    }

    private Path fresh(String name) throws IOException {
        for (int i = 1; ; i++) {
            Path candidate = folder.resolve(i == 1 ? name : name + "-" + i);
            if (!Files.exists(candidate)) {
                return Files.createDirectory(candidate);
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
