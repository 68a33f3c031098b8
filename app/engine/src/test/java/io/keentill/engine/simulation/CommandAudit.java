package io.keentill.engine.simulation;

import static io.keentill.engine.simulation.Audit.read;
import static io.keentill.engine.simulation.Audit.require;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.store.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the ledgers as to refunds and voids that RevKeen's dashboard commanded: what the till carried out is what RevKeen
 * asked for, once, and RevKeen has it as it went.
 */
final class CommandAudit {

    private static final int LATEST = 40;

    private CommandAudit() {}

    /** Whether money was to go back by it because RevKeen said so. */
    static boolean isCommanded(PaymentAttempt attempt) {
        return attempt.operator().equals(BackElsewhere.COMMANDED)
                && (attempt.kind() == PaymentKind.REFUND || attempt.kind() == PaymentKind.REVERSAL);
    }

    /** What the till has booked for it, below zero; null for nothing. */
    static @org.jspecify.annotations.Nullable Long booked(PaymentAttempt attempt) {
        return attempt.moved()
                ? (Long) (-Objects.requireNonNull(attempt.approved()).minor())
                : null;
    }

    private static Stream<PaymentAttempt> all(View view, int latest) {
        return view.recentAttempts(latest).stream().filter(CommandAudit::isCommanded);
    }

    /** Adds what the till has booked, by its reference. */
    static void book(Life life, Map<String, Long> booked, boolean all) {
        read(life.store(), view -> {
            all(view, all ? Audit.ALL : LATEST).filter(PaymentAttempt::moved).forEach(attempt -> {
                Long minor = booked(attempt);
                require(booked.put(attempt.reference(), minor) == null, "%s is booked twice", attempt.reference());
            });
            return life;
        });
    }

    /** What went back of a sale by commands. */
    static long back(View view, Order sale) {
        return sale.tenders().stream()
                .map(tender -> tender.attemptId())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> view.attemptsOn(id).stream())
                .filter(attempt -> isCommanded(attempt) && attempt.moved())
                .mapToLong(attempt -> -Objects.requireNonNull(booked(attempt)))
                .sum();
    }

    /** The same of all of a till's sales of which anything did, by sale. */
    static Map<String, Long> backBySale(View view) {
        Map<String, Long> back = new HashMap<>();
        all(view, Audit.ALL).filter(PaymentAttempt::moved).forEach(attempt -> {
            String sale = original(view, attempt).orderId();
            back.merge(String.valueOf(sale), -Objects.requireNonNull(booked(attempt)), Long::sum);
        });
        return back;
    }

    private static PaymentAttempt original(View view, PaymentAttempt back) {
        return view.attempt(String.valueOf(back.originalId())).orElseThrow();
    }

    /**
     * Holds what a till carried out against what RevKeen commanded. While it is under way RevKeen may not know yet; at rest
     * it does, whatever it had given up meanwhile.
     */
    static void revKeen(SimRevKeen revKeen, SimTill till, Life life, boolean atRest) {
        Map<String, SimDevices.TerminalPayment> asked = new HashMap<>();
        for (SimDevices.TerminalPayment payment : revKeen.devices().payments().values()) {
            if (payment.commanded && payment.device.equals("device-" + till.number())) {
                asked.put(payment.reference, payment);
            }
        }
        read(life.store(), view -> {
            Set<String> here = new HashSet<>();
            for (PaymentAttempt attempt : all(view, atRest ? Audit.ALL : LATEST).toList()) {
                here.add(attempt.reference());
                SimDevices.TerminalPayment payment = asked.get(attempt.reference());
                asAsked(view, attempt, payment);
                noMoreThanPaid(view, original(view, attempt));
                if (atRest) {
                    agreed(revKeen, attempt, payment);
                }
            }
            backBySale(view)
                    .forEach((sale, minor) -> view.order(sale)
                            .ifPresent(order -> require(
                                    minor <= order.paid().minor(),
                                    "Of sale %s %s was paid and RevKeen had %d given back",
                                    sale,
                                    order.paid(),
                                    minor)));
            asked.forEach((reference, payment) -> require(
                    !payment.approved() || here.contains(reference) || !atRest,
                    "RevKeen has %s as carried out and %s does not know it",
                    reference,
                    till.name()));
            return life;
        });
    }

    private static void asAsked(View view, PaymentAttempt attempt, SimDevices.TerminalPayment payment) {
        boolean right = payment != null
                && payment.original != null
                && payment.original.reference.equals(original(view, attempt).reference())
                && payment.minor == attempt.amount().minor();
        require(
                right,
                "%s was carried out, and RevKeen asked for %s",
                attempt,
                payment == null ? null : payment.json());
    }

    /** However it went back: at RevKeen's word, with a refund, or with goods that its money was exchanged for. */
    private static void noMoreThanPaid(View view, PaymentAttempt taken) {
        long back = view.attemptsOn(taken.id()).stream()
                .filter(PaymentAttempt::moved)
                .mapToLong(attempt -> Objects.requireNonNull(attempt.approved()).minor())
                .sum();
        require(
                back <= Objects.requireNonNull(taken.approved()).minor(),
                "Of card payment %s %s was taken and %d given back",
                taken.reference(),
                taken.approved(),
                back);
    }

    private static void agreed(SimRevKeen revKeen, PaymentAttempt attempt, SimDevices.TerminalPayment payment) {
        List<Long> moved = revKeen.credits().movements().stream()
                .filter(movement -> movement.of() == payment)
                .map(SimCredits.Movement::minor)
                .toList();
        Long back = booked(attempt);
        require(
                payment.approved() == attempt.moved() && moved.equals(back == null ? List.of() : List.of(-back)),
                "Command %s came to %s of %s here; RevKeen has it as %s and moved %s",
                attempt.reference(),
                attempt.state(),
                back,
                payment.status,
                moved);
    }
}
