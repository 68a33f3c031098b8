package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.status.TillStatus.Connection;

/** How RevKeen was reached last. */
record SyncState(Connection connection, Sentence message) {}
