package io.keentill.engine.simulation;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.engine.status.TillStatus;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the ledgers of till, bank, RevKeen and drawer. Throws a {@link Violation} where they differ. */
final class Audit {

    static final int ALL = 1_000_000;
    private static final int LATEST = 12;

    private final Day day;
    private final BackAudit back;

    Audit(Day day) {
        this.day = day;
        this.back = new BackAudit(day);
    }

    /**
     * Right after a till has started, before it has asked anybody anything. Looks at what came since the last start and a
     * little more; everything is looked at again when the day is over.
     */
    void afterStart(SimTill till) {
        Life life = till.await();
        till.witness().ask();
        int all = count(life);
        int fresh = all - till.ordersAtStart(all);
        List<Order> orders = read(life.store(), view -> view.recentOrders(fresh + LATEST));
        int begun = till.refundsSince();
        List<Refund> refunds = read(life.store(), view -> view.recentRefunds(begun + LATEST));
        shownIsStored(till, LATEST, orders);
        money(till, life, orders, refunds, false);
        BackAudit.exchanges(life, orders, refunds);
        BackAudit.notTooMuch(life, refunds);
        ShiftAudit.shownIsStored(till, life);
        long paid = read(life.store(), view -> view.countOrders(OrderState.PAID));
        boolean counted = read(
                life.store(),
                view -> view.orderByReceipt(paid + 1).isEmpty()
                        && (paid == 0 || view.orderByReceipt(paid).isPresent()));
        require(counted, "%s has %d paid orders, and another number on its last receipt", till.name(), paid);
        revKeen(life, orders, false);
        back.revKeen(life, refunds, false);
        CommandAudit.revKeen(day.revKeen(), till, life, false);
        TabAudit.holds(till, life, false);
        visible(life);
    }

    private static int count(Life life) {
        return read(
                life.store(),
                view -> Stream.of(OrderState.values())
                        .mapToInt(state -> Math.toIntExact(view.countOrders(state)))
                        .sum());
    }

    /** When everything has come to rest. */
    void atDaysEnd(SimTill till, Clerk clerk) {
        Life life = till.await();
        till.witness().ask();
        List<Order> orders = read(life.store(), view -> view.recentOrders(ALL));
        List<Refund> refunds = read(life.store(), view -> view.recentRefunds(ALL));
        shownIsStored(till, ALL, orders);
        money(till, life, orders, refunds, true);
        BackAudit.exchanges(life, orders, refunds);
        BackAudit.notTooMuch(life, refunds);
        receipts(till, orders);
        BackAudit.numbers(till, refunds);
        revKeen(life, orders, true);
        back.revKeen(life, refunds, true);
        CommandAudit.revKeen(day.revKeen(), till, life, true);
        TabAudit.holds(till, life, true);
        visible(life);
        require(
                life.engine().openPayments().isEmpty(),
                "%s still has open payments: %s",
                till.name(),
                life.engine().openPayments());
        List<NoReceiptReturn> returns =
                read(life.store(), view -> view.withoutReceipt().recent(ALL));
        BackAudit.withoutReceipt(till, life, clerk.drawer(), returns);
        drawer(till, clerk.drawer(), orders, BackAudit.cash(refunds) + BackAudit.handed(returns));
        ShiftAudit.shownIsStored(till, life);
        ShiftAudit.atDaysEnd(till, life, orders, refunds, returns, DecisionAudit.asDecided(till, life, true));
        JournalVerdict verdict = verdict(life.store());
        require(verdict instanceof JournalVerdict.Intact, "The journal of %s: %s", till.name(), verdict);
    }

    /** All tills together, after each for itself. */
    void ofTheShop(List<SimTill> tills) {
        back.ofTheShop(tills);
    }

    private static void drawer(SimTill till, Drawer drawer, List<Order> orders, long gaveBack) {
        long sold = orders.stream()
                .flatMap(o -> o.tenders().stream())
                .filter(t -> t.type() == TenderType.CASH)
                .mapToLong(t -> t.tendered().minor() - t.change().minor())
                .sum();
        long moved = drawer.filled() + ShiftAudit.moved(till.await());
        require(
                sold - gaveBack + moved == drawer.minor(),
                "%s has sold %d for cash, given %d back and moved %d, and %d is in the drawer",
                till.name(),
                sold,
                gaveBack,
                moved,
                drawer.minor());
    }

    private static JournalVerdict verdict(TillStore store) {
        try {
            return JournalVerifier.verify(store);
        } catch (StoreException e) {
            throw new Violation("The journal cannot be read", e);
        }
    }

    /** What anybody was shown as paid or decided is so for good. */
    private static void shownIsStored(SimTill till, int latest, List<Order> orders) {
        Life life = till.await();
        Map<String, Order> stored = orders.stream().collect(Collectors.toMap(Order::id, o -> o));
        read(life.store(), view -> {
            last(till.shown().paid(), latest).forEach((id, shown) -> {
                Order now =
                        stored.containsKey(id) ? stored.get(id) : view.order(id).orElse(null);
                require(
                        now != null
                                && now.state() == OrderState.PAID
                                && shown.receiptNumber() != null
                                && shown.receiptNumber().equals(now.receiptNumber()),
                        "Order %s was shown as paid with receipt %s and is now %s",
                        id,
                        shown.receiptNumber(),
                        now);
            });
            last(till.shown().decided(), latest).forEach((id, state) -> {
                AttemptState now = view.attempt(id).map(PaymentAttempt::state).orElse(null);
                require(now == state, "Payment %s was shown as %s and is now %s", id, state, now);
            });
            BackAudit.shownIsStored(till, last(till.shown().refunds(), latest), view);
            return life;
        });
    }

    private static <V> Map<String, V> last(Map<String, V> all, int latest) {
        Map<String, V> some = new LinkedHashMap<>();
        all.entrySet().stream()
                .skip(Math.max(0, all.size() - latest))
                .forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return some;
    }

    /** Money at the bank is money on orders; what is not booked yet is at least known to be open. */
    private void money(SimTill till, Life life, List<Order> orders, List<Refund> refunds, boolean atRest) {
        Map<String, Long> bank = DecisionAudit.asDecided(till, life, atRest);
        Map<String, Long> booked = new HashMap<>();
        Map<String, String> references = references(life, orders);
        for (Order order : orders) {
            long paid =
                    order.tenders().stream().mapToLong(t -> t.applied().minor()).sum();
            long total = order.totals().total().minor();
            require(paid <= total, "Order %s of %d is paid with %d", order.id(), total, paid);
            require(
                    (order.state() != OrderState.PAID) || paid == total,
                    "Order %s is closed with %d of %d paid",
                    order.id(),
                    paid,
                    total);
            for (Tender tender : order.tenders()) {
                if (tender.type() == TenderType.CARD) {
                    String reference = references.get(tender.attemptId());
                    require(
                            booked.put(reference, tender.applied().minor()) == null,
                            "Payment %s is booked twice",
                            reference);
                }
            }
        }
        BackAudit.book(life, refunds, booked);
        CommandAudit.book(life, booked, atRest);
        Map<String, PaymentAttempt> open =
                life.engine().openPayments().stream().collect(Collectors.toMap(PaymentAttempt::reference, a -> a));
        if (!atRest) {
            bank.keySet().removeAll(till.settled());
            booked.keySet().removeAll(till.settled());
        }
        bank.forEach((reference, minor) -> {
            Long known = booked.computeIfAbsent(reference, key -> bookedEarlier(life, key));
            boolean pending = !atRest && known == null && open.containsKey(reference);
            require(
                    pending || minor.equals(known),
                    "The bank took %d under %s, the till has booked %s",
                    minor,
                    reference,
                    known);
        });
        booked.forEach((reference, minor) -> require(
                minor.equals(bank.get(reference)),
                "The till has booked %d under %s, the bank has %s",
                minor,
                reference,
                bank.get(reference)));
        till.settled().addAll(booked.keySet());
    }

    /** Under which reference each card tender was taken, by its attempt's id. */
    private static Map<String, String> references(Life life, List<Order> orders) {
        return read(
                life.store(),
                view -> orders.stream()
                        .flatMap(order -> order.tenders().stream())
                        .filter(tender -> tender.attemptId() != null)
                        .collect(Collectors.toMap(
                                Tender::attemptId,
                                tender -> view.attempt(tender.attemptId())
                                        .orElseThrow()
                                        .reference())));
    }

    /** On an order, or a refund, that was opened long before it came to its end. */
    private static @Nullable Long bookedEarlier(Life life, String reference) {
        return read(
                life.store(),
                view -> view.attemptByReference(reference)
                        .map(attempt -> attempt.kind() == PaymentKind.SALE || attempt.kind() == PaymentKind.COMPLETION
                                ? soldEarlier(view, attempt)
                                : BackAudit.bookedEarlier(view, attempt))
                        .orElse(null));
    }

    private static @Nullable Long soldEarlier(View view, PaymentAttempt attempt) {
        return view.order(String.valueOf(attempt.orderId())).stream()
                .flatMap(order -> order.tenders().stream())
                .filter(tender -> attempt.id().equals(tender.attemptId()))
                .map(tender -> tender.applied().minor())
                .findFirst()
                .orElse(null);
    }

    private static void receipts(SimTill till, List<Order> orders) {
        List<Long> numbers = orders.stream()
                .filter(o -> o.state() == OrderState.PAID)
                .map(Order::receiptNumber)
                .sorted()
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            require(numbers.get(i) == i + 1, "Receipt %d of %s is missing or double: %s", i + 1, till.name(), numbers);
        }
    }

    /** Every sale at most once at RevKeen with the till's total; at rest exactly once, or a task that somebody sees. */
    private void revKeen(Life life, List<Order> orders, boolean atRest) {
        Map<String, Order> own = orders.stream().collect(Collectors.toMap(Order::id, o -> o));
        Map<String, SimRevKeen.Invoice> invoices = new HashMap<>();
        for (SimRevKeen.Invoice invoice : day.revKeen().invoices().values()) {
            if (own.containsKey(invoice.externalId)) {
                require(
                        invoices.put(invoice.externalId, invoice) == null,
                        "Sale %s has two invoices",
                        invoice.externalId);
            }
        }
        Map<String, List<SimRevKeen.Payment>> payments =
                day.revKeen().payments().stream().collect(Collectors.groupingBy(SimRevKeen.Payment::invoice));
        Set<String> ordered = new HashSet<>();
        for (SimRevKeen.Order there : day.revKeen().orders()) {
            Order order = own.get(there.sale());
            if (order == null) {
                continue;
            }
            require(ordered.add(there.sale()), "Sale %s is at RevKeen twice", there.sale());
            require(
                    there.total() == order.totals().total().minor() && order.state() == OrderState.PAID,
                    "Sale %s is at RevKeen with %d, here with %s",
                    there.sale(),
                    there.total(),
                    order.totals().total());
        }
        Map<String, String> references = references(life, orders);
        Map<String, List<OutboxRow>> undone =
                read(life.store(), View::outboxUndone).stream().collect(Collectors.groupingBy(OutboxRow::saleId));
        for (Order order : orders) {
            SimRevKeen.Invoice invoice = invoices.get(order.id());
            if (invoice != null) {
                invoice(references, order, invoice, payments.getOrDefault(invoice.id, List.of()));
            }
            if (atRest && order.state() == OrderState.PAID) {
                arrived(life, order, invoice, ordered.contains(order.id()), undone.getOrDefault(order.id(), List.of()));
            }
        }
    }

    private static void invoice(
            Map<String, String> references,
            Order order,
            SimRevKeen.Invoice invoice,
            List<SimRevKeen.Payment> payments) {
        require(
                invoice.total == order.totals().total().minor(),
                "Invoice of %s has %d, the sale %s",
                order.id(),
                invoice.total,
                order.totals().total());
        Map<String, Long> tenders = new HashMap<>();
        for (Tender tender : order.tenders()) {
            String reference = reference(references, order, tender);
            tenders.put(reference, tender.applied().minor());
        }
        for (SimRevKeen.Payment payment : payments) {
            Long minor = tenders.remove(payment.reference());
            require(
                    minor != null && minor == payment.minor(),
                    "RevKeen has payment %s of %d on sale %s, the till %s",
                    payment.reference(),
                    payment.minor(),
                    order.id(),
                    minor);
        }
    }

    private static String reference(Map<String, String> references, Order order, Tender tender) {
        if (tender.exchange() == null) {
            return tender.attemptId() == null ? tender.id() : references.get(tender.attemptId());
        }
        String refund = tender.exchange().refundReference();
        long before = order.tenders().subList(0, order.tenders().indexOf(tender)).stream()
                .filter(t -> t.exchange() != null && refund.equals(t.exchange().refundReference()))
                .count();
        return before == 0 ? refund : refund + "-" + (before + 1);
    }

    private static void arrived(
            Life life, Order order, SimRevKeen.Invoice invoice, boolean ordered, List<OutboxRow> undone) {
        List<OutboxRow> tasks =
                undone.stream().filter(r -> r.state() == OutboxState.TASK).toList();
        if (!tasks.isEmpty()) {
            boolean expected = tasks.stream().allMatch(t -> life.till().wasRefused(t));
            require(
                    expected,
                    "Nothing was refused, and yet %s is a task: %s",
                    tasks,
                    tasks.getFirst().problem());
            return;
        }
        boolean whole = invoice != null && ordered && invoice.paid == invoice.total;
        require(
                whole,
                "Sale %s of receipt %d is not whole at RevKeen: invoice %s, order %s, rows %s",
                order.id(),
                order.receiptNumber(),
                invoice == null ? "none" : invoice.status + " " + invoice.paid + "/" + invoice.total,
                ordered,
                undone);
    }

    /** Nothing that nobody knows is hidden from the people at the till. */
    private static void visible(Life life) {
        List<PaymentAttempt> open = read(life.store(), View::openAttempts);
        require(new ArrayList<>(open).equals(life.engine().openPayments()), "Open payments are hidden: %s", open);
        TillStatus status = life.engine().freshStatus();
        require(
                status.unresolvedPayments() == open.size(),
                "%d open payments, the status says %s",
                open.size(),
                status);
        int tasks = read(life.store(), View::outboxTasks).size();
        require(status.tasks() == tasks, "%d tasks, the status says %s", tasks, status);
    }

    static <T> T read(TillStore store, TillStore.Read<T> work) {
        try {
            return store.read(work);
        } catch (StoreException e) {
            throw new Violation("The till's data cannot be read", e);
        }
    }

    static void require(boolean holds, String otherwise, Object... parts) {
        if (!holds) {
            throw new Violation(String.format(otherwise, parts));
        }
    }
}
