package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.shift.CashMovement;
import java.util.HashSet;
import java.util.Set;

/** The cash in a till's drawer, put there and taken out by hand. */
final class Drawer {

    private final Set<String> handedOut = new HashSet<>();
    private final Set<String> withoutReceipt = new HashSet<>();
    private long minor;
    private long filled;

    /** The float, before the first shift of all. */
    void fillOnce(long change) {
        if (filled == 0) {
            filled = change;
            minor += change;
        }
    }

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

    /** A customer gets cash for goods without a receipt; false, and nothing is handed out, if they have it. */
    boolean handOut(NoReceiptReturn back) {
        boolean first = withoutReceipt.add(back.id());
        minor -= first ? back.handed().minor() : 0;
        return first;
    }

    /** Ids of the returns without a receipt for which cash was handed out. */
    Set<String> withoutReceipt() {
        return withoutReceipt;
    }

    /** Put in, or taken out, for another reason. */
    void move(CashMovement movement) {
        minor += movement.signed().minor();
    }

    /** What is in it. */
    long minor() {
        return minor;
    }

    /** What was in it before anybody came. */
    long filled() {
        return filled;
    }
}
