package io.keentill.engine.office;

import io.keentill.engine.sync.SyncTasks;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Optional;

/** Refusals in the outbox. */
final class StoredRefusals implements RefusalDesk {

    private final SyncTasks tasks;

    StoredRefusals(TillStore store) {
        this.tasks = new SyncTasks(store);
    }

    @Override
    public Optional<String> retry(String taskId, String operator) {
        return on(taskId, id -> tasks.retry(id, operator));
    }

    @Override
    public Optional<String> dismiss(String taskId, String operator, String reason) {
        return on(taskId, id -> tasks.dismiss(id, operator, reason));
    }

    private interface Step {
        Optional<String> on(long id) throws StoreException;
    }

    private static Optional<String> on(String taskId, Step step) {
        try {
            return step.on(Long.parseLong(taskId));
        } catch (NumberFormatException e) {
            return Optional.of("This is nothing that RevKeen refused.");
        } catch (StoreException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
