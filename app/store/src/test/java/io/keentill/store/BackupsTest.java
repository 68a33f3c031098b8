package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private volatile Runnable onLook = () -> {};
    private TillStore store;
    private Backups backups;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder.resolve("till"), () -> {
            onLook.run();
            return now.get();
        });
        backups = new Backups(folder.resolve("backups"));
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void aBackupIsWholeAndKnowsWhereTheJournalEnded() throws Exception {
        sell("a");
        sell("b");
        Backup backup = backups.take(store);
        assertThat(backup.taken()).isEqualTo(Instant.parse("2026-11-24T10:15:30Z"));
        assertThat(backups.list()).containsExactly(backup);
        assertThat(Backups.check(backup.file())).isInstanceOfSatisfying(BackupCheck.Good.class, good -> {
            assertThat(good.journal().seq()).isEqualTo(2);
            assertThat(good.receipts()).isEqualTo(2);
        });
        assertThat(JournalVerifier.verify(store, List.of(backup.anchor()))).isInstanceOf(JournalVerdict.Intact.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
                .isEqualTo("rw-------");
        assertThat(backups.folder()).isDirectoryContaining(p -> p.equals(backup.file()));
        assertThat(Files.list(backups.folder())).as("nothing half done stays").hasSize(1);
    }

    @Test
    @Timeout(60)
    void salesGoOnWhileABackupIsTaken() throws Exception {
        for (int i = 0; i < 400; i++) {
            sell("before-" + i);
        }
        CountDownLatch oneSold = new CountDownLatch(1);
        Thread keeper = Thread.ofPlatform().unstarted(() -> {
            try {
                backups.take(store);
            } catch (StoreException e) {
                throw new IllegalStateException(e);
            }
        });
        // It looks at the clock once the copy is made and before it has its name: not before somebody has bought
        // meanwhile.
        onLook = () -> {
            if (Thread.currentThread() == keeper) {
                await(oneSold);
            }
        };
        keeper.start();
        int sold = 0;
        while (keeper.isAlive()) {
            sell("during-" + sold++);
            oneSold.countDown();
        }
        keeper.join();
        assertThat(sold).isPositive();
        assertThat(backups.list()).hasSize(1);
        BackupCheck.Good good =
                (BackupCheck.Good) Backups.check(backups.list().getFirst().file());
        assertThat(good.journal().seq()).isBetween(400L, 400L + sold);
    }

    @Test
    void theLatestStayAndTheLastOfEachDay() throws Exception {
        List<Backup> taken = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 2; i++) {
                sell("d" + day + "-" + i);
                taken.add(backups.take(store));
                now.updateAndGet(t -> t.plus(Duration.ofHours(1)));
            }
            now.updateAndGet(t -> t.plus(Duration.ofHours(22)));
        }
        List<Backup> left = backups.list();
        assertThat(left).first().isEqualTo(taken.getLast());
        assertThat(left)
                .contains(taken.get(79), taken.get(78), taken.get(73), taken.get(72))
                .doesNotContain(taken.get(70));
        assertThat(left)
                .contains(taken.get(71), taken.get(69), taken.get(21))
                .doesNotContain(taken.get(19), taken.get(1));
    }

    @Test
    void whatWasJustTakenStaysHoweverFarOthersWent() throws Exception {
        sell("a");
        Backup first = backups.take(store);
        byte[] whole = Files.readAllBytes(first.file());
        for (int i = 0; i < 45; i++) {
            String day = "202610%02d".formatted(i % 30 + 1);
            Files.write(
                    backups.folder()
                            .resolve("keentill-%012d-0123456789abcdef-%sT1200%02dZ.db".formatted(1000 + i, day, i)),
                    whole);
        }
        sell("b");
        Backup taken = backups.take(store);
        assertThat(taken.file()).exists();
    }

    @Test
    void theOrderOfBackupsIsThatOfTheJournalAndNotOfTheClock() throws Exception {
        sell("a");
        Backup first = backups.take(store);
        now.set(Instant.parse("2010-01-01T00:00:00Z"));
        sell("b");
        Backup second = backups.take(store);
        assertThat(backups.list()).containsExactly(second, first);
    }

    @Test
    void dataWhoseJournalDoesNotProveItselfAreBackedUpButNothingBetterIsLetGoOf() throws Exception {
        sell("order");
        for (int i = 0; i < 20; i++) {
            sell("order-" + i);
            backups.take(store);
        }
        List<Backup> before = backups.list();
        store.close();
        Samples.raw(
                folder.resolve("till"),
                "DROP TRIGGER journal_keeps_its_words",
                "UPDATE journal SET actor = 'bob' WHERE seq = 7");
        store = TillStore.open(folder.resolve("till"), now::get);
        sell("later");
        Backup doubtful = backups.take(store);
        assertThat(backups.list()).containsAll(before).hasSize(before.size() + 1);
        assertThat(Backups.check(doubtful.file()))
                .isInstanceOfSatisfying(
                        BackupCheck.Good.class,
                        good -> assertThat(good.journalFault()).contains("Entry 7 was edited"));
    }

    @Test
    void damagedDataAreNotBackedUp() throws Exception {
        for (int i = 0; i < 200; i++) {
            sell("order-" + i);
        }
        Backup good = backups.take(store);
        store.close();
        Path file = folder.resolve("till").resolve("keentill.db");
        try (TillStore damaged = TillStore.open(folder.resolve("till"), now::get);
                RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek((Samples.rootPage(file.getParent(), "orders") - 1) * 4096);
            raw.write(new byte[4096]);
            StoreException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                    StoreException.class, () -> backups.take(damaged));
            assertThat(refused.kind()).isEqualTo(StoreException.Kind.CORRUPT);
        }
        assertThat(backups.list()).containsExactly(good);
        assertThat(Files.list(backups.folder())).hasSize(1);
        store = TillStore.openReadOnly(folder.resolve("till"));
    }

    @Test
    void aBackupThatRottedIsFoundOut() throws Exception {
        for (int i = 0; i < 200; i++) {
            sell("order-" + i);
        }
        Backup backup = backups.take(store);
        try (RandomAccessFile raw = new RandomAccessFile(backup.file().toFile(), "rw")) {
            raw.seek(raw.length() / 2);
            raw.write(new byte[4096]);
        }
        assertThat(Backups.check(backup.file())).isInstanceOf(BackupCheck.Bad.class);
        Files.writeString(backup.file(), "no database at all");
        assertThat(Backups.check(backup.file())).isInstanceOf(BackupCheck.Bad.class);
    }

    @Test
    void aRunningTillIsBackedUpFromOutside() throws Exception {
        sell("a");
        try (TillStore reader = TillStore.openReadOnly(folder.resolve("till"))) {
            assertThat(backups.take(reader).journal().seq()).isEqualTo(1);
        }
    }

    private void sell(String id) throws StoreException {
        Samples.sell(store, id);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
