package io.keentill.store;

import static io.keentill.store.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stands around the writes can undo one before its commit and cannot afterwards. */
class WriteGuardTest {

    private final Guard guard = new Guard();

    @TempDir
    private Path folder;

    private TillStore store;

    private static final class Guard implements WriteGuard {
        private @Nullable StoreException before;
        private @Nullable RuntimeException after;

        @Override
        public <T extends @Nullable Object> T around(Tx tx, TillStore.Work<T> work) throws StoreException {
            T result = work.run(tx);
            if (before != null) {
                throw before;
            }
            return result;
        }

        @Override
        public void committed() {
            if (after != null) {
                throw after;
            }
        }
    }

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK, guard);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private void save(String id) throws StoreException {
        store.write(tx -> {
            tx.saveOrder(order(id));
            return id;
        });
    }

    private Optional<String> stored(String id) throws StoreException {
        return store.read(view -> view.order(id).map(o -> o.id()));
    }

    @Test
    void whatItRefusesIsNotKept() throws StoreException {
        guard.before = new StoreException(StoreException.Kind.DISK_FULL, "full", null);
        assertThatThrownBy(() -> save("a")).isSameAs(guard.before);
        assertThat(stored("a")).isEmpty();
        assertThat(store.commits()).isZero();
        guard.before = null;
        save("a");
        assertThat(stored("a")).contains("a");
    }

    @Test
    void whatItThrowsAfterTheCommitComesTooLateToUndoIt() throws StoreException {
        guard.after = new IllegalStateException("dead");
        assertThatThrownBy(() -> save("a")).isSameAs(guard.after);
        assertThat(stored("a")).contains("a");
        guard.after = null;
        save("b");
        assertThat(store.commits()).isEqualTo(2);
    }
}
