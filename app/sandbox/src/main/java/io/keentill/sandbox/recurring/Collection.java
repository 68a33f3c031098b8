package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.CardGateway;
import io.keentill.sandbox.money.CardGateway.Approved;
import io.keentill.sandbox.money.CardGateway.Card;
import io.keentill.sandbox.money.CardGateway.Challenged;
import io.keentill.sandbox.money.CardGateway.Declined;
import io.keentill.sandbox.money.CardGateway.Verdict;
import io.keentill.sandbox.money.Movement;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Invoices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Making a subscription's invoices and collecting them. With a stored payment method the invoice is charged at once and
 * a declined charge is tried again 1, 3, 5 and 7 days later; without one it stays open for seven days to be paid by
 * hand. The retry days and their consequence are the sandbox's own (C.5 leaves them open).
 */
final class Collection {
    /** The invoice that is still to be paid. */
    static final String UNPAID = "_unpaid_invoice";

    /** When an invoice that nobody was charged for must have been paid. */
    static final String COLLECT_AT = "_collect_at";

    /** When a declined charge is tried again. */
    static final String RETRY_AT = "_retry_at";

    /** Since when a charge has been failing. */
    static final String FAILING_SINCE = "_failing_since";

    /** How often a failing charge was tried again. */
    static final String RETRIES = "_retries";

    /** Whether invoices are sent to be paid by hand. */
    static final String BY_HAND = "_by_hand";

    /** The discount on every invoice, by its id or code. */
    static final String COUPON = "_coupon";

    /** Days after the first failure on which it is tried again. */
    static final List<Integer> RETRY_DAYS = List.of(1, 3, 5, 7);

    private static final Duration TERMS = Duration.ofDays(7);

    private Collection() {}

    /** Invoices {@code lines} and what earlier changes left to pay, and collects. Null when nothing is to pay. */
    static @Nullable ObjectNode bill(Work work, ObjectNode subscription, List<Line> lines) {
        List<Line> all = new ArrayList<>(lines);
        for (JsonNode line : subscription.path(PlanChanges.PENDING_LINES)) {
            all.add(Line.read(line));
        }
        subscription.remove(PlanChanges.PENDING_LINES);
        discount(work, subscription, lines).ifPresent(all::add);
        long total = total(all);
        if (total < 0) {
            PlanChanges.later(subscription, List.of(Line.of("Credit brought forward", null, 1, total)));
            return null;
        }
        return total == 0 ? null : raise(work, subscription, all, total);
    }

    /** The discount on the period's own lines: a percentage rounded half up, or a fixed amount up to all of them. */
    private static Optional<Line> discount(Work work, ObjectNode subscription, List<Line> lines) {
        String coupon = Json.text(subscription, COUPON);
        ObjectNode discount = coupon == null ? null : SchedulePhases.discount(work, coupon);
        long full = total(lines);
        if (discount == null || full <= 0 || !Json.yes(discount, "is_active")) {
            return Optional.empty();
        }
        BigDecimal value = discount.get("discount_value").decimalValue();
        boolean percent = "percentage".equals(Json.text(discount, "discount_type"));
        BigDecimal off = percent ? value.multiply(BigDecimal.valueOf(full)).movePointLeft(2) : value;
        long minor = Math.min(full, off.setScale(0, RoundingMode.HALF_UP).longValueExact());
        return Optional.of(Line.of(Json.need(discount, "name"), null, 1, -minor));
    }

    /** Invoices {@code lines} alone. */
    static @Nullable ObjectNode billOnce(Work work, ObjectNode subscription, List<Line> lines) {
        long total = total(lines);
        return total <= 0 ? null : raise(work, subscription, lines, total);
    }

    /** Refuses a payment method that this customer cannot be charged with. */
    static void requireMethod(Work work, String method, String customer) {
        CardGateway.stored(work, method, customer);
    }

    /** The seven days of an open invoice are over. */
    static void chase(Work work, ObjectNode subscription) {
        subscription.remove(COLLECT_AT);
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(subscription, UNPAID));
        if (invoice == null || !Invoices.payable(invoice)) {
            subscription.remove(UNPAID);
            Lifecycle.save(work, subscription);
            return;
        }
        charge(work, subscription, invoice, true);
    }

    /** A retry of a failing charge is due. */
    static void retry(Work work, ObjectNode subscription) {
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(subscription, UNPAID));
        if (invoice == null || !Invoices.payable(invoice)) {
            recovered(work, subscription);
            return;
        }
        if (attempt(work, subscription, invoice) == Outcome.PAID) {
            recovered(work, subscription);
            return;
        }
        long done = Json.whole(subscription, RETRIES) + 1;
        subscription.put(RETRIES, done);
        if (done >= RETRY_DAYS.size()) {
            Invoices.writeOff(work, invoice);
            subscription.put("_cancel_reason", "payment_failed");
            Lifecycle.end(work, subscription, "canceled");
            return;
        }
        planRetry(subscription);
        Lifecycle.save(work, subscription);
    }

    /** Nothing is owed any more. */
    static void recovered(Work work, ObjectNode subscription) {
        forget(subscription);
        Lifecycle.catchUp(work, subscription);
    }

    /** Whether the invoice that it is behind with needs no money any more. */
    static boolean isSettled(Work work, ObjectNode subscription) {
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(subscription, UNPAID));
        return invoice != null && !Invoices.payable(invoice);
    }

    /** Forgets the unpaid invoice and its retries. */
    static void forget(ObjectNode subscription) {
        subscription.remove(List.of(UNPAID, COLLECT_AT, RETRY_AT, FAILING_SINCE, RETRIES));
    }

    private enum Outcome {
        PAID,
        DECLINED,
        NO_METHOD
    }

    private static ObjectNode raise(Work work, ObjectNode subscription, List<Line> lines, long total) {
        ArrayNode items = Json.array();
        lines.forEach(line -> items.add(line.json()));
        ObjectNode input = Json.object().put("customer_uuid", Json.need(subscription, "customer_id"));
        input.put("total_minor", total).put("currency", Json.need(subscription, "currency"));
        input.put("due_date", Times.text(work.now().plus(TERMS))).put("status", "draft");
        input.putObject("custom_fields").put("subscription_id", Json.need(subscription, "id"));
        ObjectNode invoice = Invoices.raise(work, input, items);
        if (!"paused".equals(Json.text(subscription, "status"))) {
            Invoices.open(work, invoice);
            charge(work, subscription, invoice, false);
            return invoice;
        }
        switch (Json.need(subscription, "_pause_behavior")) {
            case "void" -> Invoices.withdraw(work, invoice);
            case "mark_uncollectible" -> Invoices.writeOff(work, invoice);
            default -> {
                // It stays a draft for somebody to decide on.
            }
        }
        return invoice;
    }

    private static void charge(Work work, ObjectNode subscription, ObjectNode invoice, boolean overdue) {
        Outcome outcome = attempt(work, subscription, invoice);
        if (outcome == Outcome.PAID || !Lifecycle.isLive(subscription)) {
            return;
        }
        subscription.put(UNPAID, Json.need(invoice, "id"));
        if (outcome == Outcome.NO_METHOD && !overdue) {
            subscription.put(COLLECT_AT, Times.text(work.now().plus(TERMS)));
            return;
        }
        subscription.put(FAILING_SINCE, Times.text(work.now())).put(RETRIES, 0);
        planRetry(subscription);
        Lifecycle.fallBehind(work, subscription);
    }

    private static void planRetry(ObjectNode subscription) {
        int day = RETRY_DAYS.get((int) Json.whole(subscription, RETRIES));
        Instant since = Times.need(subscription, FAILING_SINCE);
        subscription.put(RETRY_AT, Times.text(since.plus(Duration.ofDays(day))));
    }

    private static Outcome attempt(Work work, ObjectNode subscription, ObjectNode invoice) {
        Card card = card(work, subscription);
        if (card == null) {
            return Outcome.NO_METHOD;
        }
        Verdict verdict = CardGateway.ask(work, card, false);
        ObjectNode about = Json.object().put("subscription_id", Json.need(subscription, "id"));
        var movement = CardGateway.movement(card, verdict, Books.due(invoice), Json.need(subscription, "currency"));
        return switch (verdict) {
            case Approved approved -> {
                Books.record(work, movement, invoice, about);
                yield Outcome.PAID;
            }
            case Declined declined -> declined(work, movement, declined, invoice, about);
            case Challenged challenged ->
                declined(
                        work,
                        movement,
                        new Declined("authentication_required", "The payer must confirm this payment."),
                        invoice,
                        about);
        };
    }

    private static Outcome declined(Work work, Movement movement, Declined why, ObjectNode invoice, ObjectNode about) {
        Books.fail(work, movement, why, invoice, about);
        return Outcome.DECLINED;
    }

    /** The subscription's own method, else the customer's usual one; null when neither can be charged. */
    private static @Nullable Card card(Work work, ObjectNode subscription) {
        if (Json.yes(subscription, BY_HAND)) {
            return null;
        }
        String customer = Json.need(subscription, "customer_id");
        String method = Json.text(subscription, "_payment_method_id");
        try {
            return method == null ? CardGateway.usual(work, customer) : CardGateway.stored(work, method, customer);
        } catch (Refusal gone) {
            return null;
        }
    }

    private static long total(List<Line> lines) {
        return lines.stream().mapToLong(Line::amount).reduce(0, Math::addExact);
    }
}
