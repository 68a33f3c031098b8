package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;
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
    public Optional<Sentence> retry(String taskId, String operator) {
        return on(taskId, id -> tasks.retry(id, operator));
    }

    @Override
    public Optional<Sentence> dismiss(String taskId, String operator, String reason) {
        return on(taskId, id -> tasks.dismiss(id, operator, reason));
    }

    private interface Step {
        Optional<Sentence> on(long id) throws StoreException;
    }

    private static Optional<Sentence> on(String taskId, Step step) {
        try {
            return step.on(Long.parseLong(taskId));
        } catch (NumberFormatException e) {
            return Optional.of(Sentence.of(
                    "office.this-is-nothing-that-revkeen-refused", "This is nothing that RevKeen refused."));
        } catch (StoreException e) {
            return Optional.of(e.said());
        }
    }
}
