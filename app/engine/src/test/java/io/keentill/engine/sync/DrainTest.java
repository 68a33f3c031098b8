package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.engine.support.VirtualTime;
import io.keentill.revkeen.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backlog of days without a network drains in virtual time against a RevKeen that counts every request. The whole
 * acceptance is {@code -Dtest=DrainTest -Ddrain.sales=10000}; {@code verify} drains a few hundred.
 */
class DrainTest {

    private static final int SALES = Integer.getInteger("drain.sales", 300);
    private static final int STEPS = 4;
    private static final Duration OFFLINE = Duration.ofDays(9);

    @Test
    void aBacklogDrainsAtTheAllowedRateInCausalOrderWithFreshSalesFirst(@TempDir Path folder) throws Exception {
        // Nothing fails here, so whoever waits long waits for an answer: however slow the machine, no time is lost by
        // it.
        VirtualTime time = new VirtualTime(Duration.ofMillis(1), Duration.ofSeconds(20));
        try (DrainRig rig = new DrainRig(folder, RateLimit.PRODUCTION, time)) {
            List<Order> sales = new ArrayList<>(rig.sell(SALES, OFFLINE));
            long began = rig.time.nanos();
            rig.online();
            Eventually.until("contact", () -> rig.revKeen.requests().size() > 10);
            Map<Order, Integer> fresh = new LinkedHashMap<>();
            while (rig.left().waiting() > SALES * STEPS / 4) {
                int before = rig.whileNothingArrives(() -> {
                    int arrived = rig.revKeen.requests().size();
                    fresh.put(rig.sell(1, Duration.ofMillis(1)).getFirst(), arrived);
                    rig.wake();
                    return arrived;
                });
                while (rig.revKeen.requests().size() < before + SALES / 2
                        && rig.left().waiting() > 0) {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                }
            }
            rig.drained();

            double minutes = (rig.lastWrite() - began) / 60e9;
            double rate = rig.revKeen.requests().size() / minutes;
            int furthest = furthest(rig, fresh);
            System.out.printf(
                    "%d sales, %d requests in %.1f simulated minutes: %.1f %% of the allowed rate, %d refused;"
                            + " fresh sales: %d, the slowest through after %d requests%n",
                    SALES,
                    rig.revKeen.requests().size(),
                    minutes,
                    100 * rate / RateLimit.PRODUCTION.perMinute(),
                    rig.refused(),
                    fresh.size(),
                    furthest);
            sales.addAll(fresh.keySet());
            assertOnceEachInCausalOrder(rig, sales);
            assertThat(rate).isGreaterThanOrEqualTo(0.95 * RateLimit.PRODUCTION.perMinute());
            assertThat(rig.refused()).isZero();
            assertThat(fresh).isNotEmpty();
            // Four requests one after the other; meanwhile at most as many others as are under way side by side.
            assertThat(furthest).isLessThan(100);
        }
    }

    @Test
    void lostAnswersAndRefusalsDuplicateNothing(@TempDir Path folder) throws Exception {
        try (DrainRig rig = new DrainRig(folder, RateLimit.PRODUCTION, new VirtualTime(Duration.ofMillis(1)))) {
            List<Order> sales = rig.sell(Math.min(SALES, 200), OFFLINE);
            Random random = new Random(3);
            rig.revKeen.fault(20, r -> random.nextInt(40) == 0, Fault.DROP_ANSWER);
            rig.revKeen.fault(20, r -> random.nextInt(40) == 0, Fault.DROP_REQUEST);
            rig.revKeen.fault(10, r -> random.nextInt(40) == 0, Fault.GARBLE_ANSWER);
            rig.revKeen.refuse(10, r -> random.nextInt(40) == 0, 503, "busy");
            rig.revKeen.refuse(5, r -> random.nextInt(40) == 0, 429, "{}", "Retry-After: 3");
            rig.online();
            rig.drained();
            assertOnceEachInCausalOrder(rig, sales);
        }
    }

    /** Over how many requests a fresh sale was spread at most. */
    private static int furthest(DrainRig rig, Map<Order, Integer> fresh) {
        Map<String, List<Integer>> positions = positions(rig);
        int most = 0;
        for (Map.Entry<Order, Integer> sale : fresh.entrySet()) {
            most = Math.max(most, positions.get(sale.getKey().id()).getLast() - sale.getValue());
        }
        return most;
    }

    private static void assertOnceEachInCausalOrder(DrainRig rig, List<Order> sales) {
        List<String> expected = sales.stream().map(Order::id).toList();
        assertThat(rig.revKeen.orders())
                .extracting(o -> String.valueOf(((Map<?, ?>) o.get("metadata")).get("keentill_order")))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rig.revKeen.invoices())
                .extracting(i -> (String) i.get("external_id"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rig.revKeen.payments())
                .extracting(p -> (String) p.get("invoice_id"))
                .doesNotHaveDuplicates()
                .hasSize(sales.size());
        Map<String, List<String>> steps = steps(rig);
        assertThat(steps.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(steps.values())
                .allSatisfy(
                        s -> assertThat(s.stream().distinct()).containsExactly("invoice", "finalize", "order", "pay"));
    }

    private static Map<String, List<String>> steps(DrainRig rig) {
        Map<String, List<String>> steps = new HashMap<>();
        each(
                rig,
                (sale, step, at) ->
                        steps.computeIfAbsent(sale, s -> new ArrayList<>()).add(step));
        return steps;
    }

    private static Map<String, List<Integer>> positions(DrainRig rig) {
        Map<String, List<Integer>> positions = new HashMap<>();
        each(
                rig,
                (sale, step, at) ->
                        positions.computeIfAbsent(sale, s -> new ArrayList<>()).add(at));
        return positions;
    }

    private interface Step {
        void seen(String sale, String step, int at);
    }

    private static void each(DrainRig rig, Step step) {
        Map<String, String> saleOfInvoice = rig.revKeen.invoices().stream()
                .collect(Collectors.toMap(i -> (String) i.get("id"), i -> (String) i.get("external_id")));
        List<Request> requests = rig.revKeen.requests();
        for (int at = 0; at < requests.size(); at++) {
            Request request = requests.get(at);
            String path = request.path();
            if (request.line().startsWith("PUT /v2/invoices/external/")) {
                step.seen(path.substring(path.lastIndexOf('/') + 1), "invoice", at);
            } else if (request.line().equals("POST /v2/orders")) {
                step.seen(request.text().replaceFirst("(?s).*\"keentill_order\":\"([^\"]+)\".*", "$1"), "order", at);
            } else if (request.method().equals("POST")) {
                String[] parts = path.split("/");
                step.seen(saleOfInvoice.get(parts[3]), parts[4], at);
            }
        }
    }
}
