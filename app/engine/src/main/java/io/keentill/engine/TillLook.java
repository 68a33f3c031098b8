package io.keentill.engine;

import io.keentill.engine.care.Caretaker;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.Cloud;
import io.keentill.store.OutboxSummary;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the till looks at a moment.
 *
 * @param cloud null where no RevKeen is set up
 * @param training whether RevKeen is a sandbox
 * @param caretaker whoever looks after the till's data; gives null before that begins
 */
record TillLook(
        TillStore store,
        Payments payments,
        @Nullable Cloud cloud,
        boolean training,
        Supplier<@Nullable Caretaker> caretaker) {

    private static final System.Logger LOG = System.getLogger(TillLook.class.getName());

    /** Looks; blocks for a query. */
    TillStatus look() {
        OutboxSummary backlog = backlog();
        Optional<TerminalSession> terminal = payments.terminal();
        Cloud connected = cloud;
        int open = (int) payments.open().stream()
                .filter(a -> payments.running().filter(a.reference()::equals).isEmpty())
                .count();
        return new TillStatus(
                connected == null ? TillStatus.Connection.NOT_SET_UP : connected.connection(),
                connected == null ? "No RevKeen is set up" : connected.connectionMessage(),
                backlog.waiting(),
                backlog.oldestWaiting(),
                backlog.blocked(),
                terminal.map(TerminalSession::address).orElse(null),
                terminal.map(TerminalSession::lastStatus).orElse(null),
                connected == null ? TillStatus.ConnectorState.DISCONNECTED : connected.connectorState(),
                open,
                training,
                warnings());
    }

    private List<String> warnings() {
        Caretaker looking = caretaker.get();
        return looking == null
                ? store.trouble()
                        .map(t -> List.of(String.valueOf(t.getMessage())))
                        .orElse(List.of())
                : looking.warnings();
    }

    private OutboxSummary backlog() {
        try {
            return store.read(View::outboxSummary);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The backlog could not be read", e);
            return new OutboxSummary(0, 0, null);
        }
    }
}
