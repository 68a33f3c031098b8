package io.keentill.engine.simulation;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.OverrideResult;
import java.util.function.Predicate;

/** A manager comes to the counter where the terminal cannot tell, and decides by what it printed. */
final class ManagerAsked {

    /** After how many looks of the clerk. */
    static final int COMES_AFTER = 10;

    private ManagerAsked() {}

    /** Decides about the payments of this order of which the terminal cannot tell; leaves alone those of which it can. */
    static void about(String orderId, SimTill till, LocalTill engine) {
        about(doubt -> orderId.equals(doubt.orderId()), till, engine);
    }

    /** The same for what goes back as parts of this refund. */
    static void about(Refund refund, SimTill till, LocalTill engine) {
        about(doubt -> refund.partOf(doubt.id()).isPresent(), till, engine);
    }

    private static void about(Predicate<PaymentAttempt> theirs, SimTill till, LocalTill engine) {
        for (PaymentAttempt doubt : engine.openPayments()) {
            boolean unknown = theirs.test(doubt) && doubt.state() == AttemptState.UNKNOWN;
            if (unknown && till.terminal().cannotTell(doubt.reference())) {
                decide(doubt, till, engine);
            }
        }
    }

    private static void decide(PaymentAttempt doubt, SimTill till, LocalTill engine) {
        long read = till.terminal().slip(doubt.reference());
        Evidence evidence = read == 0
                ? Evidence.nothingMoved(Evidence.Kind.TERMINAL_SCREEN, "its screen shows no such payment")
                : Evidence.moved(Evidence.Kind.PAPER_SLIP, "the merchant's copy", Money.of(read, Shop.GBP), "A1B2C3");
        OverrideResult result = engine.override(doubt.id(), evidence, Shop.PIN);
        till.world().tape().add(till.name(), "manager reads " + read + " for " + doubt.reference() + ": " + result);
        switch (result) {
            case OverrideResult.Decided decided -> {
                till.decided();
                till.shown().attempt(decided.attempt());
            }
            case OverrideResult.Refused no -> {
                // the terminal is being asked at this moment, or the disk is full: they try again
            }
            case OverrideResult.WrongPin no -> throw new Violation("The manager's PIN is refused: " + no);
            case OverrideResult.LockedOut no -> throw new Violation("The manager is locked out: " + no);
        }
    }
}
