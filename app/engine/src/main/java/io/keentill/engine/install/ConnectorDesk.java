package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.engine.sync.LinkResult;
import java.util.Optional;

/** The till as RevKeen's connector of its own terminal ({@code docs/connector-channel.md}). */
public interface ConnectorDesk {

    /**
     * How it stands.
     *
     * @param state of the channel
     * @param offered whether a RevKeen is set up at all
     * @param byCode whether it was linked with a code; otherwise the till's key stands for it
     */
    record Standing(ConnectorState state, boolean offered, boolean byCode) {}

    /** How it stands. Does not block. */
    Standing standing();

    /** Links with a code from RevKeen's dashboard. Blocks for seconds; what linked it before stays if it fails. */
    LinkResult link(String code, String operator);

    /** Forgets the link and connects with the till's key again; empty if done, else what is wrong. */
    Optional<Sentence> unlink(String operator);
}
