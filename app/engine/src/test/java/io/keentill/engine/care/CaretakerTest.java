package io.keentill.engine.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.TillEvent;
import io.keentill.engine.Waits;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.Backup;
import io.keentill.store.Backups;
import io.keentill.store.JournalEntry;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaretakerTest {

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.still();
    private final Semaphore turns = new Semaphore(0);
    private final AtomicBoolean atItsPause = new AtomicBoolean();
    private TestTill till;
    private Backups backups;
    private Caretaker caretaker;

    /** Time passes whenever the test gives a turn; the machine's own counter stands still. */
    private final Waits waits = new Waits() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            atItsPause.set(true);
            turns.acquire();
        }

        @Override
        public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
            throw new UnsupportedOperationException("Nobody wakes the caretaker");
        }
    };

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder.resolve("till"), clock, new FakeTerminal());
        backups = new Backups(folder.resolve("backups"));
    }

    @AfterEach
    void close() throws Exception {
        if (caretaker != null) {
            caretaker.close();
        }
        till.close();
    }

    @Test
    void aBackupIsTakenWhenOneIsDueAndSomethingHappened() throws Exception {
        till.sellForCash();
        begin();
        turn();
        Eventually.until("first backup", () -> count() == 1);
        till.sellForCash();
        turn();
        clock.jump(Duration.ofHours(4));
        turn();
        Eventually.until("backup after four hours", () -> count() == 2);
        clock.jump(Duration.ofHours(9));
        turn();
        turn();
        assertThat(count()).as("nothing happened since").isEqualTo(2);
        assertThat(caretaker.warnings()).isEmpty();
    }

    @Test
    void aBackupOfABranchThatWasLeftIsNotTakenForTheLatest() throws Exception {
        till.sellForCash();
        Backup own = backups.take(till.store());
        Path left = own.file().resolveSibling("keentill-000000009999-0123456789abcdef-20261124T050000Z.db");
        Files.copy(own.file(), left);
        begin();
        turn();
        turn();
        turn();
        assertThat(count()).as("nothing happened since its own").isEqualTo(2);
    }

    @Test
    void aClockThatJumpedBackHoldsNoBackupUp() throws Exception {
        till.sellForCash();
        begin();
        turn();
        Eventually.until("first backup", () -> count() == 1);
        clock.jump(Duration.ofDays(-6000));
        till.sellForCash();
        turn();
        Eventually.until("backup", () -> count() == 2);
        assertThat(backups.list().getFirst().journal().seq())
                .isGreaterThan(backups.list().getLast().journal().seq());
    }

    @Test
    void aWrongClockIsAWarningAndInTheJournalAndSalesGoOn() throws Exception {
        begin();
        assertThat(caretaker.warnings()).isEmpty();
        clock.jump(Duration.ofDays(-6000));
        assertThat(caretaker.warnings()).singleElement().asString().contains("clock jumped");
        assertThat(caretaker.warnings()).hasSize(1);
        assertThat(till.told()).filteredOn(TillEvent.Notice.class::isInstance).hasSize(1);
        assertThat(till.sellForCash().receiptNumber()).isEqualTo(1);
        clock.jump(Duration.ofDays(6000));
        assertThat(caretaker.warnings()).isEmpty();
        List<JournalEntry> clockEntries = till.store().read(view -> view.journalOf("clock"));
        assertThat(clockEntries).extracting(JournalEntry::type).containsExactly("clock.wrong", "clock.right_again");
    }

    @Test
    void aBackupFolderThatCannotBeUsedIsAWarningUntilItCan() throws Exception {
        Files.writeString(backups.folder(), "in the way");
        till.sellForCash();
        begin();
        turn();
        Eventually.until("warning", () -> !caretaker.warnings().isEmpty());
        assertThat(caretaker.warnings()).singleElement().asString().contains("backup folder");
        Files.delete(backups.folder());
        turn();
        Eventually.until("backup", () -> count() == 1);
        Eventually.until("no warning", () -> caretaker.warnings().isEmpty());
    }

    @Test
    void aJournalThatWasTamperedWithIsFoundAfterTheStartAndSalesGoOn() throws Exception {
        till.sellForCash();
        till.close();
        tamper();
        till = TestTill.open(folder.resolve("till"), clock, new FakeTerminal());
        begin();
        turn();
        Eventually.until("warning", () -> !caretaker.warnings().isEmpty());
        assertThat(caretaker.warnings())
                .first()
                .asString()
                .contains("The journal is broken at entry")
                .contains("edited");
        assertThat(till.sellForCash().receiptNumber()).isEqualTo(2);
        Eventually.until("backed up all the same", () -> count() == 1);
    }

    /** Puts another name into the file, past every rule of the database. */
    private void tamper() throws Exception {
        Path file = folder.resolve("till").resolve("keentill.db");
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int at = all.indexOf("sale.closed" + TestTill.CLERK);
        assertThat(at).isPositive();
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at + "sale.closed".length());
            raw.write("bob".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void begin() throws Exception {
        caretaker = new Caretaker(till.store(), backups, clock, waits, till.events());
        caretaker.start();
    }

    /** Lets the caretaker go on to its next pause. */
    private void turn() throws Exception {
        Eventually.until("at its pause", atItsPause::get);
        atItsPause.set(false);
        turns.release();
        Eventually.until("at its next pause", atItsPause::get);
    }

    private int count() {
        try {
            List<Backup> all = backups.list();
            return all.size();
        } catch (io.keentill.store.StoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
