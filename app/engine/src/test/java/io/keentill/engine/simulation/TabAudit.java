package io.keentill.engine.simulation;

import static io.keentill.engine.simulation.Audit.read;
import static io.keentill.engine.simulation.Audit.require;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.store.View;
import java.util.List;
import java.util.Map;

/**
 * Holds the bank's holds on cards against the till's: what is held there is known here, and came to its end once; at rest
 * nothing is held any more.
 */
final class TabAudit {

    private TabAudit() {}

    static void holds(SimTill till, Life life, boolean atRest) {
        Map<String, Bank.Hold> there = till.world().bank().holds(till.terminal().name());
        read(life.store(), view -> {
            there.forEach((reference, hold) -> hold(view, reference, hold, atRest));
            for (PaymentAttempt here : view.liveHolds()) {
                boolean stands = there.containsKey(here.reference());
                require(
                        stands || isInDoubt(view, here),
                        "%s is held for the till under %s, and nothing at the bank",
                        here.approved(),
                        here.reference());
                require(!atRest, "%s is still held under %s", here.approved(), here.reference());
            }
            return life;
        });
    }

    private static void hold(View view, String reference, Bank.Hold there, boolean atRest) {
        PaymentAttempt here = view.attemptByReference(reference)
                .filter(attempt -> attempt.kind() == PaymentKind.PRE_AUTHORISATION)
                .orElseThrow(() -> new Violation(reference + " is held and no till knows it"));
        if (isInDoubt(view, here)) {
            require(!atRest, "What is held under %s is in doubt at rest", reference);
            return;
        }
        List<PaymentAttempt> ends = view.attemptsOn(here.id()).stream()
                .filter(PaymentAttempt::moved)
                .toList();
        require(
                here.moved() && here.approved() != null && here.approved().minor() == there.minor(),
                "%d is held under %s, the till has it as %s of %s",
                there.minor(),
                reference,
                here.state(),
                here.approved());
        require(
                ends.size() == (there.live() ? 0 : 1),
                "What is held under %s is %s at the bank and was ended here by %s",
                reference,
                there.live() ? "live" : "over",
                ends);
    }

    private static boolean isInDoubt(View view, PaymentAttempt hold) {
        return hold.state().isOpen()
                || view.attemptsOn(hold.id()).stream()
                        .anyMatch(end -> end.state().isOpen());
    }
}
