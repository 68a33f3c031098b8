package io.keentill.engine.simulation;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import org.jspecify.annotations.Nullable;

/** Bugs planted where RevKeen commands what a terminal is to do. */
final class CommandMutants {

    private CommandMutants() {}

    /** What RevKeen commanded is stored under a reference of the till's own, so that the same command would go through again. */
    static final class OwnReference extends Mutant {
        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            return work.run(Txs.changed(
                    tx,
                    (method, argument) -> method.equals("insertAttempt")
                                    && argument instanceof PaymentAttempt attempt
                                    && CommandAudit.isCommanded(attempt)
                            ? under("T" + attempt.reference(), attempt)
                            : argument));
        }

        private static PaymentAttempt under(String reference, PaymentAttempt a) {
            return new PaymentAttempt(
                    a.id(),
                    reference,
                    a.orderId(),
                    a.kind(),
                    a.amount(),
                    a.terminal(),
                    a.operator(),
                    a.originalId(),
                    a.state(),
                    a.approved(),
                    a.card(),
                    a.message(),
                    a.recoveryHint(),
                    a.createdAt(),
                    a.sentAt(),
                    a.resolvedAt());
        }
    }

    /** Money that RevKeen says went back is taken for a refund that failed. */
    static final class HeardAndNotCounted extends Mutant {
        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            return work.run(Txs.changed(
                    tx,
                    (method, argument) -> argument instanceof RemoteObject heard
                                    && heard.kind().equals(BackElsewhere.MOVEMENT)
                            ? new RemoteObject(
                                    heard.kind(),
                                    heard.id(),
                                    heard.lookup(),
                                    heard.words(),
                                    heard.content().replace("succeeded", "failed"))
                            : argument));
        }
    }

    /** Which command it was is known to the running program alone: RevKeen, which gave it up meanwhile, never hears of it. */
    static final class ForgottenWithTheProgram extends Mutant {
        private static final int MOST = 100;

        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            T result = work.run(tx);
            for (RemoteObject kept : tx.remotes("command", MOST)) {
                tx.forgetRemote("command", kept.id());
            }
            return result;
        }
    }
}
