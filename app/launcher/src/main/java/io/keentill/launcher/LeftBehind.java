package io.keentill.launcher;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Payments that ran when the till died. An opened till finds out on a thread of its own that nobody runs them any more; a
 * command that looked before would take them for running ones, and say that there is nothing to decide.
 *
 * @param ids of those that are stored as running
 */
record LeftBehind(Set<String> ids) {

    private static final System.Logger LOG = System.getLogger(LeftBehind.class.getName());

    /** A commit for each, on a disk that is busy with something else; sooner, whoever decides is told of nothing open. */
    private static final Duration MOST = Duration.ofSeconds(30);

    /** Those in {@code store}, whose till is not open yet. */
    static LeftBehind in(TillStore store) throws StoreException {
        return new LeftBehind(store.read(View::openAttempts).stream()
                .filter(LeftBehind::looksRunning)
                .map(PaymentAttempt::id)
                .collect(Collectors.toSet()));
    }

    /** A link goes on without its till. */
    private static boolean looksRunning(PaymentAttempt attempt) {
        return attempt.state() == AttemptState.INTENDED
                || (attempt.state() == AttemptState.SENT && !LinkAddress.is(attempt.terminal()));
    }

    /** Returns when {@code till} takes none of them for running any more. */
    void awaitTakenIn(LocalTill till) {
        if (!Waiting.until(MOST, () -> till.openPayments().stream().noneMatch(this::isStillThere))) {
            LOG.log(System.Logger.Level.WARNING, "A payment that ran when the till stopped is not taken in yet");
        }
    }

    private boolean isStillThere(PaymentAttempt attempt) {
        return ids.contains(attempt.id()) && looksRunning(attempt);
    }
}
