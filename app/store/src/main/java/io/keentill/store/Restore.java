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

    /** While this lies in the folder no till is started there; it names the folder of what was put aside, if anything was. */
    private static final String MARKER = "restore.begun";

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
            if (damaged.exists() && salvage(damaged, part, proven)) {
                return done(part, Restored.Source.SALVAGED, damaged.file(), damaged);
            }
            Optional<Path> backup = firstGood(backups, part, proven);
            if (backup.isPresent()) {
                return done(part, Restored.Source.BACKUP, backup.get(), damaged);
            }
        }
        return new Result.NotDone(hopeless());
    }

    private Result done(Path part, Restored.Source source, Path from, Damaged damaged) throws IOException {
        BackupCheck.Good good = (BackupCheck.Good) Backups.check(part);
        boolean lossless = source == Restored.Source.SALVAGED;
        List<JournalEntry> known = lossless ? List.of() : damaged.after(good.journal());
        long end = damaged.exists() ? damaged.head().map(JournalHead::seq).orElse(0L) : 0;
        Path aside = putInPlace(part);
        return new Result.Done(new Restored(source, good, from, aside, known, end, rejected));
    }

    /** What is in place; or, after a restore that was cut short, what it had put aside by then. */
    private Damaged damaged() throws IOException {
        Path aside = begun();
        return new Damaged(Folder.database(aside == null ? folder : aside));
    }

    /** Where an unfinished restore has put the damaged files; null if it had none, or there is no such restore. */
    private @Nullable Path begun() throws IOException {
        Path marker = folder.resolve(MARKER);
        String name = Files.exists(marker) ? Files.readString(marker).strip() : "";
        return name.isEmpty() ? null : folder.resolve(name);
    }

    private boolean salvage(Damaged damaged, Path part, boolean proven) throws IOException {
        Folder.createFile(part);
        Optional<String> failed = damaged.copyInto(part);
        if (failed.isEmpty() && isFit(Backups.check(part), proven)) {
            force(part);
            return true;
        }
        Files.deleteIfExists(part);
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
        Path aside = begun();
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker)) {
            aside = Files.size(database) > 0 ? putAside() : null;
            // From here on the copy is the damaged data: the log of what is in place goes next.
            Files.writeString(marker, aside == null ? "" : String.valueOf(aside.getFileName()));
            force(marker);
        }
        // The old log must not meet the new data: SQLite would play it into them.
        Files.deleteIfExists(folder.resolve("keentill.db-wal"));
        Files.deleteIfExists(folder.resolve("keentill.db-shm"));
        Files.move(part, database, StandardCopyOption.ATOMIC_MOVE);
        return aside;
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
