package io.keentill.engine.simulation;

import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.store.NoReceiptTx;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Bugs planted where goods come back, each of which shows only when the till dies at the wrong moment. */
final class BackMutants {

    private BackMutants() {}

    /** What goods pay for is booked on the basket at once, and on their refund only with the next write. */
    static final class HalfAnExchange extends Mutant {
        private final Map<Life, Refund> withTheNextWrite = new WeakHashMap<>();

        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            Refund late = withTheNextWrite.remove(life);
            if (late != null) {
                tx.saveRefund(late);
            }
            return work.run(Txs.changed(tx, (method, argument) -> {
                boolean half = argument instanceof Refund refund
                        && isExchanged(refund)
                        && tx.refund(refund.id())
                                .filter(HalfAnExchange::isExchanged)
                                .isEmpty();
                if (half) {
                    withTheNextWrite.put(life, (Refund) argument);
                }
                return half ? null : argument;
            }));
        }

        private static boolean isExchanged(Refund refund) {
            return BackAudit.returned(refund, TenderType.EXCHANGE).findAny().isPresent();
        }
    }

    /** The number of a return without a receipt is taken before its transaction, so that one that fails keeps it. */
    static final class NumberTakenBefore extends Mutant {
        private final Map<SimTill, Long> taken = new WeakHashMap<>();

        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            return work.run(Txs.answering(
                    Tx.class,
                    tx,
                    "withoutReceipt",
                    returns -> Txs.answering(
                            NoReceiptTx.class,
                            (NoReceiptTx) returns,
                            "nextNumber",
                            number -> taken.merge(life.till(), 1L, Long::sum))));
        }
    }
}
