package io.keentill.engine.payment;

import io.keentill.domain.payment.Evidence;
import io.keentill.domain.shop.Role;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.staff.StaffRoom;

/**
 * Decisions about payments that no terminal can answer for. Whoever decides proves to be a manager by PIN, says what was
 * seen and where, and all of it is journalled.
 */
public final class Overrides {

    private final Payments payments;
    private final Patience patience;
    private final StaffRoom staff;

    /** Decides about {@code payments}; waits for the till's own questions by the time of {@code waits}. */
    public Overrides(Payments payments, Waits waits, StaffRoom staff) {
        this.payments = payments;
        this.patience = new Patience(payments, waits);
        this.staff = staff;
    }

    /**
     * Decides about an UNKNOWN payment. Takes about a tenth of a second for the PIN.
     *
     * @param pin of somebody who is at least a manager; kept nowhere
     */
    public OverrideResult decide(String attemptId, Evidence evidence, String pin) {
        return switch (staff.prove(pin)) {
            case LoginResult.WrongPin wrong -> new OverrideResult.WrongPin(wrong.triesLeft());
            case LoginResult.LockedOut locked -> new OverrideResult.LockedOut(locked.until());
            case LoginResult.NotPossible no -> new OverrideResult.Refused(no.message());
            case LoginResult.LoggedIn who
            when who.staff().role() == Role.CLERK ->
                new OverrideResult.Refused(Sentence.of(
                        "payment.may-not-decide-about-payments-a",
                        "{0} may not decide about payments. A manager has to.",
                        who.staff().name()));
            case LoginResult.LoggedIn who ->
                payments.decide(attemptId, evidence, who.staff().id(), patience);
        };
    }
}
