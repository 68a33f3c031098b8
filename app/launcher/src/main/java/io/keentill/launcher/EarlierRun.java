package io.keentill.launcher;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run before this one began and told nobody the end of, since it was killed or gave up waiting. Whoever runs a
 * command again because it got no answer may mean the very same sale, so where its money moved nothing new is begun.
 *
 * <p>A mark is stored before money is asked for and taken away when the end was told: however often the till was opened
 * in between, by whatever, the next run of the command still knows that there is something to tell.
 */
public final class EarlierRun {

    private static final System.Logger LOG = System.getLogger(EarlierRun.class.getName());
    private static final String KEY = "command.untold.";
    private static final String NONE = "none";
    private static final int LOOK_BACK = 1000;

    private final TillStore store;
    private final Console console;
    private final String key;
    private final List<Map<String, Object>> report = new ArrayList<>();

    private EarlierRun(TillStore store, Console console, String what) {
        this.store = store;
        this.console = console;
        this.key = KEY + what;
    }

    /** Of sales at the counter; the mark is the sale. */
    public static EarlierRun selling(TillStore store, Console console) {
        return new EarlierRun(store, console, "sale");
    }

    /** Of money back on a sale; there is no mark, since what is left of the sale says what went back. */
    public static EarlierRun refunding(TillStore store, Console console) {
        return new EarlierRun(store, console, "refund");
    }

    /** Of payments on a terminal without a sale; the mark is the last payment before. */
    public static EarlierRun on(TillStore store, Console console, String terminal) {
        return new EarlierRun(store, console, terminal);
    }

    /** This sale is about to be paid. */
    public void begins(String orderId) {
        try {
            mark(orderId);
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    /** A payment without a sale is about to be begun. */
    public void begins() throws StoreException {
        mark(store.read(view -> view.recentAttempts(1)).stream()
                .map(PaymentAttempt::id)
                .findFirst()
                .orElse(NONE));
    }

    private void mark(String value) throws StoreException {
        store.write(tx -> {
            tx.putSetting(key, value);
            return value;
        });
    }

    /** How it ended is told; not where nobody is there any more to read it. */
    public void told() {
        if (console.isRead()) {
            forget();
        }
    }

    private void forget() {
        try {
            if (store.read(view -> view.setting(key)).isPresent()) {
                store.write(tx -> {
                    tx.removeSetting(key);
                    return key;
                });
            }
        } catch (StoreException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "That a run was told of is not stored: the next one tells it again",
                    e);
        }
    }

    /**
     * Of sales: tells what became of what was open, and of the sale whose end was not told.
     *
     * @param decided payments that were open when this run began and are not any more
     * @throws Problem if money moved; the next run goes on
     */
    public void stopIfMoved(List<PaymentAttempt> decided) {
        try {
            stop(store.read(view -> {
                Optional<Order> sale = view.setting(key).flatMap(view::order);
                Set<String> ids = ids(decided);
                sale.ifPresent(o -> ids.addAll(ids(view.attemptsOf(o.id()))));
                List<Left> left = left(view, ids);
                sale.filter(o -> o.state() == OrderState.PAID)
                        .filter(o -> left.stream().noneMatch(l -> l.pays(o)))
                        .ifPresent(o -> left.add(new Left(null, o)));
                return left;
            }));
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    /**
     * Of payments without a sale: the same, with those by {@code operator} on {@code terminal} since the mark.
     *
     * @throws Problem if money moved; the next run goes on
     */
    public void stopIfMoved(Collection<String> wereOpen, String terminal, String operator) throws StoreException {
        stop(store.read(view -> {
            Set<String> ids = new LinkedHashSet<>(wereOpen);
            view.setting(key)
                    .ifPresent(mark -> ids.addAll(ids(view.recentAttempts(LOOK_BACK).stream()
                            .takeWhile(a -> !a.id().equals(mark))
                            .filter(a -> a.orderId() == null && a.terminal().equals(terminal))
                            .filter(a -> a.operator().equals(operator))
                            .toList())));
            return left(view, ids);
        }));
    }

    /** What was told of earlier runs, for scripts. */
    public List<Map<String, Object>> report() {
        return List.copyOf(report);
    }

    private void stop(List<Left> left) {
        left.forEach(l -> report.add(l.json()));
        List<String> moved = left.stream().filter(Left::moved).map(Left::words).toList();
        left.stream().filter(l -> !l.moved()).forEach(l -> console.say(l.words()));
        if (moved.isEmpty()) {
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", ExitStatus.EARLIER_MOVED.word());
        json.put("earlier", report());
        console.result(json);
        // Whether anybody reads or not: a script that has no output at all would be stopped for ever.
        forget();
        throw new Problem(
                ExitStatus.EARLIER_MOVED,
                String.join(" ", moved)
                        + " Nothing new was begun, since this may be what you ask for now. If it is not, run the same"
                        + " command again: then it goes on.");
    }

    private static Set<String> ids(List<PaymentAttempt> attempts) {
        Set<String> ids = new LinkedHashSet<>();
        attempts.forEach(a -> ids.add(a.id()));
        return ids;
    }

    private static List<Left> left(View view, Set<String> ids) {
        List<Left> left = new ArrayList<>();
        for (String id : ids) {
            PaymentAttempt attempt = view.attempt(id).orElseThrow();
            String orderId = attempt.orderId();
            left.add(new Left(
                    attempt, orderId == null ? null : view.order(orderId).orElse(null)));
        }
        return left;
    }

    /** A payment of an earlier run with its sale, or a sale that was paid without one. */
    private record Left(
            @Nullable PaymentAttempt attempt, @Nullable Order order) {

        boolean moved() {
            return attempt == null || attempt.moved();
        }

        boolean pays(Order sale) {
            return moved() && order != null && order.id().equals(sale.id());
        }

        String words() {
            PaymentAttempt payment = attempt;
            if (payment == null) {
                return "An earlier run ended without telling how:" + sale("") + ".";
            }
            String name = payment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + payment.reference();
            return payment.moved()
                    ? "Payment of an earlier run: " + name + " went through with " + payment.approved() + sale(";")
                            + "."
                    : "Payment of an earlier run: " + name + " moved no money (" + Sentence.from(payment.message())
                            + ").";
        }

        private String sale(String before) {
            Order sale = order;
            if (sale == null) {
                return "";
            }
            return before + " sale " + sale.reference()
                    + (sale.state() == OrderState.PAID
                            ? " of " + sale.totals().total() + " is paid, receipt " + sale.receiptNumber()
                            : " still has " + sale.due() + " due and waits at the till");
        }

        Map<String, Object> json() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("moved", moved());
            if (attempt != null) {
                map.put("kind", attempt.kind().name().toLowerCase(Locale.ROOT));
                map.put("currency", attempt.amount().currency().getCurrencyCode());
                map.put("payment", SaleReport.attempt(attempt));
            }
            if (order != null) {
                map.put("sale", order.reference());
                map.put("sale_id", order.id());
                map.put("sale_state", order.state().name().toLowerCase(Locale.ROOT));
                map.put("total_minor", order.totals().total().minor());
                map.put("receipt", order.receiptNumber());
            }
            return map;
        }
    }
}
