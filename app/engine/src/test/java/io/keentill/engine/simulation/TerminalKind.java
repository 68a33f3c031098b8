package io.keentill.engine.simulation;

import io.keentill.device.terminal.Capability;
import java.util.EnumSet;
import java.util.Set;

/** How a terminal gives money back, and whether it can hold money; they differ, and a shop has to live with the one it has. */
enum TerminalKind {
    /** All of it. */
    ANYTHING(Capability.REVERSAL, Capability.LINKED_REFUND, Capability.REFUND, Capability.PRE_AUTHORISATION),
    /** Undoes whole payments of the day, and refunds on those that it knows. */
    ITS_OWN(Capability.REVERSAL, Capability.LINKED_REFUND, Capability.PRE_AUTHORISATION),
    /** Undoes whole payments of the day and nothing else. */
    VOIDS(Capability.REVERSAL),
    /** Pays out to any card that is presented, and knows nothing of earlier payments. */
    PAYS_OUT(Capability.REFUND);

    private final Set<Capability> can;

    TerminalKind(Capability... back) {
        can = EnumSet.of(Capability.CANCEL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL);
        can.addAll(Set.of(back));
    }

    Set<Capability> can() {
        return can;
    }
}
