package io.keentill.engine.status;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.store.OutboxSummary;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.List;

/**
 * What the store says is still to be done, as it was at one moment.
 *
 * @param backlog what RevKeen has not been told yet
 * @param open payments whose outcome is not known, oldest first; a running one is among them
 */
public record StoredWork(OutboxSummary backlog, List<PaymentAttempt> open) {

    private static final System.Logger LOG = System.getLogger(StoredWork.class.getName());

    /** Copies the payments. */
    public StoredWork {
        open = List.copyOf(open);
    }

    /** As it is now; nothing, and a line in the log, if the store cannot be read: its trouble is told elsewhere. */
    public static StoredWork in(TillStore store) {
        try {
            return store.read(view -> new StoredWork(view.outboxSummary(), view.openAttempts()));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Backlog and open payments could not be read", e);
            return new StoredWork(new OutboxSummary(0, 0, null), List.of());
        }
    }
}
