package io.keentill.engine;

import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillTask.Kind;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OrderElsewhere;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.engine.care.Overtaken;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.engine.payment.LinkBook;
import io.keentill.engine.payment.TestPayment;
import io.keentill.engine.shift.TerminalDays;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what people have to look at from wherever it is kept. */
final class TaskBoard {

    private static final System.Logger LOG = System.getLogger(TaskBoard.class.getName());

    private final TillStore store;
    private final InstantSource clock;

    TaskBoard(TillStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Everything open, the oldest first. */
    List<TillTask> open() {
        try {
            return store.read(TaskBoard::gather);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The tasks could not be read", e);
            return List.of();
        }
    }

    private static List<TillTask> gather(View view) {
        List<TillTask> tasks = new ArrayList<>();
        view.openAttempts().stream()
                .filter(a -> a.state() == AttemptState.UNKNOWN)
                .forEach(a -> tasks.add(unknown(a)));
        view.openTasks().forEach(t -> tasks.add(stored(t)));
        view.openRefunds().stream().filter(r -> !isInDoubt(view, r)).forEach(r -> tasks.add(refund(r)));
        view.liveHolds().stream().filter(h -> isOver(view, h)).forEach(h -> tasks.add(held(h)));
        view.outboxTasks().forEach(r -> tasks.add(refused(r)));
        tasks.sort(Comparator.comparing(TillTask::since).thenComparing(TillTask::id));
        return List.copyOf(tasks);
    }

    private static TillTask unknown(PaymentAttempt a) {
        Sentence why =
                a.message() == null ? Sentence.of("till.its-answer-is-missing", "Its answer is missing") : a.message();
        Sentence next = LinkAddress.is(a.terminal())
                ? Sentence.of(
                        "till.the-till-keeps-asking-revkeen-should",
                        "The till keeps asking RevKeen. Should RevKeen never tell, a manager decides by"
                                + " what its dashboard shows.")
                : Sentence.of(
                        "till.the-till-keeps-asking-the-terminal",
                        "The till keeps asking the terminal. If it cannot answer, a manager decides with"
                                + " a slip, the terminal's screen or the acquirer.");
        return new TillTask(
                a.id(),
                Kind.PAYMENT_UNKNOWN,
                Sentence.of(
                        "till.payment-of-nobody-knows-whether-money",
                        "Payment {0} of {1}: nobody knows whether money moved ({2}). {3}",
                        a.reference(),
                        a.amount(),
                        why,
                        next),
                a.createdAt());
    }

    private static TillTask stored(TaskRow row) {
        Kind kind = switch (row.kind()) {
            case TerminalDays.DAY_OPEN -> Kind.TERMINAL_DAY_OPEN;
            case TerminalDays.DIFFERS -> Kind.TERMINAL_DIFFERS;
            case LinkBook.LATE -> Kind.LINK_PAID_LATE;
            case TestPayment.TASK -> Kind.TEST_PAYMENT;
            case TooMuchBack.KIND -> Kind.TOO_MUCH_BACK;
            case OrderElsewhere.CANCELLED -> Kind.ORDER_CANCELLED;
            case Overtaken.SALE -> Kind.SALE_RESTORED;
            default -> Kind.PAYMENT_CONTRADICTED;
        };
        return new TillTask(row.id(), kind, row.text(), row.openedAt());
    }

    /** One whose attempt is in doubt is told as that. */
    private static boolean isInDoubt(View view, Refund refund) {
        return refund.parts().stream()
                .flatMap(p -> Optional.ofNullable(p.attemptId()).flatMap(view::attempt).stream())
                .anyMatch(a -> a.state().isOpen());
    }

    private static TillTask refund(Refund refund) {
        return new TillTask(
                refund.id(),
                Kind.REFUND_OPEN,
                Sentence.of(
                        "till.refund-on-sale-went-back-did",
                        "Refund {0} on sale {1}: {2} went back, {3} did not yet. Continue it or give up" + " the rest.",
                        refund.reference(),
                        refund.orderReference(),
                        refund.returned(),
                        refund.outstanding()),
                refund.openedAt());
    }

    /** Whether the sale that money is held for has ended. */
    private static boolean isOver(View view, PaymentAttempt hold) {
        String orderId = hold.orderId();
        return orderId == null
                || view.order(orderId)
                        .filter(o -> o.state() == OrderState.OPEN || o.state() == OrderState.PARKED)
                        .isEmpty();
    }

    private static TillTask held(PaymentAttempt hold) {
        return new TillTask(
                hold.id(),
                Kind.HOLD_OPEN,
                Sentence.of(
                        "till.is-still-held-on-a-card",
                        "{0} is still held on a card (payment {1}) for a sale that is over. Let go of"
                                + " it, so that the customer can use the money.",
                        hold.approved(),
                        hold.reference()),
                hold.createdAt());
    }

    private static TillTask refused(OutboxRow row) {
        Sentence why = row.problem() == null ? Sentence.of("till.no-reason-given", "No reason given") : row.problem();
        return new TillTask(Long.toString(row.id()), Kind.SYNC_REFUSED, why, row.createdAt());
    }

    /** Closes a stored task; empty if it was open, else what is wrong. */
    Optional<Sentence> close(String taskId, String note, String operator) {
        if (note.isBlank()) {
            return Optional.of(
                    Sentence.of("till.write-down-what-was-done-about", "Write down what was done about it."));
        }
        try {
            return store.write(tx -> {
                Optional<TaskRow> task = tx.task(taskId).filter(t -> t.closedAt() == null);
                if (task.isEmpty()) {
                    return Optional.of(
                            Sentence.of("till.this-task-is-not-open-or", "This task is not open, or ends by itself."));
                }
                tx.saveTask(task.get().closed(operator, note, clock.instant()));
                tx.appendJournal(
                        "task.closed",
                        operator,
                        taskId,
                        JournalText.of("kind", task.get().kind(), "note", note).json());
                return Optional.empty();
            });
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A task could not be closed", e);
            return Optional.of(e.said());
        }
    }
}
