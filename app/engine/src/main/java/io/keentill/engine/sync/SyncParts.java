package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.engine.Waits;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.TillStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the parts of the sync share.
 *
 * @param commits writes of requests side by side
 * @param waits elapsed time; {@code clock} is the wall clock, which may be wrong
 * @param random jitter; safe for use by several threads
 * @param keys which idempotency keys can be relied on
 * @param gates what the till's key may not do
 * @param turn whose turn it is on the till's device
 */
record SyncParts(
        TillStore store,
        SharedCommits commits,
        RevKeen api,
        IdSource ids,
        InstantSource clock,
        Waits waits,
        RandomGenerator random,
        KeyClock keys,
        ScopeGates gates,
        DeviceTurn turn) {}
