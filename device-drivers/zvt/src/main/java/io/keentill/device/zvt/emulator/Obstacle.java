package io.keentill.device.zvt.emulator;

import java.util.Optional;

/** Why the terminal does not even try what refers to an earlier payment. */
final class Obstacle {

    private static final int ALREADY_REVERSED = 0xB4;
    private static final int REVERSAL_IMPOSSIBLE = 0xB5;
    private static final int WRONG_AMOUNT = 0xB7;
    private static final int NO_SUCH_HOLD = 0xB8;

    private Obstacle() {}

    /** The result code of 06 1E, or 0 if nothing is in the way. */
    static int to(PaymentOrder order, Optional<LedgerEntry> original) {
        return switch (order.type()) {
            case SALE, REFUND, PRE_AUTHORISATION -> 0;
            case REVERSAL -> original.map(entry -> toReversal(order, entry)).orElse(REVERSAL_IMPOSSIBLE);
            case COMPLETION, RELEASE ->
                original.map(entry -> toBooking(order, entry)).orElse(NO_SUCH_HOLD);
        };
    }

    private static int toReversal(PaymentOrder order, LedgerEntry original) {
        boolean reversible = switch (original.type()) {
            case SALE, REFUND, COMPLETION -> true;
            case REVERSAL, PRE_AUTHORISATION, RELEASE -> false;
        };
        if (!reversible
                || original.amountMinor() != order.amountMinor()
                || !original.currency().equals(order.currency())) {
            return REVERSAL_IMPOSSIBLE;
        }
        return original.state() == LedgerEntry.State.REVERSED ? ALREADY_REVERSED : 0;
    }

    private static int toBooking(PaymentOrder order, LedgerEntry hold) {
        boolean byTotal = order.type() == LedgerEntry.Type.COMPLETION && !order.namesRest();
        if (hold.type() != LedgerEntry.Type.PRE_AUTHORISATION
                || hold.state() != LedgerEntry.State.BOOKED
                || !hold.currency().equals(order.currency())
                || (byTotal && hold.trace() != order.trace())) {
            return NO_SUCH_HOLD;
        }
        boolean fits = order.type() == LedgerEntry.Type.RELEASE
                ? order.amountMinor() == hold.amountMinor()
                : order.amountMinor() < hold.amountMinor() || (byTotal && order.amountMinor() == hold.amountMinor());
        return fits ? 0 : WRONG_AMOUNT;
    }
}
