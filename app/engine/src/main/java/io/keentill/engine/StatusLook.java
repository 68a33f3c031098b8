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
import org.jspecify.annotations.Nullable;

/** Gathers what is always in sight from wherever it is known. */
record StatusLook(TillStore store, Payments payments, boolean training) {

    private static final System.Logger LOG = System.getLogger(StatusLook.class.getName());

    TillStatus now(@Nullable Cloud connected, @Nullable Caretaker caretaker) {
        OutboxSummary backlog = backlog();
        Optional<TerminalSession> terminal = payments.terminal();
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
                warnings(caretaker));
    }

    private List<String> warnings(@Nullable Caretaker looking) {
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
