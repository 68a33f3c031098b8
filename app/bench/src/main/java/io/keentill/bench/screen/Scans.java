package io.keentill.bench.screen;

import io.keentill.bench.screen.Timeline.Kind;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.engine.selling.SaleChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** From the scanner's Enter to the line on the screen. */
final class Scans {

    private static final int MEASURED = Integer.getInteger("samples", 160);

    /** As many of both before any counts: Java compiles what is done often while it is done. */
    private static final int WARM_UP = 200;

    private static final int BASKET = 12;

    private final Counter counter;
    private final int products;
    private final Random random = new Random(3);
    private final VBox basket;

    Scans(Counter counter, int products) {
        this.counter = counter;
        this.products = products;
        basket = (VBox) counter.screen.node("lines");
        Label total = (Label) counter.screen.node("total");
        total.textProperty().addListener((o, before, now) -> counter.timeline.note(Kind.SAID));
    }

    /**
     * The till's scans and the skeleton's in turns, now the one first and now the other, both at the same moment between two
     * frames.
     */
    Map<String, Object> single() {
        Series ours = new Series();
        Series bare = new Series();
        Stages stages = new Stages(counter.timeline);
        Moments moments = new Moments();
        Runnable unwatch = counter.screen.eachFrame(() -> counter.timeline.note(Kind.FRAME));
        try (Skeleton skeleton = new Skeleton()) {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                boolean counts = i >= WARM_UP;
                String code = Shelves.code(random.nextInt(products));
                double moment = moments.next();
                if (i % 2 == 1) {
                    bare.addIf(counts, skeleton.scan(code, moment));
                }
                counter.timeline.clear();
                Sample till = scan(code, moment);
                if (counts) {
                    ours.add(till);
                    stages.add(
                            till,
                            counter.timeline.first(Kind.COMMIT, till.began()).orElseThrow());
                }
                if (i % 2 == 0) {
                    bare.addIf(counts, skeleton.scan(code, moment));
                }
                if (i % BASKET == BASKET - 1) {
                    pay();
                    skeleton.clear();
                }
            }
        }
        unwatch.run();
        pay();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("till", ours.figures());
        report.put("bare_field_and_table", bare.figures());
        report.put("ratio_p95", Figures.ratio(ours.nanos(), bare.nanos()));
        report.put("ratio_screen_cpu_p50", ours.cpuRatio(bare));
        report.put("stages", stages.figures());
        return report;
    }

    /** Paid behind the screen's back, which follows. */
    private void pay() {
        if (counter.till.openOrder().isPresent()) {
            SaleChange paid = counter.till.payCash(Money.of(100_000_00, Shelves.EUR), "bench");
            if (!(paid instanceof SaleChange.Closed)) {
                throw new IllegalStateException("Not paid: " + paid);
            }
        }
        counter.screen.until(() -> lines() == 0);
    }

    private int lines() {
        return (int) basket.getChildren().stream().filter(Node::isVisible).count();
    }

    private Sample scan(String code, double moment) {
        int[] before = new int[1];
        return counter.screen.painted(
                moment,
                () -> {
                    before[0] = lines();
                    counter.screen.burst(code);
                },
                () -> lines() > before[0]);
    }

    /** Ten a second into one basket, each another product: none may be lost or change places. */
    Map<String, Object> stream(int seconds) {
        int count = 10 * seconds;
        List<String> codes = new ArrayList<>();
        random.ints(0, products).distinct().limit(count).forEach(n -> codes.add(Shelves.code(n)));
        long[] sent = new long[count];
        long[] painted = new long[count];
        int[] seen = new int[1];
        Runnable watch = () -> {
            long now = System.nanoTime();
            for (int all = lines(); seen[0] < all; seen[0]++) {
                painted[seen[0]] = now;
            }
        };
        Screen.run(() -> basket.getScene().addPostLayoutPulseListener(watch));
        Cost before = counter.screen.cost();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(begin + i * 100_000_000L - System.nanoTime());
            int n = i;
            sent[n] = System.nanoTime();
            Platform.runLater(() -> counter.screen.burst(codes.get(n)));
        }
        counter.screen.until(() -> lines() >= count);
        Cost cost = counter.screen.cost().since(before);
        Screen.run(() -> basket.getScene().removePostLayoutPulseListener(watch));
        List<String> sold = counter.till.openOrder().orElseThrow().lines().stream()
                .map(OrderLine::sku)
                .toList();
        List<String> wanted = codes.stream()
                .map(code -> "S%07d".formatted(Integer.parseInt(code.substring(2, 12))))
                .toList();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nanos.add(painted[i] - sent[i]);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("scans", count);
        report.put("all_there_in_sequence", sold.equals(wanted));
        report.put("all", Figures.of(nanos));
        report.put("screen_cpu_ms_each", Figures.millis(cost.screen() / count));
        report.put("all_cpu_ms_each", Figures.millis(cost.all() / count));
        report.put("first_hundred", Figures.of(nanos.subList(0, Math.min(100, count))));
        report.put("last_hundred", Figures.of(nanos.subList(Math.max(0, count - 100), count)));
        pay();
        if (!sold.equals(wanted)) {
            throw new IllegalStateException("Scans were lost or changed places: " + report);
        }
        return report;
    }
}
