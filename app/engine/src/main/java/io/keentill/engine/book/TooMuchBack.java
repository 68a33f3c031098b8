package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.TaskRow;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells somebody where more of a sale went back than was paid. Tills, or a till and RevKeen's dashboard, that cannot hear of
 * each other may come to that, each rightly by what it knew; the first that hears of both is the till of the sale. Nothing
 * can be undone by then, so it is a task.
 */
public final class TooMuchBack {

    /** The kind of the task and the type of the journal's entry; the subject of both is the sale's id. */
    public static final String KIND = "refund.too_much";

    private static final Set<String> OF_REFUNDS =
            Set.of(OutboxKind.CREDIT.key(), OutboxKind.CREDIT_VOID.key(), OutboxKind.CARD_BACK.key());

    private static final String SUSPECTS = "refund.too_much.suspects";

    private final IdSource ids;
    private final InstantSource clock;

    /** A task gets its id and its time from these. */
    public TooMuchBack(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether a row of this kind, once it is done, may be what was still missing to know. */
    public static boolean mayTell(OutboxRow row) {
        return OF_REFUNDS.contains(row.kind());
    }

    /** The same as {@link #lookAt} for the sale of this till that is on this invoice, if there is one. */
    public void lookAtInvoice(Tx tx, String invoiceId) {
        SaleInvoice.saleOn(tx, invoiceId).ifPresent(sale -> lookAt(tx, sale));
    }

    /**
     * Looks at a sale of this till and suspects it where, by what was heard, more of it went back than was paid. While this
     * till has something to finish or to tell itself, RevKeen's count of it may be in what was heard, so it waits; the end
     * of that leads here again.
     */
    public void lookAt(Tx tx, String saleId) {
        if (more(tx, saleId).isPresent() && !suspects(tx).contains(saleId)) {
            put(tx, Stream.concat(suspects(tx).stream(), Stream.of(saleId)));
        }
    }

    /** A sale that is suspected: RevKeen is to be asked for all of it before anybody is told. */
    public static Optional<String> suspect(View view) {
        return suspects(view).stream().findFirst();
    }

    /**
     * RevKeen was asked for all of a sale that was suspected, and what it told is stored: opens a task if more of it went back
     * than was paid, once for each such amount.
     */
    public void confirm(Tx tx, String saleId) {
        put(tx, suspects(tx).stream().filter(one -> !one.equals(saleId)));
        more(tx, saleId).ifPresent(more -> tx.order(saleId).ifPresent(sale -> tell(tx, sale, more)));
    }

    /** RevKeen could not be asked for it now: the others that are suspected come first. */
    public static void later(Tx tx, String saleId) {
        Stream<String> others = suspects(tx).stream().filter(one -> !one.equals(saleId));
        put(tx, Stream.concat(others, Stream.of(saleId)));
    }

    private static Optional<Money> more(View view, String saleId) {
        return view.order(saleId)
                .filter(sale -> isSettled(view, sale))
                .map(sale -> RefundBook.refundable(view, sale))
                .filter(back -> back.elsewhere().total().isPositive())
                .map(Refundable::tooMuch)
                .filter(Money::isPositive);
    }

    private static List<String> suspects(View view) {
        return view.setting(SUSPECTS).stream()
                .flatMap(text -> Stream.of(text.split(" ", -1)))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static void put(Tx tx, Stream<String> suspects) {
        tx.putSetting(SUSPECTS, suspects.collect(Collectors.joining(" ")));
    }

    private static boolean isSettled(View view, Order sale) {
        boolean told = view.outboxOf(sale.id()).stream()
                .filter(TooMuchBack::mayTell)
                .allMatch(row -> row.state() == OutboxState.DONE);
        boolean given = view.refundsOf(sale.id()).stream().noneMatch(refund -> refund.state() == RefundState.OPEN);
        return told
                && given
                && sale.tenders().stream()
                        .map(tender -> tender.attemptId())
                        .filter(Objects::nonNull)
                        .flatMap(id -> view.attemptsOn(id).stream())
                        .noneMatch(attempt -> attempt.state().isOpen());
    }

    private void tell(Tx tx, Order sale, Money more) {
        String detail = JournalText.none().with("too_much", more.minor()).json();
        boolean before = tx.journalOf(sale.id()).stream()
                .anyMatch(entry -> entry.type().equals(KIND) && entry.detail().equals(detail));
        if (before) {
            return;
        }
        List<TaskRow> earlier = tx.openTasks().stream()
                .filter(task -> task.kind().equals(KIND) && task.subject().equals(sale.id()))
                .toList();
        earlier.forEach(task -> tx.saveTask(task.closed(BackElsewhere.COMMANDED, detail, clock.instant())));
        tx.saveTask(TaskRow.open(
                ids.next(),
                KIND,
                sale.id(),
                Sentence.of(
                        "refund.more-went-back-than-was-paid",
                        "Of sale {0} of {1} more went back than was paid: {2} too much. It was given back in several places"
                                + " that could not hear of each other. Look at its refunds here and in RevKeen, settle it"
                                + " with the customer, and say here what was done.",
                        sale.reference(),
                        sale.paid(),
                        more),
                clock.instant()));
        tx.appendJournal(KIND, BackElsewhere.COMMANDED, sale.id(), detail);
    }
}
