package io.keentill.launcher.counter;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.status.TillStatus;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out one line after the other on a till, and says in plain maps what is stored now. */
final class Counter {

    private static final String OPERATOR = "counter";
    private static final long SYNC_SECONDS = 60;

    private final LocalTill till;

    Counter(LocalTill till) {
        this.till = till;
    }

    /**
     * Carries out {@code line}.
     *
     * @throws Problem with words for whoever wrote the line; nothing was changed then
     */
    Map<String, ?> work(String line) {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        return switch (verb) {
            case "scan" -> scan(rest);
            case "park" -> said(till.park(rest.isEmpty() ? "Parked" : rest));
            case "recall" -> recall();
            case "cancel" -> said(till.cancelOrder(OPERATOR));
            case "cash" -> cash(rest);
            case "card" -> card();
            case "state" -> state();
            case "sync" -> sync(rest);
            default ->
                throw new Problem("\"" + verb
                        + "\" is no line for the counter: write scan, park, recall, cancel, cash, card, state, sync"
                        + " or quit.");
        };
    }

    /** What lies on the counter, and what is still open or waiting. */
    Map<String, Object> state() {
        TillStatus status = till.freshStatus();
        Map<String, Object> answer = answer(true);
        answer.put("order", till.openOrder().map(Order::id).orElse(null));
        answer.put("lines", till.openOrder().map(o -> o.lines().size()).orElse(0));
        answer.put("parked", till.parked().size());
        answer.put("open_payments", till.openPayments().size());
        answer.put("waiting", status.waiting());
        answer.put("tasks", status.tasks());
        answer.put("connection", status.connection().name().toLowerCase(Locale.ROOT));
        return answer;
    }

    private static Map<String, Object> answer(boolean ok) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", ok);
        return answer;
    }

    static Map<String, Object> refused(String message) {
        Map<String, Object> answer = answer(false);
        answer.put("message", message);
        return answer;
    }

    private Map<String, ?> scan(String item) {
        int star = item.lastIndexOf('*');
        Quantity quantity;
        try {
            quantity = star < 0 ? Quantity.ONE : Quantity.of(Long.parseLong(item.substring(star + 1)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem("\"" + item + "\" is no item: write CODE or CODE*N with N from 1 to 1000000.", e);
        }
        return said(till.scan(star < 0 ? item : item.substring(0, star), quantity, OPERATOR));
    }

    private Map<String, ?> recall() {
        List<Order> parked = till.parked();
        return parked.isEmpty()
                ? refused("Nothing is parked.")
                : said(till.recall(parked.getFirst().id()));
    }

    private Map<String, ?> cash(String amount) {
        Order order = onCounter();
        return said(till.payCash(amount.isEmpty() ? till.cashDue(order.due()) : money(amount, order), OPERATOR));
    }

    private static Money money(String amount, Order order) {
        try {
            return Money.of(
                    new BigDecimal(amount).movePointRight(order.due().digits()).longValueExact(), order.currency());
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Problem("\"" + amount + "\" is no amount in " + order.currency() + ".", e);
        }
    }

    private Map<String, ?> card() {
        Order order = onCounter();
        return switch (till.payCard(order.id(), order.due(), OPERATOR)) {
            case CardResult.Paid paid -> paid(paid.order(), paid.attempt().reference());
            case CardResult.NotPaid no ->
                undecided(no.attempt().reference(), "not paid", no.attempt().message());
            case CardResult.NotKnown doubt ->
                undecided(
                        doubt.attempt().reference(), "unknown", doubt.attempt().message());
            case CardResult.Refused no -> refused(no.message().toString());
        };
    }

    private static Map<String, Object> undecided(String reference, String payment, @Nullable Sentence message) {
        Map<String, Object> answer = refused(String.valueOf(message));
        answer.put("attempt", reference);
        answer.put("payment", payment);
        return answer;
    }

    private Map<String, ?> sync(String seconds) {
        long most;
        try {
            most = seconds.isEmpty() ? SYNC_SECONDS : Long.parseLong(seconds);
        } catch (NumberFormatException e) {
            throw new Problem("\"" + seconds + "\" is no number of seconds.", e);
        }
        Duration limit = Duration.ofSeconds(most);
        Waiting.until(limit, () -> till.openPayments().isEmpty());
        Waiting.drained(till, limit);
        return state();
    }

    private Order onCounter() {
        return till.openOrder().orElseThrow(() -> new Problem("There is nothing on the counter."));
    }

    private Map<String, ?> said(SaleChange change) {
        return switch (change) {
            case SaleChange.Changed done -> changed(done.order());
            case SaleChange.PartPaid part -> changed(part.order());
            case SaleChange.Closed closed -> paid(closed.order(), null);
            case SaleChange.UnknownCode no -> refused(no.message().toString());
            case SaleChange.Refused no -> refused(no.message().toString());
            case SaleChange.NeedsManager no -> refused(no.message().toString());
            case SaleChange.AskPrice ask -> refused(ask.message().toString());
            case SaleChange.AskChoice ask -> refused(ask.message().toString());
        };
    }

    private static Map<String, Object> changed(Order order) {
        Map<String, Object> answer = answer(true);
        answer.put("order", order.id());
        answer.put("reference", order.reference());
        answer.put("state", order.state().name().toLowerCase(Locale.ROOT));
        answer.put("lines", order.lines().size());
        answer.put("pieces", pieces(order));
        answer.put("total_minor", order.totals().total().minor());
        answer.put("due_minor", order.due().minor());
        answer.put("receipt", order.receiptNumber());
        return answer;
    }

    private static BigDecimal pieces(Order order) {
        long thousandths = order.lines().stream()
                .mapToLong(line -> line.quantity().thousandths())
                .sum();
        return BigDecimal.valueOf(thousandths, 3);
    }

    private static Map<String, Object> paid(Order order, @Nullable String attempt) {
        Map<String, Object> answer = changed(order);
        answer.put("attempt", attempt);
        return answer;
    }
}
