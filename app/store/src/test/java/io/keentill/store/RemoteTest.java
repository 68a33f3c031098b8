package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RevKeen has, as it was last seen. */
class RemoteTest {

    @TempDir
    private Path folder;

    @Test
    void keepsFindsAndForgets() throws StoreException {
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            RemoteObject zoe = one("c1", "zoe@example.com", "Zoë Müller", "{\"n\":1}");
            assertThat(store.<Boolean>write(tx -> tx.saveRemote(zoe, 1))).isTrue();
            assertThat(store.<Boolean>write(tx -> tx.saveRemote(zoe, 2)))
                    .as("unchanged")
                    .isFalse();
            assertThat(store.<Boolean>write(tx -> tx.saveRemote(one("c1", "z@x", "Zoë Müller", "{\"n\":2}"), 2)))
                    .isTrue();
            store.write(tx -> tx.saveRemote(one("c2", "max@x", "Max Mull", "{}"), 1));
            assertThat(found(store, "mull zoe")).containsExactly("c1");
            assertThat(found(store, "MÜLL")).containsExactly("c2", "c1");
            assertThat(found(store, "ull")).isEmpty();
            assertThat(found(store, " ")).isEmpty();
            assertThat(store.<List<RemoteObject>>read(view -> view.remotesBy("customer", "z@x")))
                    .hasSize(1);
            assertThat(store.<List<RemoteObject>>read(view -> view.remotes("price", 9)))
                    .isEmpty();
            assertThat(store.<Integer>write(tx -> tx.forgetRemotesBefore("customer", 2)))
                    .isEqualTo(1);
            assertThat(found(store, "mull")).containsExactly("c1");
            store.write(tx -> {
                tx.forgetRemote("customer", "c1");
                return tx;
            });
            assertThat(found(store, "mull")).isEmpty();
        }
    }

    @Test
    void dataOfEveryEarlierVersionGetsItsPlace() throws Exception {
        for (int version = 1; version < Migrations.ALL.latest(); version++) {
            Path old = folder.resolve("v" + version);
            java.nio.file.Files.createDirectories(old);
            try (Connection connection = Sqlite.forWriting(old.resolve("keentill.db"))) {
                Migrations.ALL.upTo(version).apply(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT INTO outbox (sale_id, step, kind, ref, state, attempts, created_at,"
                            + " not_before, remote_id) VALUES ('s1', 0, 'invoice', 's1', 'DONE', 1, 1, 1, 'inv-9')");
                }
            }
            try (TillStore store = TillStore.open(old, Samples.CLOCK)) {
                assertThat(store.<Optional<OutboxRow>>read(view -> view.outboxByRemote("invoice", "inv-9")))
                        .as("from version " + version)
                        .get()
                        .extracting(OutboxRow::saleId)
                        .isEqualTo("s1");
                assertThat(store.<Boolean>write(tx -> tx.saveRemote(one("c1", "", "Max", "{}"), 1)))
                        .isTrue();
            }
        }
    }

    private static RemoteObject one(String id, String lookup, String words, String content) {
        return new RemoteObject("customer", id, lookup, words, content);
    }

    private static List<String> found(TillStore store, String typed) throws StoreException {
        return store.read(view -> view.searchRemotes("customer", typed, 9).stream()
                .map(RemoteObject::id)
                .toList());
    }
}
