package io.keentill.engine;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.care.Caretaker;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.status.StoredWork;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.Cloud;
import io.keentill.store.OutboxSummary;
import io.keentill.store.TillStore;
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

    /** Looks; blocks for a query. */
    TillStatus look() {
        StoredWork stored = StoredWork.in(store);
        OutboxSummary backlog = stored.backlog();
        Optional<TerminalSession> terminal = payments.terminal();
        Cloud connected = cloud;
        int open = (int) stored.open().stream()
                .filter(a -> payments.running().filter(a.reference()::equals).isEmpty())
                .count();
        return new TillStatus(
                connected == null ? TillStatus.Connection.NOT_SET_UP : connected.connection(),
                connected == null
                        ? Sentence.of("till.no-revkeen-is-set-up", "No RevKeen is set up")
                        : connected.connectionMessage(),
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

    private List<Sentence> warnings() {
        Caretaker looking = caretaker.get();
        return looking == null ? store.trouble().map(t -> List.of(t.said())).orElse(List.of()) : looking.warnings();
    }
}
