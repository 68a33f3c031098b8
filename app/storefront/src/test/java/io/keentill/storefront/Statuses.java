package io.keentill.storefront;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.status.TillStatus;

/** Status of a bad day. */
final class Statuses {

    private Statuses() {}

    static TillStatus offline() {
        return new TillStatus(
                TillStatus.Connection.OFFLINE,
                "RevKeen does not answer",
                12,
                FakeTill.NOW.minusSeconds(4 * 60),
                1,
                "zvt:tcp:127.0.0.1:20007",
                TerminalStatus.unreachable("No answer"),
                TillStatus.ConnectorState.DISCONNECTED,
                1,
                true);
    }
}
