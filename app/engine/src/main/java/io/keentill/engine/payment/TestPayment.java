package io.keentill.engine.payment;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A payment to try a terminal with, given back by itself: as a void where the terminal has one, else as a refund. It is a
 * payment like any other, stored before the first byte leaves. With its intent a task is stored that ends only when it is
 * known that nothing was taken or that all went back, so that a crash in between forgets nobody's money.
 */
public final class TestPayment {

    /** The kind of its task; the subject is the id of the payment. */
    public static final String TASK = "test_payment.open";

    private static final String SELF = "till";

    private final TillStore store;
    private final Payments payments;
    private final IdSource ids;
    private final InstantSource clock;

    /** On the terminal of {@code payments}. */
    public TestPayment(TillStore store, Payments payments, IdSource ids, InstantSource clock) {
        this.store = store;
        this.payments = payments;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the task with the intent, in one transaction. */
    private record Intent(DirectIntent wish, String taskId, InstantSource clock) implements Intention {

        @Override
        public Checked check(Tx tx, String terminal) {
            return wish.check(tx, terminal);
        }

        @Override
        public void stored(Tx tx, PaymentAttempt intent) {
            Sentence text = Sentence.of(
                    "payment.test-payment-of-on-is-not",
                    "Test payment {0} of {1} on {2} is not known to be given back. Give it back in"
                            + " the set-up of the terminals; if that cannot be, at the terminal itself or"
                            + " through the acquirer, then write down what was done.",
                    intent.reference(),
                    intent.amount(),
                    intent.terminal());
            tx.saveTask(TaskRow.open(taskId, TASK, intent.id(), text, clock.instant()));
        }
    }

    /** Takes {@code amount} and gives it back. Blocks like {@link Payments#run}, for as long as a customer takes. */
    public TestPaymentResult run(Money amount, String operator) {
        DirectIntent sale = new DirectIntent(PaymentKind.SALE, amount, null, false);
        return switch (payments.run(new Intent(sale, ids.next(), clock), operator)) {
            case DirectResult.Refused no -> new TestPaymentResult.Refused(no.message());
            case DirectResult.Ran(PaymentAttempt taken) -> taken(taken, operator);
        };
    }

    private TestPaymentResult taken(PaymentAttempt sale, String operator) {
        if (sale.state().isOpen()) {
            return new TestPaymentResult.NotKnown(sale);
        }
        if (!sale.moved()) {
            reconcile();
            return new TestPaymentResult.NotTaken(sale);
        }
        return giveBack(sale, operator);
    }

    /** Gives an earlier test payment back that was taken. Blocks like {@link #run}. */
    public TestPaymentResult giveBack(String saleId, String operator) {
        Optional<PaymentAttempt> sale = payments.attempt(saleId);
        return sale.isEmpty()
                ? new TestPaymentResult.Refused(
                        Sentence.of("payment.this-till-knows-no-such-payment", "This till knows no such payment."))
                : taken(sale.get(), operator);
    }

    private TestPaymentResult giveBack(PaymentAttempt sale, String operator) {
        Optional<TerminalSession> terminal =
                payments.terminal().filter(t -> t.address().equals(sale.terminal()));
        if (terminal.isEmpty()) {
            return new TestPaymentResult.Kept(
                    sale,
                    Sentence.of(
                            "payment.it-was-taken-on-use-that",
                            "It was taken on {0}: use that terminal again to give it back.",
                            sale.terminal()));
        }
        Set<Capability> can = terminal.get().capabilities();
        boolean linked = can.contains(Capability.LINKED_REFUND);
        boolean refund = linked || can.contains(Capability.REFUND);
        if (can.contains(Capability.REVERSAL)) {
            TestPaymentResult voided = back(sale, PaymentKind.REVERSAL, true, operator);
            if (!refund || !isRefusedByTerminal(voided)) {
                return voided;
            }
        }
        return refund
                ? back(sale, PaymentKind.REFUND, linked, operator)
                : new TestPaymentResult.Kept(
                        sale,
                        Sentence.of(
                                "payment.this-kind-of-terminal-cannot-give-money",
                                "This kind of terminal cannot give money back for the till. Do it at the"
                                        + " terminal itself, then write down in the tasks what was done."));
    }

    /** Only a void that certainly moved nothing may be followed by a refund. */
    private boolean isRefusedByTerminal(TestPaymentResult voided) {
        return voided instanceof TestPaymentResult.Kept(PaymentAttempt sale, Sentence _)
                && on(sale).stream().noneMatch(a -> a.state().isOpen() || a.moved());
    }

    private TestPaymentResult back(PaymentAttempt sale, PaymentKind kind, boolean linked, String operator) {
        DirectIntent wish = new DirectIntent(kind, null, sale.reference(), linked);
        TestPaymentResult result = switch (payments.run(wish, operator)) {
            case DirectResult.Refused no -> new TestPaymentResult.Kept(sale, no.message());
            case DirectResult.Ran(PaymentAttempt back)
            when back.state() == AttemptState.APPROVED -> new TestPaymentResult.GivenBack(sale, back);
            case DirectResult.Ran(PaymentAttempt back)
            when back.state().isOpen() ->
                new TestPaymentResult.Kept(
                        sale,
                        Sentence.of(
                                "payment.nobody-knows-yet-whether-it-went",
                                "Nobody knows yet whether it went back. The till keeps asking the terminal; do"
                                        + " not give it back again."));
            case DirectResult.Ran(PaymentAttempt back) ->
                new TestPaymentResult.Kept(
                        sale,
                        Sentence.of(
                                "payment.the-terminal-did-not-give-it",
                                "The terminal did not give it back: {0}",
                                back.message() == null ? back.state() : back.message()));
        };
        reconcile();
        return result;
    }

    private List<PaymentAttempt> on(PaymentAttempt sale) {
        try {
            return store.read(view -> view.attemptsOn(sale.id()));
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Test payments that are not known to have taken nothing or to be given back, the oldest first. */
    public List<PaymentAttempt> unfinished() {
        reconcile();
        try {
            return store.read(view -> tasks(view).stream()
                    .flatMap(t -> view.attempt(t.subject()).stream())
                    .toList());
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Ends the tasks of test payments of which it is known by now that nothing is left to give back. */
    public void reconcile() {
        try {
            boolean over = store.read(view -> tasks(view).stream().anyMatch(t -> isOver(view, t)));
            if (over) {
                store.write(tx -> {
                    tasks(tx).stream().filter(t -> isOver(tx, t)).forEach(t -> close(tx, t));
                    return tasks(tx).size();
                });
            }
        } catch (StoreException e) {
            // The task stays, and is looked at again with the next payment.
            System.getLogger(TestPayment.class.getName())
                    .log(System.Logger.Level.ERROR, "The tasks of test payments could not be settled", e);
        }
    }

    private void close(Tx tx, TaskRow task) {
        tx.saveTask(task.closed(SELF, "Nothing is left to give back", clock.instant()));
        tx.appendJournal(
                "test_payment.finished",
                SELF,
                task.subject(),
                JournalText.of("task", task.id(), "opened", task.openedAt().toString())
                        .json());
    }

    private static List<TaskRow> tasks(View view) {
        return view.openTasks().stream().filter(t -> t.kind().equals(TASK)).toList();
    }

    private static boolean isOver(View view, TaskRow task) {
        Optional<PaymentAttempt> sale = view.attempt(task.subject());
        if (sale.isEmpty() || sale.get().state().isOpen()) {
            return false;
        }
        Money approved = sale.get().approved();
        if (!sale.get().moved() || approved == null) {
            return true;
        }
        Money back = view.attemptsOn(sale.get().id()).stream()
                .filter(PaymentAttempt::moved)
                .flatMap(a -> Optional.ofNullable(a.approved()).stream())
                .reduce(Money.zero(approved.currency()), Money::plus);
        return back.compareTo(approved) >= 0;
    }
}
