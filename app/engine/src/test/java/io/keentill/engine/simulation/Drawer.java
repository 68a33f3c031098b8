package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.refund.RefundPart;
import java.util.HashSet;
import java.util.Set;

/** The cash in a till's drawer, put there and taken out by hand. */
final class Drawer {

    private final Set<String> handedOut = new HashSet<>();
    private long minor;

    /** A customer paid. */
    void put(Money handed, Money change) {
        minor += handed.minor() - change.minor();
    }

    /** A customer gets money back; the clerk knows whom they have given it to. */
    void handOut(RefundPart part) {
        if (handedOut.add(part.id())) {
            minor -= part.handed().minor();
        }
    }

    long minor() {
        return minor;
    }
}
