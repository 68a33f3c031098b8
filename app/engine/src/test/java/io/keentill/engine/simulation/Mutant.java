package io.keentill.engine.simulation;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import org.jspecify.annotations.Nullable;

/** A bug planted on purpose at a seam of the engine, to see that the simulation finds it. This one is none. */
class Mutant {

    /** The engine as it is. */
    static final Mutant NONE = new Mutant();

    /** The driver that the till gets. */
    PaymentTerminal driver(PaymentTerminal correct, Life life) {
        return correct;
    }

    /** A write of the till. */
    <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
        return work.run(tx);
    }

    /** What a till that dies leaves on its disk; null for what is really there. */
    Disk.@Nullable Moment left(Life life) {
        return null;
    }
}
