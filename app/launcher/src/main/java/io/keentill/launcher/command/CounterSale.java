package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.engine.selling.SaleChange;
import io.keentill.launcher.Console;
import io.keentill.launcher.EarlierRun;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.Problem;
import io.keentill.launcher.SaleReport;
import io.keentill.launcher.Waiting;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sale from a script: rung up on a free counter and paid, through the same engine as the storefront. */
final class CounterSale {

    /** How it is paid. */
    enum TenderName {
        /** At the terminal. */
        CARD,
        /** Into the drawer. */
        CASH,
        /** By link. */
        LINK
    }

    private final Console console;
    private final PrintWriter errors;
    private final LocalTill till;
    private final String operator;
    private final EarlierRun earlier;

    /** Sells as {@code operator}; what goes wrong with a card is told on {@code errors}. */
    CounterSale(Console console, PrintWriter errors, LocalTill till, String operator, EarlierRun earlier) {
        this.console = console;
        this.errors = errors;
        this.till = till;
        this.operator = operator;
        this.earlier = earlier;
    }

    /**
     * How a sale is paid.
     *
     * @param handed cash that is handed over; null for just what is asked for
     * @param linkWait how long a customer has to pay by link
     * @param patience how long to wait for a terminal's answer that got lost
     */
    record Payment(TenderName tender, @Nullable BigDecimal handed, Duration linkWait, Duration patience) {

        /** Cash that is handed over for what is due, {@code asked} where nothing else is said. */
        Money cash(Money asked) {
            BigDecimal said = handed;
            if (said == null) {
                return asked;
            }
            try {
                return Money.of(said.movePointRight(asked.digits()).longValueExact(), asked.currency());
            } catch (ArithmeticException e) {
                throw new Problem("\"" + said + "\" is no amount in " + asked.currency() + ".", e);
            }
        }
    }

    /**
     * Whatever an interrupted sale left on the counter is settled or set aside first, never mixed into this one.
     *
     * @throws Problem if money of an earlier run moved, or nobody knows yet
     */
    void clearCounter() {
        new LeftLinks(console, till).end();
        Waiting.until(Duration.ofSeconds(30), () -> atTerminals().isEmpty());
        List<PaymentAttempt> open = atTerminals();
        if (!open.isEmpty()) {
            throw undecided(open);
        }
        earlier.stopIfMoved(till.interrupted());
        till.openOrder().ifPresent(left -> {
            boolean empty = left.lines().isEmpty();
            SaleChange done = empty ? till.cancelOrder(operator) : till.park("Interrupted sale " + left.reference());
            if (done instanceof SaleChange.Refused no) {
                throw new Problem("The sale " + left.reference() + " is still on the counter: " + no.message());
            }
            if (!empty) {
                console.say("The sale " + left.reference() + " that was on the counter is parked.");
            }
        });
    }

    /** What no terminal has answered; a link that is still open is of a sale that was set aside, whose customer has it. */
    private List<PaymentAttempt> atTerminals() {
        return till.openPayments().stream()
                .filter(payment -> !LinkAddress.is(payment.terminal()))
                .toList();
    }

    private Problem undecided(List<PaymentAttempt> open) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("outcome", ExitStatus.NOT_KNOWN.word());
        report.put("undecided", open.stream().map(SaleReport::attempt).toList());
        console.result(report);
        PaymentAttempt first = open.getFirst();
        return new Problem(
                ExitStatus.NOT_KNOWN,
                "Payment " + first.reference() + " of " + first.amount() + " on " + first.terminal()
                        + " is not decided yet, and cannot be asked about now. Nothing was charged now. Switch the"
                        + " terminal on and run the same command again: it asks first.");
    }

    /** What was told of earlier runs, for scripts. */
    List<Map<String, Object>> earlier() {
        return earlier.report();
    }

    /** The end of this sale is told; where nobody knows it yet, that is left to the next run. */
    void told(Order order) {
        if (!isOpen(order)) {
            earlier.told();
        }
    }

    private boolean isOpen(Order order) {
        return till.openPayments().stream().anyMatch(a -> order.id().equals(a.orderId()));
    }

    /**
     * Rings up each of these, written CODE or CODE*N.
     *
     * @throws Problem if one of them cannot be sold; then nothing is
     */
    Order ring(List<String> items) {
        for (String item : items) {
            int star = item.lastIndexOf('*');
            String code = star < 0 ? item : item.substring(0, star);
            SaleChange change = till.scan(code, quantity(item, star), operator);
            switch (change) {
                case SaleChange.UnknownCode no -> throw abandoned(no.message());
                case SaleChange.Refused no -> throw abandoned(no.message());
                case SaleChange.NeedsManager no -> throw abandoned(no.message());
                case SaleChange.AskPrice ask -> throw abandoned(ask.message() + " The window asks for it.");
                case SaleChange.AskChoice ask -> throw abandoned(ask.message() + " The window asks for it.");
                case SaleChange.Changed ok -> {}
                case SaleChange.PartPaid ok -> {}
                case SaleChange.Closed ok -> {}
            }
        }
        return till.openOrder().orElseThrow(() -> new Problem("Nothing was rung up."));
    }

    /** Drops what was rung up, where nothing is paid on it, and says why. */
    Problem abandoned(CharSequence why) {
        till.openOrder().ifPresent(open -> till.cancelOrder(operator));
        return new Problem(why);
    }

    private static Quantity quantity(String item, int star) {
        try {
            return star < 0 ? Quantity.ONE : Quantity.of(Long.parseLong(item.substring(star + 1)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem("\"" + item + "\" is no item: write CODE or CODE*N with N from 1 to 1000000.", e);
        }
    }

    /** Takes what is due; if it was not paid, why is told. A sale on which nothing is paid is dropped then. */
    ExitStatus pay(Order order, Payment how) {
        earlier.begins(order.id());
        boolean paid;
        try {
            paid = take(order, how);
        } catch (Problem no) {
            told(order);
            throw no;
        }
        // What is open comes first: once it is decided, its sale says the same for ever.
        if (!paid && isOpen(order)) {
            return ExitStatus.NOT_KNOWN;
        }
        return till.order(order.id()).filter(o -> o.state() == OrderState.PAID).isPresent()
                ? ExitStatus.DONE
                : ExitStatus.NOT_DONE;
    }

    private boolean take(Order order, Payment how) {
        return switch (how.tender()) {
            case CASH -> cash(order, how);
            case LINK -> new LinkSale(console, till, operator).pay(order, how.linkWait());
            case CARD -> {
                TillEvents.Subscription told = till.events().subscribe(event -> {
                    if (event instanceof TillEvent.PaymentProgress progress) {
                        console.say("Terminal: " + progress.progress().text());
                    }
                });
                try {
                    yield card(order, how);
                } finally {
                    told.close();
                }
            }
        };
    }

    private boolean cash(Order order, Payment how) {
        Money given = how.cash(till.cashDue(order.due()));
        return switch (till.payCash(given, operator)) {
            case SaleChange.Closed closed -> true;
            case SaleChange.PartPaid part ->
                throw new Problem(given + " is not enough; " + part.order().due()
                        + " is still due. The sale stays on the counter.");
            case SaleChange.Refused no -> throw new Problem(no.message());
            case SaleChange.Changed _,
                    SaleChange.UnknownCode _,
                    SaleChange.NeedsManager _,
                    SaleChange.AskPrice _,
                    SaleChange.AskChoice _ -> throw new IllegalStateException("Paid without closing");
        };
    }

    private boolean card(Order order, Payment how) {
        return switch (till.payCard(order.id(), order.due(), operator)) {
            case CardResult.Paid paid when paid.order().state() == OrderState.PAID -> true;
            case CardResult.Paid part -> {
                console.say("Only " + part.attempt().approved() + " was approved; "
                        + part.order().due() + " is still due. The sale stays on the counter.");
                yield false;
            }
            case CardResult.NotPaid no -> {
                errors.println("till: not paid: " + no.attempt().message());
                till.cancelOrder(operator);
                yield false;
            }
            case CardResult.NotKnown doubt -> {
                errors.println("till: the terminal's answer was lost ("
                        + doubt.attempt().message()
                        + "). Do not charge again: the till asks the terminal until it knows.");
                yield resolved(order, how.patience());
            }
            case CardResult.Refused no -> throw new Problem(no.message());
        };
    }

    private boolean resolved(Order order, Duration patience) {
        Waiting.until(patience, () -> till.openPayments().isEmpty());
        return till.order(order.id()).filter(o -> o.state() == OrderState.PAID).isPresent();
    }
}
