package io.keentill.storefront;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.status.TillStatus;
import java.util.stream.Stream;

/** Status of a bad day. */
final class Statuses {

    private Statuses() {}

    static TillStatus offline() {
        return new TillStatus(
                TillStatus.Connection.OFFLINE,
                RealWords.said("sync.revkeen-cannot-be-reached-and-without"),
                12,
                FakeTill.NOW.minusSeconds(4 * 60),
                1,
                "zvt:tcp:127.0.0.1:20007",
                TerminalStatus.unreachable("No answer"),
                TillStatus.ConnectorState.DISCONNECTED,
                1,
                true);
    }

    /** All is well but for what these sentences say. */
    static TillStatus warning(String... sentences) {
        return new TillStatus(
                TillStatus.Connection.ONLINE,
                Sentence.quoted(""),
                0,
                null,
                0,
                null,
                null,
                TillStatus.ConnectorState.DISCONNECTED,
                0,
                false,
                Stream.of(sentences).map(Sentence::quoted).toList());
    }
}
