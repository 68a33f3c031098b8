package io.keentill.engine.simulation;

import static io.keentill.engine.simulation.Audit.require;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.store.RemoteObject;
import io.keentill.store.View;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stands beside a till and looks at the moment at which it sets out to give money back to a card: with what it has stored of
 * RevKeen's refunds without a terminal, no more goes back to the cards of a sale than they paid, wherever their money is by
 * then. What it could not know yet is not held against it.
 */
final class BackWitness {

    private final SimRevKeen revKeen;
    private final Set<String> seen = new HashSet<>();
    private @Nullable Violation violation;

    BackWitness(SimRevKeen revKeen) {
        this.revKeen = revKeen;
    }

    /** A till has written, and has not committed it yet. */
    void wrote(View view) {
        for (PaymentAttempt attempt : view.openAttempts()) {
            boolean back = attempt.kind() == PaymentKind.REFUND || attempt.kind() == PaymentKind.REVERSAL;
            if (back && attempt.originalId() != null && seen.add(attempt.id())) {
                look(view, attempt);
            }
        }
    }

    /** What was seen, if it must not be; the engine's own threads would take it for an error of the program. */
    void ask() {
        if (violation != null) {
            throw violation;
        }
    }

    private void look(View view, PaymentAttempt back) {
        String saleId = view.attempt(String.valueOf(back.originalId()))
                .map(PaymentAttempt::orderId)
                .orElse(null);
        Order sale = saleId == null ? null : view.order(saleId).orElse(null);
        if (sale == null) {
            return;
        }
        List<PaymentAttempt> cards = sale.tenders().stream()
                .filter(tender -> tender.type() == TenderType.CARD)
                .map(tender -> tender.attemptId())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> view.attempt(id).stream())
                .toList();
        long paid = cards.stream().mapToLong(card -> minor(card)).sum();
        long gone = cards.stream()
                .flatMap(card -> view.attemptsOn(card.id()).stream())
                .filter(attempt -> attempt.moved() || attempt.state().isOpen())
                .mapToLong(BackWitness::minor)
                .sum();
        long elsewhere = heard(view, sale);
        try {
            require(
                    elsewhere == 0 || gone + elsewhere <= paid,
                    "%s sets out to give back to a card of sale %s: %d was paid, %d goes back here, and it has heard of %d",
                    back.reference(),
                    sale.id(),
                    paid,
                    gone,
                    elsewhere);
        } catch (Violation seenNow) {
            violation = violation == null ? seenNow : violation;
        }
    }

    private long heard(View view, Order sale) {
        Set<String> heard = view.remotesBy(BackElsewhere.MOVEMENT, sale.id()).stream()
                .map(RemoteObject::id)
                .collect(Collectors.toSet());
        return revKeen.credits().movements().stream()
                .filter(movement -> movement.of().atGateway && heard.contains(movement.id()))
                .mapToLong(SimCredits.Movement::minor)
                .sum();
    }

    private static long minor(PaymentAttempt attempt) {
        Money approved = attempt.approved();
        return approved == null || !attempt.moved() ? attempt.amount().minor() : approved.minor();
    }
}
