package io.keentill.engine.simulation;

import static io.keentill.engine.simulation.Audit.read;
import static io.keentill.engine.simulation.Audit.require;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the ledgers as to money that went back. */
final class BackAudit {

    private final Day day;

    BackAudit(Day day) {
        this.day = day;
    }

    /** The parts that went back in this way. */
    static Stream<RefundPart> returned(Refund refund, TenderType type) {
        return refund.parts().stream().filter(part -> part.type() == type && part.state() == RefundPart.State.RETURNED);
    }

    /** Adds what the till has booked as gone back to cards, below zero, by the reference it went under. */
    static void book(Life life, List<Refund> refunds, Map<String, Long> booked) {
        for (Refund refund : refunds) {
            returned(refund, TenderType.CARD).forEach(part -> {
                String reference = reference(life, String.valueOf(part.attemptId()));
                require(booked.put(reference, -part.amount().minor()) == null, "Payment %s is booked twice", reference);
            });
        }
    }

    private static String reference(Life life, String attemptId) {
        return read(life.store(), view -> view.attempt(attemptId).orElseThrow().reference());
    }

    /** The same of a refund that was begun long before it came to its end; null if nothing is booked. */
    static @Nullable Long bookedEarlier(View view, PaymentAttempt attempt) {
        if (CommandAudit.isCommanded(attempt)) {
            return CommandAudit.booked(attempt);
        }
        return view.refundOfAttempt(attempt.id()).stream()
                .flatMap(refund -> returned(refund, TenderType.CARD))
                .filter(part -> attempt.id().equals(part.attemptId()))
                .map(part -> -part.amount().minor())
                .findFirst()
                .orElse(null);
    }

    /** What anybody was shown as gone back is so for good, under the same number. */
    static void shownIsStored(SimTill till, Map<String, Refund> shown, View view) {
        shown.forEach((id, seen) -> {
            Optional<Refund> now = view.refund(id);
            boolean same = now.isPresent()
                    && now.get().returned().compareTo(seen.returned()) >= 0
                    && (seen.state() == RefundState.OPEN
                            || (seen.state() == now.get().state()
                                    && java.util.Objects.equals(
                                            seen.number(), now.get().number())
                                    && seen.returned().equals(now.get().returned())));
            require(same, "Refund %s of %s was shown as %s and is now %s", id, till.name(), seen, now);
        });
    }

    /** No till gives back, or sets aside to give back, more of a sale of its own than was paid. */
    static void notTooMuch(Life life, List<Refund> refunds) {
        read(life.store(), view -> {
            for (String id : refunds.stream().map(Refund::orderId).collect(Collectors.toSet())) {
                Optional<Order> sale = view.order(id);
                if (sale.isPresent()) {
                    long back = view.refundsOf(id).stream()
                            .mapToLong(refund -> refund.reserved().minor())
                            .sum();
                    back += CommandAudit.back(view, sale.get());
                    long paid = sale.get().paid().minor();
                    require(back <= paid, "Of sale %s %d was paid and %d goes back", id, paid, back);
                }
            }
            return life;
        });
    }

    /** What was exchanged is on the refund and on the basket, for the same money of the same tender, or on neither. */
    static void exchanges(Life life, List<Order> orders, List<Refund> refunds) {
        read(life.store(), view -> {
            Set<String> checked = new HashSet<>();
            for (Order order : orders) {
                order.tenders().stream()
                        .filter(tender -> tender.exchange() != null)
                        .forEach(tender -> checked.add(tender.exchange().refundId()));
            }
            refunds.stream().filter(refund -> refund.exchangeFor() != null).forEach(refund -> checked.add(refund.id()));
            for (String id : checked) {
                Refund refund = view.refund(id).orElseThrow(() -> new Violation("An exchange names no refund: " + id));
                List<String> let = returned(refund, TenderType.EXCHANGE)
                        .map(part -> part.originalAttemptId() + " " + part.amount())
                        .sorted()
                        .toList();
                List<String> paid = view.order(String.valueOf(refund.exchangeFor())).stream()
                        .flatMap(order -> order.tenders().stream())
                        .filter(tender -> tender.exchange() != null
                                && id.equals(tender.exchange().refundId()))
                        .map(tender -> tender.exchange().attemptId() + " " + tender.applied())
                        .sorted()
                        .toList();
                require(let.equals(paid), "Refund %s let go of %s for a basket that has %s", id, let, paid);
            }
            return life;
        });
    }

    static void numbers(SimTill till, List<Refund> refunds) {
        List<Long> numbers = refunds.stream()
                .filter(refund -> refund.state() == RefundState.CLOSED)
                .map(Refund::number)
                .sorted()
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            require(numbers.get(i) == i + 1, "Refund %d of %s is missing or double: %s", i + 1, till.name(), numbers);
        }
    }

    /** What the drawer gave. */
    static long cash(List<Refund> refunds) {
        return refunds.stream()
                .flatMap(refund -> returned(refund, TenderType.CASH))
                .mapToLong(part -> part.handed().minor())
                .sum();
    }

    /**
     * Each refund at most once at RevKeen. While it is under way it may be there with all that it sets aside; at rest it is
     * there with what went back and only then, or somebody sees a task.
     */
    void revKeen(Life life, List<Refund> refunds, boolean atRest) {
        Map<String, List<SimCredits.Note>> notes = day.revKeen().credits().standing();
        for (Refund refund : refunds) {
            List<SimCredits.Note> own = notes.getOrDefault(refund.id(), List.of());
            require(
                    own.size() <= (refund.isOfUnfinishedSale() ? 0 : 1),
                    "Refund %s is at RevKeen %d times: %s",
                    refund.id(),
                    own.size(),
                    own);
            boolean given = refund.state() == RefundState.CLOSED;
            require(
                    own.isEmpty()
                            || !given
                            || own.getFirst().minor >= refund.returned().minor(),
                    "Refund %s of %s is at RevKeen as %s",
                    refund.id(),
                    refund.returned(),
                    own);
            if (atRest && refund.state() != RefundState.OPEN && !refund.isOfUnfinishedSale()) {
                List<OutboxRow> rows = read(life.store(), view -> view.outboxOf(refund.orderId()));
                long told = own.isEmpty() ? 0 : own.getFirst().minor;
                arrived(life, refund, rows, told == (given ? refund.returned().minor() : 0));
                cards(life, refund, rows);
            }
        }
    }

    private static void arrived(Life life, Refund refund, List<OutboxRow> rows, boolean right) {
        List<OutboxRow> tasks =
                rows.stream().filter(row -> row.state() == OutboxState.TASK).toList();
        tasks.forEach(task -> require(
                life.till().wasRefused(task), "Nothing was refused, and yet %s is a task: %s", task, task.problem()));
        require(
                right || !tasks.isEmpty(),
                "Refund %s, %s with %s, is not at RevKeen as it should be: %s",
                refund.id(),
                refund.state(),
                refund.returned(),
                rows);
    }

    /** Card money that RevKeen has as a terminal payment goes back there once for each part. */
    private void cards(Life life, Refund refund, List<OutboxRow> rows) {
        Set<String> used = new HashSet<>();
        for (RefundPart part : returned(refund, TenderType.CARD).toList()) {
            for (OutboxRow row : rows) {
                if (row.ref().equals(part.id()) && row.state() == OutboxState.DONE && row.remoteId() != null) {
                    SimDevices.TerminalPayment there =
                            day.revKeen().devices().payments().get(row.remoteId());
                    boolean right = there != null
                            && there.approved()
                            && there.original != null
                            && there.minor == part.amount().minor()
                            && used.add(there.id);
                    require(right, "Part %s of refund %s is at RevKeen as %s", part, refund.id(), there);
                }
            }
        }
    }

    /** Each approved refund or void at RevKeen is one that a till carried out and told of; none is there twice. */
    private void reversals(Map<String, Set<String>> toldBySale) {
        for (SimDevices.TerminalPayment back :
                day.revKeen().devices().payments().values()) {
            if (back.original != null && back.approved() && !back.commanded) {
                String sale = day.revKeen().invoices().get(back.invoice).externalId;
                require(
                        toldBySale.getOrDefault(sale, Set.of()).contains(back.id),
                        "RevKeen has %s of %d on sale %s, of which no till knows",
                        back.type,
                        back.minor,
                        sale);
            }
        }
    }

    /**
     * All tills together. Two that cannot know of each other may give back too much; then RevKeen has refused a credit note
     * of one of them, and that is a task.
     */
    void ofTheShop(List<SimTill> tills) {
        Map<String, Long> paid = new HashMap<>();
        Map<String, Long> back = new HashMap<>();
        Map<String, Set<String>> told = new HashMap<>();
        Set<String> tasks = new HashSet<>();
        Set<String> alarms = new HashSet<>();
        for (SimTill till : tills) {
            read(till.await().store(), view -> {
                view.openTasks().stream()
                        .filter(task -> task.kind().equals(TooMuchBack.KIND))
                        .forEach(task -> alarms.add(task.subject()));
                for (Refund refund : view.recentRefunds(Audit.ALL)) {
                    String sale = refund.orderId();
                    back.merge(sale, refund.reserved().minor(), Long::sum);
                    for (OutboxRow row : view.outboxOf(sale)) {
                        if (row.remoteId() != null) {
                            told.computeIfAbsent(sale, key -> new HashSet<>()).add(row.remoteId());
                        }
                        if (row.state() == OutboxState.TASK) {
                            tasks.add(sale);
                        }
                    }
                }
                return till;
            });
        }
        for (SimTill till : tills) {
            read(till.await().store(), view -> {
                CommandAudit.backBySale(view).forEach((sale, minor) -> back.merge(sale, minor, Long::sum));
                return till;
            });
        }
        for (SimTill till : tills) {
            read(till.await().store(), view -> {
                back.keySet()
                        .forEach(sale -> view.order(sale)
                                .ifPresent(order -> paid.put(sale, order.paid().minor())));
                return till;
            });
        }
        List<String> tooMuch = new ArrayList<>();
        back.forEach((sale, minor) -> {
            if (minor > paid.getOrDefault(sale, 0L) && !tasks.contains(sale) && !alarms.contains(sale)) {
                tooMuch.add(sale + ": " + minor + " of " + paid.get(sale));
            }
        });
        require(tooMuch.isEmpty(), "More went back than was paid, and nobody is told: %s", tooMuch);
        reversals(told);
        tills.forEach(till -> rightly(till, alarms, back));
    }

    /** Nobody is told of too much for nothing: with what went back without a terminal it is more than was paid. */
    private void rightly(SimTill till, Set<String> alarms, Map<String, Long> back) {
        read(till.await().store(), view -> {
            for (String sale : alarms) {
                view.order(sale).ifPresent(order -> {
                    long gone = Stream.concat(Stream.of(order), BackElsewhere.earlier(view, order).stream())
                            .mapToLong(one -> atGateway(one.id()))
                            .sum();
                    require(
                            back.getOrDefault(sale, 0L) + gone > order.paid().minor(),
                            "%s says that too much of sale %s went back: %s and %d of %s",
                            till.name(),
                            sale,
                            back.get(sale),
                            gone,
                            order.paid());
                });
            }
            return till;
        });
    }

    private long atGateway(String sale) {
        return day.revKeen().credits().movements().stream()
                .filter(movement -> movement.of().atGateway)
                .filter(movement -> day.revKeen()
                        .invoices()
                        .get(movement.of().invoice)
                        .externalId
                        .equals(sale))
                .mapToLong(SimCredits.Movement::minor)
                .sum();
    }

    /** What was handed out for goods without a receipt, in minor units. */
    static long handed(List<NoReceiptReturn> returns) {
        return returns.stream().mapToLong(back -> back.handed().minor()).sum();
    }

    /** Each was handed out once, within the limit, under a number of its own without gaps, and stands in the journal once. */
    static void withoutReceipt(SimTill till, Life life, Drawer drawer, List<NoReceiptReturn> returns) {
        Set<String> booked = new HashSet<>();
        long number = returns.size();
        for (NoReceiptReturn back : returns) {
            booked.add(back.id());
            require(back.number() == number, "Return %d of %s is missing", number, till.name());
            number--;
            require(back.total().minor() <= Shop.LIMIT, "%s is beyond the limit of %s", back.total(), till.name());
            List<String> said = read(life.store(), view -> view.journalOf(back.id())).stream()
                    .map(entry -> entry.type())
                    .toList();
            require(
                    said.equals(List.of("return.without_receipt")),
                    "The journal of %s says of return %d: %s",
                    till.name(),
                    back.number(),
                    said);
        }
        require(
                booked.equals(drawer.withoutReceipt()),
                "%s booked the returns %s and handed out cash for %s",
                till.name(),
                booked,
                drawer.withoutReceipt());
    }
}
