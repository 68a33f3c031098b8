package io.keentill.store;

import static io.keentill.store.Samples.CLOCK;
import static io.keentill.store.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.OrderState;
import io.keentill.store.StoreException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    private Path home;

    @Test
    void makesAFolderForItsOwnerAlone() throws Exception {
        Path folder = home.resolve("deep/data");
        TillStore.open(folder, CLOCK).close();
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions on this system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keentill.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderBelongsToOneTill() throws Exception {
        try (TillStore first = TillStore.open(home, CLOCK)) {
            StoreException refused = failure(() -> TillStore.open(home, CLOCK));
            assertThat(refused.kind()).isEqualTo(Kind.LOCKED);
            assertThat(refused).hasMessageContaining(home.toString()).hasMessageContaining("process");
            assertThat(first.<Long>write(Tx::nextReceiptNumber)).isEqualTo(1);
        }
        TillStore.open(home, CLOCK).close();
    }

    @Test
    void aFolderThatWasRemovedAndMadeAnewIsAnotherOne() throws Exception {
        Path folder = home.resolve("till");
        try (Folder lost = Folder.lock(folder)) {
            assertThat(failure(() -> Folder.lock(folder)).kind()).isEqualTo(Kind.LOCKED);
            for (String name : List.of("till.lock", "keentill.db")) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
            try (Folder anew = Folder.lock(folder)) {
                assertThat(failure(() -> Folder.lock(folder)).kind()).isEqualTo(Kind.LOCKED);
            }
            Folder.lock(folder).close();
        }
    }

    @Test
    @Timeout(60)
    void aFolderOfAnotherProcessIsRefusedUntilItEnds() throws Exception {
        Process other = Child.start(Holder.class, home);
        try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("open");
            StoreException refused = failure(() -> TillStore.open(home, CLOCK));
            assertThat(refused.kind()).isEqualTo(Kind.LOCKED);
            assertThat(refused).hasMessageContaining(Long.toString(other.pid()));
            try (TillStore status = TillStore.openReadOnly(home)) {
                assertThat(status.<Long>read(v -> v.countOrders(OrderState.OPEN)))
                        .isEqualTo(1);
            }
        } finally {
            other.destroyForcibly();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        TillStore.open(home, CLOCK).close();
    }

    @Test
    @Timeout(60)
    void aSecondTryInTheSameProcessGivesTheFirstOnesLockToNobody() throws Exception {
        try (TillStore first = TillStore.open(home, CLOCK)) {
            StoreException refused = failure(() -> TillStore.open(home, CLOCK));
            assertThat(refused)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            Process other = Child.start(Trier.class, home);
            try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("LOCKED");
                save(first, "a");
            } finally {
                other.destroyForcibly();
            }
        }
        TillStore.open(home, CLOCK).close();
    }

    @Test
    void damageThatAReadHasMetStaysAWarningWhateverIsWrittenLater() throws Exception {
        try (TillStore store = TillStore.open(home, CLOCK)) {
            for (int i = 0; i < 200; i++) {
                save(store, "order-" + i);
            }
        }
        try (TillStore store = TillStore.open(home, CLOCK)) {
            try (RandomAccessFile raw =
                    new RandomAccessFile(home.resolve("keentill.db").toFile(), "rw")) {
                raw.seek((Samples.rootPage(home, "orders") - 1) * 4096);
                raw.write(new byte[4096]);
            }
            assertThat(failure(() -> store.read(v -> v.recentOrders(10))).kind())
                    .isEqualTo(Kind.CORRUPT);
            store.write(tx -> tx.appendJournal("drawer", "ann", "till", "{}"));
            assertThat(store.trouble()).map(StoreException::kind).contains(Kind.CORRUPT);
        }
    }

    @Test
    void aReaderSeesWhatTheTillWritesAndChangesNothing() throws Exception {
        assertThat(failure(() -> TillStore.openReadOnly(home.resolve("none"))).kind())
                .isEqualTo(Kind.MISSING);
        assertThat(home.resolve("none")).doesNotExist();
        try (TillStore till = TillStore.open(home, CLOCK);
                TillStore status = TillStore.openReadOnly(home)) {
            save(till, "a");
            assertThat(status.<Boolean>read(v -> v.order("a").isPresent())).isTrue();
            assertThat(failure(() -> save(status, "b")).kind()).isEqualTo(Kind.READ_ONLY);
        }
        try (TillStore after = TillStore.openReadOnly(home)) {
            assertThat(after.<Boolean>read(v -> v.order("a").isPresent())).isTrue();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws Exception {
        byte[] text = "This is a shopping list, not a database. ".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(home.resolve("keentill.db"), text);
        assertThat(failure(() -> TillStore.open(home, CLOCK)).kind()).isEqualTo(Kind.CORRUPT);
        assertThat(home.resolve("keentill.db")).hasBinaryContent(text);
    }

    @Test
    void aDamagedDatabaseIsNoticedWhenOpening() throws Exception {
        try (TillStore store = TillStore.open(home, CLOCK)) {
            for (int i = 0; i < 200; i++) {
                save(store, "order-" + i);
            }
        }
        damage(home.resolve("keentill.db"));
        StoreException refused = failure(() -> TillStore.open(home, CLOCK));
        assertThat(refused.kind()).isEqualTo(Kind.CORRUPT);
        assertThat(refused).hasMessageContaining("backup");
        assertThat(failure(() -> TillStore.open(home, CLOCK)).kind())
                .as("lock given back")
                .isEqualTo(Kind.CORRUPT);
    }

    @Test
    void aWriteProtectedFolderIsRefused() throws Exception {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        TillStore.open(home, CLOCK).close();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(home.resolve("keentill.db"), PosixFilePermissions.fromString("r--r--r--"));
        try {
            assertThat(failure(() -> TillStore.open(home, CLOCK)).kind()).isEqualTo(Kind.READ_ONLY);
        } finally {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDatabaseThatRefusesWritesIsReadOnlyAndLosesNothing() throws Exception {
        TillStore.open(home, CLOCK).close();
        try (TillStore store = new Opening(home, Migrations.ALL).forWriting(CLOCK, List.of("PRAGMA query_only = ON"))) {
            assertThat(failure(() -> save(store, "a")).kind()).isEqualTo(Kind.READ_ONLY);
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isZero();
        }
    }

    @Test
    void aFullDiskLosesNothingThatWasStored() throws Exception {
        TillStore.open(home, CLOCK).close();
        long pages = Files.size(home.resolve("keentill.db")) / 4096;
        int stored = 0;
        try (TillStore store = new Opening(home, Migrations.ALL)
                .forWriting(CLOCK, List.of("PRAGMA max_page_count = " + (pages + 20)))) {
            StoreException full = null;
            while (full == null && stored < 10_000) {
                full = tryToSave(store, "order-" + stored);
                stored += full == null ? 1 : 0;
            }
            assertThat(full).isNotNull();
            assertThat(full.kind()).isEqualTo(Kind.DISK_FULL);
            assertThat(full).hasMessageContaining("Free some space");
            String refused = "order-" + stored;
            assertThat(store.<Boolean>read(v -> v.order(refused).isEmpty())).isTrue();
            assertThat(store.commits()).isEqualTo(stored);
            assertThat(failure(() -> save(store, refused)).kind())
                    .as("still full")
                    .isEqualTo(Kind.DISK_FULL);
        }
        try (TillStore roomy = TillStore.open(home, CLOCK)) {
            assertThat(roomy.<Long>read(v -> v.countOrders(OrderState.OPEN)))
                    .isEqualTo(stored)
                    .isPositive();
            assertThat(roomy.<Integer>read(v -> v.journal(0, 20_000).size())).isEqualTo(stored);
            save(roomy, "later");
            assertThat(JournalVerifier.verify(roomy)).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    private static StoreException tryToSave(TillStore store, String id) {
        try {
            save(store, id);
            return null;
        } catch (StoreException e) {
            return e;
        }
    }

    private static void save(TillStore store, String id) throws StoreException {
        store.write(tx -> {
            tx.saveOrder(order(id));
            return tx.appendJournal("sale", "ann", id, "{}");
        });
    }

    private static StoreException failure(ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(StoreException.class, call);
    }

    /** Overwrites the last pages but leaves the header, as a dying disk might. */
    private static void damage(Path file) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] rubbish = new byte[4096];
            java.util.Arrays.fill(rubbish, (byte) 0x5A);
            for (long at = raw.length() - 10 * 4096; at < raw.length(); at += 4096) {
                raw.seek(at);
                raw.write(rubbish);
            }
        }
    }

    /** Says whether it may open a store. */
    static final class Trier {

        private Trier() {}

        public static void main(String[] args) throws Exception {
            try {
                TillStore.open(Path.of(args[0]), CLOCK).close();
                System.out.println("opened");
            } catch (StoreException e) {
                System.out.println(e.kind());
            }
        }
    }

    /** Opens a store, says so, and holds it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (TillStore store = TillStore.open(Path.of(args[0]), CLOCK)) {
                save(store, "a");
                System.out.println("open");
                Thread.currentThread().join();
            }
        }
    }
}
