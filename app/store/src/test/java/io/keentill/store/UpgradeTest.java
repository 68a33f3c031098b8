package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The data of every earlier version are kept as scripts, and each is brought up to today's: whole, and also when the power
 * is cut after any statement of any upgrade.
 */
class UpgradeTest {

    private static final Path KEPT = Path.of("src", "test", "resources", "versions");

    @TempDir
    private Path root;

    static Stream<Integer> earlier() {
        return IntStream.range(1, Migrations.ALL.latest()).boxed();
    }

    @Test
    void theDataOfEveryEarlierVersionAreKept() {
        assertThat(earlier())
                .allSatisfy(version -> assertThat(KEPT.resolve(version + ".sql"))
                        .as("a new migration needs the data of the version before it")
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void isBroughtUpToToday(int version) throws Exception {
        Path folder = at(version, "whole");
        TillStore.open(folder, Samples.CLOCK).close();
        check(folder);
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void survivesACutOfThePowerAfterEachStatement(int version) throws Exception {
        int images = 0;
        for (int step = version + 1; step <= Migrations.ALL.latest(); step++) {
            List<String> statements = Migrations.ALL.statements(step);
            for (int done = 1; done <= statements.size(); done++) {
                Path folder = at(version, "from-" + step + "-" + done);
                Path image = root.resolve("image-" + version + "-" + step + "-" + done);
                cut(folder, step, statements.subList(0, done), image);
                try (Connection connection = Sqlite.forWriting(Folder.database(image))) {
                    assertThat(Migrations.version(connection))
                            .as("nothing of a step, or all of it")
                            .isEqualTo(step - 1);
                }
                TillStore.open(image, Samples.CLOCK).close();
                check(image);
                images++;
            }
        }
        assertThat(images).isPositive();
    }

    /** What lies on the disk when the power goes in the middle of the upgrade to {@code step}. */
    private static void cut(Path folder, int step, List<String> done, Path image) throws Exception {
        Files.createDirectories(image);
        try (Connection connection = Sqlite.forWriting(Folder.database(folder))) {
            Migrations.ALL.upTo(step - 1).apply(connection);
            // So little memory that SQLite has to write before the commit.
            Sqlite.run(connection, "PRAGMA cache_size = 1");
            Sqlite.run(connection, "BEGIN IMMEDIATE");
            for (String statement : done) {
                Sqlite.run(connection, statement);
            }
            for (String name : List.of("keentill.db", "keentill.db-wal")) {
                if (Files.exists(folder.resolve(name))) {
                    Files.copy(folder.resolve(name), image.resolve(name));
                }
            }
        }
    }

    private Path at(int version, String name) throws SQLException, IOException, StoreException {
        Path folder = Files.createDirectories(root.resolve(version + "-" + name));
        try (Connection connection = Sqlite.forWriting(Folder.database(folder))) {
            Migrations.ALL.upTo(version).apply(connection);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(Files.readString(KEPT.resolve(version + ".sql")));
            }
        }
        return folder;
    }

    private static void check(Path folder) throws StoreException {
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            store.read(view -> {
                List<Order> orders = new ArrayList<>(view.recentOrders(10));
                assertThat(orders)
                        .extracting(Order::id)
                        .as("as they came, whatever the clock said")
                        .containsExactly("o3", "o2", "o1");
                assertThat(orders).extracting(Order::receiptNumber).containsExactly(null, 2L, 1L);
                assertThat(orders).allSatisfy(o -> assertThat(o.lines()).hasSize(1));
                assertThat(view.openOrder()).map(Order::id).contains("o3");
                assertThat(orders.getLast().tenders())
                        .extracting(Tender::id, Tender::type, Tender::change)
                        .containsExactly(tuple("t1", TenderType.CASH, Samples.pounds(250)));
                assertThat(orders.get(1).tenders())
                        .extracting(Tender::id, Tender::attemptId)
                        .containsExactly(tuple("t2", "a1"));
                assertThat(view.recentAttempts(10))
                        .extracting(PaymentAttempt::id)
                        .containsExactly("a2", "a1");
                assertThat(view.openAttempts())
                        .extracting(PaymentAttempt::state)
                        .containsExactly(AttemptState.UNKNOWN);
                assertThat(view.outboxSummary().waiting()).isEqualTo(1);
                assertThat(view.search("tea", 5)).hasSize(1);
                assertThat(view.staff()).hasSize(1);
                return true;
            });
            assertThat(JournalVerifier.verify(store))
                    .isEqualTo(new JournalVerdict.Intact(
                            2, store.<JournalHead>read(View::journalHead).hash()));
            Samples.sell(store, "new");
            assertThat(store.<Long>write(Tx::nextReceiptNumber)).isEqualTo(4);
            assertThat(store.<List<Order>>read(v -> v.recentOrders(1)))
                    .extracting(Order::id)
                    .containsExactly("new");
        }
    }
}
