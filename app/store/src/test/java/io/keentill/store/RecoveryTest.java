package io.keentill.store;

import static io.keentill.store.Samples.CLOCK;
import static io.keentill.store.Samples.order;
import static io.keentill.store.Samples.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.OrderState;
import io.keentill.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once its cause is gone, no failure may linger in a store that stays open: the till is not restarted in a sale. */
class RecoveryTest {

    private static final String COUNT = "INSERT INTO counters (name, value) VALUES ('test', 1)"
            + " ON CONFLICT (name) DO UPDATE SET value = value + 1";

    @TempDir
    private Path folder;

    @BeforeEach
    void migrate() throws StoreException {
        TillStore.open(folder, CLOCK).close();
    }

    @Test
    void writingGoesOnOnceAFullDiskHasRoomAgain() throws Exception {
        raw(folder, "CREATE TABLE filler (bytes BLOB)", "INSERT INTO filler VALUES (zeroblob(400000))");
        try (TillStore store =
                new Opening(folder, Migrations.ALL).forWriting(CLOCK, List.of("PRAGMA max_page_count = 1"))) {
            int stored = saveUntilFull(store);
            for (int again = 0; again < 3; again++) {
                assertThat(failure(() -> save(store, "refused")).kind())
                        .as("still full")
                        .isEqualTo(Kind.DISK_FULL);
            }
            raw(folder, "DROP TABLE filler");
            for (int i = 0; i < 5; i++) {
                save(store, "later-" + i);
            }
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(stored + 5L);
            assertThat(store.commits()).isEqualTo(stored + 5L);
            assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    @Test
    void writingGoesOnAfterAnErrorOfTheDatabaseInsideOfAWrite() throws Exception {
        raw(folder, """
                CREATE TRIGGER overflow BEFORE INSERT ON orders BEGIN
                    SELECT abs(-9223372036854775807 - (NEW.id = 'bad'));
                END""");
        try (TillStore store = TillStore.open(folder, CLOCK)) {
            save(store, "before");
            StoreException broken = failure(() -> save(store, "bad"));
            assertThat(broken.kind()).isEqualTo(Kind.BROKEN);
            assertThat(broken).hasMessageContaining("integer overflow");
            save(store, "after");
            assertThat(failure(() -> save(store, "bad"))).hasMessageContaining("integer overflow");
            save(store, "last");
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(3);
            assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    @Test
    void readingGoesOnAfterAnError() throws Exception {
        try (TillStore store = TillStore.open(folder, CLOCK)) {
            save(store, "a");
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(1);
            raw(folder, "ALTER TABLE orders RENAME TO elsewhere");
            assertThat(failure(() -> store.read(v -> v.countOrders(OrderState.OPEN)))
                            .kind())
                    .isEqualTo(Kind.BROKEN);
            raw(folder, "ALTER TABLE elsewhere RENAME TO orders");
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(1);
        }
    }

    @Test
    void readingGoesOnAfterAnErrorThatTheReaderCaught() throws Exception {
        try (TillStore store = TillStore.open(folder, CLOCK)) {
            save(store, "a");
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(1);
            raw(folder, "ALTER TABLE orders RENAME TO elsewhere");
            store.read(view -> {
                assertThatThrownBy(() -> view.countOrders(OrderState.OPEN)).isInstanceOf(SqlFailure.class);
                return null;
            });
            raw(folder, "ALTER TABLE elsewhere RENAME TO orders");
            assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(1);
        }
    }

    @Test
    void aTransactionThatCouldNotBeginBeginsOnceItMay() throws Exception {
        Connection connection = Sqlite.forWriting(Folder.database(folder));
        try (Session session = new Session(connection)) {
            count(session);
            Sqlite.run(connection, "PRAGMA query_only = ON");
            assertThatThrownBy(session::beginWriting).hasMessageContaining("READONLY");
            Sqlite.run(connection, "PRAGMA query_only = OFF");
            assertThat(count(session)).isEqualTo(2);
        }
    }

    @Test
    void aFullDiskLeavesNoDeadStatementInASession() throws Exception {
        Connection connection = Sqlite.forWriting(Folder.database(folder));
        try (Session session = new Session(connection)) {
            Sqlite.run(connection, "CREATE TABLE filler (bytes BLOB)");
            fill(session, 10);
            Sqlite.run(connection, "PRAGMA max_page_count = 1");
            session.beginWriting();
            assertThatThrownBy(() -> session.change("INSERT INTO filler VALUES (zeroblob(?))", 100_000))
                    .hasMessageContaining("FULL");
            assertThatThrownBy(session::rollback).as("rolled back by SQLite").isInstanceOf(SqlFailure.class);
            Sqlite.run(connection, "PRAGMA max_page_count = 100000");
            fill(session, 100_000);
            session.beginReading();
            assertThat(session.number("SELECT count(*) AS n FROM filler")).isEqualTo(2);
            session.commit();
        }
    }

    private static void fill(Session session, long bytes) {
        session.beginWriting();
        session.change("INSERT INTO filler VALUES (zeroblob(?))", bytes);
        session.commit();
    }

    private static long count(Session session) {
        session.beginWriting();
        session.change(COUNT);
        long value = session.number("SELECT value AS n FROM counters WHERE name = 'test'");
        session.commit();
        return value;
    }

    private static int saveUntilFull(TillStore store) throws StoreException {
        for (int stored = 0; stored < 10_000; stored++) {
            try {
                save(store, "order-" + stored);
            } catch (StoreException e) {
                assertThat(e.kind()).isEqualTo(Kind.DISK_FULL);
                return stored;
            }
        }
        throw new AssertionError("The disk never was full");
    }

    private static void save(TillStore store, String id) throws StoreException {
        store.write(tx -> {
            tx.saveOrder(order(id));
            return tx.appendJournal("sale", "ann", id, "{}");
        });
    }

    private static StoreException failure(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(StoreException.class, call);
    }
}
