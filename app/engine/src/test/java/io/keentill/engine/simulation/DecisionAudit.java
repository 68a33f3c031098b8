package io.keentill.engine.simulation;

import static io.keentill.engine.simulation.Audit.read;
import static io.keentill.engine.simulation.Audit.require;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.store.View;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds what managers decided against the bank. What was decided stands as it was booked, whatever the terminal says later:
 * the same, and that is all; or something else, and that is one task.
 */
final class DecisionAudit {

    private DecisionAudit() {}

    /** The bank's balances with those that a manager decided as they were decided: what the till must have booked. */
    static Map<String, Long> asDecided(SimTill till, Life life, boolean atRest) {
        String terminal = till.terminal().name();
        Map<String, Long> bank = till.world().bank().balances(terminal);
        Map<String, Bank.Hold> holds = till.world().bank().holds(terminal);
        Map<String, Long> ledger = new LinkedHashMap<>(bank);
        read(life.store(), view -> {
            for (Word word : Word.values()) {
                for (ManagerDecision decision : view.decisions(word)) {
                    PaymentAttempt attempt = view.attempt(decision.attemptId()).orElseThrow();
                    long decided = decided(attempt, decision);
                    Bank.Hold held = holds.get(attempt.reference());
                    boolean asTheBank = attempt.kind() == PaymentKind.PRE_AUTHORISATION
                            ? approved(decision) == (held == null ? 0 : held.minor())
                            : decided == bank.getOrDefault(attempt.reference(), 0L);
                    check(view, attempt, decision, asTheBank, atRest);
                    if (decided == 0) {
                        ledger.remove(attempt.reference());
                    } else {
                        ledger.put(attempt.reference(), decided);
                    }
                }
            }
            return life;
        });
        return ledger;
    }

    private static long decided(PaymentAttempt attempt, ManagerDecision decision) {
        return switch (attempt.kind()) {
            case SALE, COMPLETION -> approved(decision);
            case REFUND, REVERSAL -> -approved(decision);
            case PRE_AUTHORISATION, RELEASE -> 0;
        };
    }

    private static long approved(ManagerDecision decision) {
        Money approved = decision.approved();
        return approved == null ? 0 : approved.minor();
    }

    private static void check(
            View view, PaymentAttempt attempt, ManagerDecision decision, boolean asTheBank, boolean atRest) {
        require(
                attempt.state() == AttemptState.OVERRIDDEN,
                "Payment %s was decided by %s and is %s",
                attempt.reference(),
                decision.manager(),
                attempt.state());
        long tasks = view.openTasks().stream()
                .filter(task -> task.subject().equals(attempt.id()))
                .count();
        boolean right = switch (decision.word()) {
            case AWAITED -> !atRest && tasks == 0;
            case AGREES -> asTheBank && tasks == 0;
            case CONTRADICTS -> !asTheBank && tasks == 1;
        };
        require(
                right,
                "The terminal's word on payment %s, decided as %s, is %s, and there are %d tasks",
                attempt.reference(),
                decision.approved(),
                decision.word(),
                tasks);
    }
}
