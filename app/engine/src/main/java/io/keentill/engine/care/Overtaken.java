package io.keentill.engine.care;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.care.RestoredBooks.LostSale;
import io.keentill.store.JournalEntry;
import io.keentill.store.TaskRow;
import io.keentill.store.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sales and card payments that a backup has as under way although they came to their end after it: nobody is to be charged
 * for them again, and none gets a second receipt. What is not known to have ended is asked about.
 */
public final class Overtaken {

    /** Type of the journal entry about a sale that a restore has lost, and kind of the task about one that it closed. */
    public static final String SALE = "restore.sale";

    private static final String PAYMENT = "restore.payment";
    private static final String OUTCOME = "payment\\.(approved|declined|cancelled|failed|overridden)";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Collection<LostSale> sales;
    private final Map<String, JournalEntry> outcomes = new HashMap<>();
    private final InstantSource clock;

    /**
     * @param sales finished after the backup
     * @param known the journal's entries after the backup, as far as they can be read
     */
    Overtaken(Collection<LostSale> sales, List<JournalEntry> known, InstantSource clock) {
        this.sales = sales;
        this.clock = clock;
        for (JournalEntry entry : known) {
            if (entry.type().matches(OUTCOME)) {
                outcomes.put(entry.subject(), entry);
            }
        }
    }

    /** Ends them in the backup's data; gives the references of the sales that were closed. */
    List<String> end(Tx tx) {
        List<String> closed = new ArrayList<>();
        for (LostSale sale : sales) {
            Optional<Order> live = tx.order(sale.order()).filter(Overtaken::isLive);
            if (live.isPresent()) {
                close(tx, live.get(), sale);
                closed.add(live.get().reference());
            }
        }
        tx.openAttempts().forEach(attempt -> end(tx, attempt));
        return closed;
    }

    private static boolean isLive(Order order) {
        return order.state() == OrderState.OPEN || order.state() == OrderState.PARKED;
    }

    /** No receipt and nothing for RevKeen: it had its receipt, and is on its way there or to be recorded by hand. */
    private void close(Tx tx, Order order, LostSale sale) {
        tx.saveOrder(order.finishedElsewhere(clock.instant()));
        tx.appendJournal(
                "sale.finished_before_restore",
                RestoredBooks.ACTOR,
                order.id(),
                JournalText.of("reference", order.reference(), "receipt", sale.receipt(), "was", order.state())
                        .with("paid_here", order.paid())
                        .json());
        // There is one such task of an order at most, so that the order's id serves as the task's own.
        tx.saveTask(TaskRow.open(order.id(), SALE, order.id(), task(order, sale), clock.instant()));
    }

    private static Sentence task(Order order, LostSale sale) {
        Sentence receipt = sale.receipt() == 0
                ? Sentence.quoted("")
                : Sentence.of("care.with-receipt", " with receipt {0}", sale.receipt());
        Sentence there = sale.remoteId() == null
                ? Sentence.of(
                        "care.revkeen-does-not-have-it-as-far",
                        "RevKeen does not have it as far as is known: record it there by hand.")
                : Sentence.of("care.revkeen-has-it-as-order", "RevKeen has it as order {0}.", sale.remoteId());
        return Sentence.of(
                "care.sale-was-finished-after-the-backup",
                "Sale {0} was finished{1} after the backup that this till's data were restored from. It was still open in"
                        + " that backup and was closed here without a receipt: do not take its money again. {2} Money"
                        + " goes back in RevKeen.",
                order.reference(),
                receipt,
                there);
    }

    private void end(Tx tx, PaymentAttempt attempt) {
        JournalEntry outcome = outcomes.get(attempt.id());
        JsonNode detail = JSON.readTree(outcome == null ? "{}" : outcome.detail());
        @Nullable Money approved = approved(attempt, detail);
        PaymentAttempt doubted = doubted(tx, attempt, approved);
        AttemptState said = outcome == null ? AttemptState.UNKNOWN : state(outcome);
        if (outcome != null && mayBeApplied(tx, attempt, approved)) {
            apply(tx, doubted, outcome, detail, approved);
        } else {
            said = AttemptState.UNKNOWN;
        }
        tx.appendJournal(
                PAYMENT,
                RestoredBooks.ACTOR,
                attempt.id(),
                JournalText.of("reference", attempt.reference(), "was", attempt.state(), "is", said)
                        .with("approved", approved)
                        .json());
    }

    /** As one that the terminal may have carried out since; nobody here knows. */
    private PaymentAttempt doubted(Tx tx, PaymentAttempt attempt, @Nullable Money approved) {
        PaymentAttempt now = attempt;
        if (now.state() == AttemptState.INTENDED) {
            now = now.sent("", now.createdAt());
            tx.updateAttempt(now);
        }
        if (now.state() == AttemptState.SENT) {
            now = now.resolved(AttemptState.UNKNOWN, now.approved(), now.card(), why(approved), clock.instant());
            tx.updateAttempt(now);
        }
        return now;
    }

    private static Sentence why(@Nullable Money approved) {
        return approved == null
                ? Sentence.of(
                        "care.this-payment-may-have-ended-since-the",
                        "The till's data were restored, and this payment may have run to its end before")
                : Sentence.of(
                        "care.the-lost-data-had-this-payment-as",
                        "The till's data were restored; the lost ones had this payment as approved with {0}",
                        approved);
    }

    /**
     * Money that is part of a running sale or refund has to be booked with it, as the terminal's own answer is; such a
     * payment is asked about.
     */
    private static boolean mayBeApplied(Tx tx, PaymentAttempt attempt, @Nullable Money approved) {
        if (tx.refundOfAttempt(attempt.id()).isPresent()) {
            return false;
        }
        boolean pays = attempt.kind() == PaymentKind.SALE || attempt.kind() == PaymentKind.COMPLETION;
        String order = attempt.orderId();
        boolean live =
                order != null && tx.order(order).filter(Overtaken::isLive).isPresent();
        return approved == null || !pays || !live;
    }

    private static void apply(
            Tx tx, PaymentAttempt unknown, JournalEntry outcome, JsonNode detail, @Nullable Money approved) {
        AttemptState state = state(outcome);
        if (state == AttemptState.OVERRIDDEN) {
            decide(tx, unknown, outcome, detail, approved);
            return;
        }
        if (state == AttemptState.APPROVED && approved == null) {
            return;
        }
        String message = detail.path("message").asString("");
        tx.updateAttempt(unknown.resolved(
                state,
                approved,
                card(unknown, detail),
                message.isEmpty() ? null : Sentence.quoted(message),
                outcome.at()));
    }

    /** The last four digits are all that the journal keeps of a card. */
    private static CardDetails card(PaymentAttempt unknown, JsonNode detail) {
        String four = detail.path("card").asString("");
        return unknown.card().equals(CardDetails.NONE) && !four.isEmpty()
                ? CardDetails.builder().cardNumber(four).build()
                : unknown.card();
    }

    private static void decide(
            Tx tx, PaymentAttempt unknown, JournalEntry outcome, JsonNode detail, @Nullable Money approved) {
        String code = detail.path("auth_code").asString("");
        Evidence evidence = new Evidence(
                Evidence.Kind.valueOf(detail.path("evidence").asString("")),
                detail.path("text").asString(""),
                approved,
                code.isEmpty() ? null : code);
        tx.updateAttempt(unknown.resolved(
                AttemptState.OVERRIDDEN,
                approved,
                code.isEmpty() ? unknown.card() : unknown.card().withAuthCode(code),
                Sentence.quoted(evidence.text()),
                outcome.at()));
        tx.saveDecision(ManagerDecision.of(unknown.id(), evidence, outcome.actor(), outcome.at()));
    }

    private static AttemptState state(JournalEntry outcome) {
        return AttemptState.valueOf(
                outcome.type().substring("payment.".length()).toUpperCase(Locale.ROOT));
    }

    private static @Nullable Money approved(PaymentAttempt attempt, JsonNode detail) {
        JsonNode minor = detail.path("approved_minor");
        return minor.isNumber() ? Money.of(minor.asLong(), attempt.amount().currency()) : null;
    }
}
