package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.OrderState;
import io.keentill.store.Restored.Source;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    private static final int PAGE = 4096;

    @TempDir
    private Path root;

    private Path till;
    private Backups backups;

    @BeforeEach
    void folders() {
        till = root.resolve("till");
        backups = new Backups(root.resolve("backups"));
    }

    @Test
    void dataWhoseRowsAreWholeIsSavedWithoutAnyLoss() throws Exception {
        fill(50, 70);
        damageIndex("running_orders");
        assertThat(refused().kind()).isEqualTo(StoreException.Kind.CORRUPT);

        Restored restored = restore();
        assertThat(restored.source()).isEqualTo(Source.SALVAGED);
        assertThat(restored.isComplete()).isTrue();
        assertThat(restored.known()).isEmpty();
        assertThat(restored.data().receipts()).isEqualTo(120);
        assertThat(restored.aside()).isDirectoryContaining("glob:**keentill.db");
        sellOn(120);
    }

    @Test
    void otherwiseTheBackupIsTakenAndTheJournalTellsWhatCameAfter() throws Exception {
        fill(50, 70);
        zero(Samples.rootPage(till, "orders"));
        Restored restored = restore();
        assertThat(restored.source()).isEqualTo(Source.BACKUP);
        assertThat(restored.data().receipts()).isEqualTo(50);
        assertThat(restored.known())
                .hasSize(70)
                .extracting(JournalEntry::subject)
                .contains("late-0", "late-69");
        assertThat(restored.recordedEnd()).isEqualTo(120);
        assertThat(restored.isComplete()).isTrue();
        sellOn(50);
    }

    @Test
    void whereTheJournalIsDamagedTooItIsSaidThatNotAllIsKnown() throws Exception {
        fill(50, 70);
        zero(Samples.rootPage(till, "orders"));
        zero(Samples.rootPage(till, "journal"));
        Restored restored = restore();
        assertThat(restored.source()).isEqualTo(Source.BACKUP);
        assertThat(restored.known()).isEmpty();
        assertThat(restored.isComplete()).isFalse();
        assertThat(restored.recordedEnd()).isEqualTo(120);
    }

    @Test
    void theNextOlderBackupServesWhereTheNewestHasRotted() throws Exception {
        fill(50, 70);
        try (TillStore store = TillStore.open(till, Samples.CLOCK)) {
            backups.take(store);
        }
        Path newest = backups.list().getFirst().file();
        Files.write(newest, new byte[PAGE]);
        zero(Samples.rootPage(till, "orders"));
        Restored restored = restore();
        assertThat(restored.data().journal().seq()).isEqualTo(50);
        assertThat(restored.rejected()).extracting(BackupCheck.Bad::file).containsExactly(newest);
    }

    @Test
    void aBackupWhoseJournalDoesNotProveItselfIsTheLastResort() throws Exception {
        fill(50, 70);
        Samples.raw(till, "DROP TRIGGER journal_keeps_its_words", "UPDATE journal SET actor = 'bob' WHERE seq = 7");
        try (TillStore store = TillStore.open(till, Samples.CLOCK)) {
            backups.take(store);
        }
        zero(Samples.rootPage(till, "orders"));
        assertThat(restore().data().journal().seq()).isEqualTo(50);
        Files.delete(backups.list().getLast().file());
        Restored last = restore();
        assertThat(last.data().journal().seq()).isEqualTo(120);
        assertThat(last.data().isProven()).isFalse();
    }

    @Test
    void withoutAnyGoodBackupNothingIsTouched() throws Exception {
        fill(50, 70);
        zero(Samples.rootPage(till, "orders"));
        byte[] before = Files.readAllBytes(till.resolve("keentill.db"));
        Path rotten = Files.write(root.resolve("old.keentill"), new byte[PAGE]);
        assertThat(Restore.run(till, List.of(rotten), Samples.CLOCK))
                .isInstanceOfSatisfying(
                        Restore.Result.NotDone.class,
                        no -> assertThat(no.message())
                                .startsWith("There is no good backup for the till's data in " + till + ".")
                                .contains("old.keentill: ")
                                .endsWith("the damaged data was not touched."));
        assertThat(till.resolve("keentill.db")).hasBinaryContent(before);
    }

    @Test
    void anEmptyFolderGetsTheBackup() throws Exception {
        fill(50, 0);
        Path other = root.resolve("new-machine");
        Restore.Result.Done done = (Restore.Result.Done) Restore.run(other, files(), Samples.CLOCK);
        assertThat(done.restored().aside()).isNull();
        try (TillStore store = Restore.open(other, Samples.CLOCK)) {
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(50);
        }
    }

    @Test
    void aRestoreThatWasCutShortIsRunAgainOnWhatItHadPutAside() throws Exception {
        fill(50, 70);
        zero(Samples.rootPage(till, "orders"));
        // As it is left between putting aside and putting in place.
        Path aside = Files.createDirectory(till.resolve("damaged-20261124-101530"));
        Files.copy(till.resolve("keentill.db"), aside.resolve("keentill.db"));
        Files.writeString(till.resolve("restore.begun"), "damaged-20261124-101530");
        zero(Samples.rootPage(till, "journal"));
        Restored restored = restore();
        assertThat(restored.known()).hasSize(70);
        assertThat(restored.aside()).isEqualTo(aside);
        assertThat(refused()).hasMessageContaining("not finished");
        sellOn(50);
    }

    @Test
    void whatARestoreHasPutInPlaceOfLostDataIsNotTakenForTheLostData() throws Exception {
        fill(50, 70);
        lose();
        assertThat(restore().source()).isEqualTo(Source.BACKUP);
        // The program dies before the books are in order.
        Restored again = restore();
        assertThat(again.source()).isEqualTo(Source.BACKUP);
        assertThat(again.isComplete())
                .as("nobody knows what came after the backup")
                .isFalse();
        assertThat(again.aside()).isNull();
        sellOn(50);
    }

    @Test
    void aRestoreThatHadNotReplacedAnythingYetLosesNoDamagedData() throws Exception {
        fill(50, 70);
        zero(Samples.rootPage(till, "orders"));
        // As a power cut may leave it, of a version that wrote it in place.
        Files.createFile(till.resolve("restore.begun"));
        Restored restored = restore();
        assertThat(restored.known()).hasSize(70);
        assertThat(restored.aside()).isDirectoryContaining("glob:**keentill.db");
        sellOn(50);
    }

    @Test
    void aLogWithoutItsDatabaseIsPutAsideToo() throws Exception {
        fill(5, 5);
        lose();
        Files.writeString(till.resolve("keentill.db-wal"), "what was committed last");
        Path aside = restore().aside();
        assertThat(aside).isDirectoryContaining("glob:**keentill.db-wal");
        assertThat(restore().aside()).isEqualTo(aside);
    }

    @Test
    void dataThatLackTheirLatestCommitsGiveWayToABackupThatHasThem() throws Exception {
        fill(50, 0);
        byte[] before = Files.readAllBytes(till.resolve("keentill.db"));
        sellMore(20);
        Files.write(till.resolve("keentill.db"), before);
        Restored restored = restore();
        assertThat(restored.source()).isEqualTo(Source.BACKUP);
        assertThat(restored.data().journal().seq()).isEqualTo(70);
        assertThat(restored.isComplete())
                .as("more may have been lost with the log")
                .isFalse();
    }

    @Test
    void theNameOfABackupThatRottedStillTellsHowFarTheJournalWent() throws Exception {
        fill(50, 0);
        byte[] before = Files.readAllBytes(till.resolve("keentill.db"));
        sellMore(20);
        Files.write(backups.list().getFirst().file(), new byte[PAGE]);
        Files.write(till.resolve("keentill.db"), before);
        Restored salvaged = restore();
        assertThat(salvaged.source()).isEqualTo(Source.SALVAGED);
        assertThat(salvaged.isComplete()).as("entries up to 70 were written").isFalse();
        Restore.finish(till);

        zero(Samples.rootPage(till, "orders"));
        Restored restored = restore();
        assertThat(restored.source()).isEqualTo(Source.BACKUP);
        assertThat(restored.isComplete()).isFalse();
    }

    @Test
    void theJournalOfAnotherTillTellsNothingAboutTheTimeAfterTheBackup() throws Exception {
        fill(50, 0);
        lose();
        try (TillStore other = TillStore.open(till, Samples.CLOCK)) {
            for (int i = 0; i < 30; i++) {
                Samples.sell(other, "other-" + i);
            }
        }
        zero(Samples.rootPage(till, "orders"));
        Restored restored = restore();
        assertThat(restored.known()).isEmpty();
        assertThat(restored.recordedEnd()).isLessThan(restored.data().journal().seq());
        assertThat(restored.isComplete()).isFalse();
    }

    @Test
    void aRunningTillIsNotRestoredOver() throws Exception {
        fill(5, 5);
        try (TillStore running = TillStore.open(till, Samples.CLOCK)) {
            StoreException locked = org.assertj.core.api.Assertions.catchThrowableOfType(
                    StoreException.class, () -> Restore.run(till, files(), Samples.CLOCK));
            assertThat(locked.kind()).isEqualTo(StoreException.Kind.LOCKED);
            assertThat(running.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(10);
        }
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpWhenTheTillIsStarted() throws Exception {
        Files.createDirectories(till);
        try (var connection = Sqlite.forWriting(till.resolve("keentill.db"))) {
            Migrations.ALL.upTo(1).apply(connection);
        }
        Path old = root.resolve("old.db");
        Files.copy(till.resolve("keentill.db"), old);
        Path other = root.resolve("new-machine");
        assertThat(Restore.run(other, List.of(old), Samples.CLOCK)).isInstanceOf(Restore.Result.Done.class);
        Restore.open(other, Samples.CLOCK).close();
    }

    private void fill(int before, int after) throws StoreException {
        try (TillStore store = TillStore.open(till, Samples.CLOCK)) {
            for (int i = 0; i < before; i++) {
                Samples.sell(store, "early-" + i);
            }
            backups.take(store);
            for (int i = 0; i < after; i++) {
                Samples.sell(store, "late-" + i);
            }
        }
    }

    /** Sells so many, and takes a backup. */
    private void sellMore(int sales) throws StoreException {
        try (TillStore store = TillStore.open(till, Samples.CLOCK)) {
            for (int i = 0; i < sales; i++) {
                Samples.sell(store, "more-" + i);
            }
            backups.take(store);
        }
    }

    private void lose() throws Exception {
        Files.delete(till.resolve("keentill.db"));
        assertThat(till.resolve("keentill.db-wal")).doesNotExist();
    }

    private void sellOn(long receipts) throws StoreException {
        Restore.open(till, Samples.CLOCK).close();
        Restore.finish(till);
        try (TillStore store = TillStore.open(till, Samples.CLOCK)) {
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(receipts);
            assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);
            Samples.sell(store, "next");
        }
    }

    private Restored restore() throws StoreException {
        return ((Restore.Result.Done) Restore.run(till, files(), Samples.CLOCK)).restored();
    }

    private List<Path> files() throws StoreException {
        return backups.list().stream().map(Backup::file).toList();
    }

    private StoreException refused() {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                StoreException.class, () -> TillStore.open(till, Samples.CLOCK));
    }

    private void damageIndex(String name) throws Exception {
        zero(Samples.rootPage(till, name));
    }

    private void zero(long page) throws Exception {
        try (RandomAccessFile raw =
                new RandomAccessFile(till.resolve("keentill.db").toFile(), "rw")) {
            raw.seek((page - 1) * PAGE);
            raw.write(new byte[PAGE]);
        }
    }
}
