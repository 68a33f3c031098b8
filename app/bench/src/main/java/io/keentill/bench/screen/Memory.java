package io.keentill.bench.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.input.KeyCode;

/**
 * What the process holds after a long day: sales in cash through the screen, and searches that match a lot. Most of the day
 * passes in a small window, since the copy of each frame that a platform without a display makes would take longer than all
 * the rest; it begins and ends in a large one. After each tenth of the day no customer comes for eleven
 * seconds.
 */
final class Memory {

    private static final int LARGE_WIDTH = 1366;
    private static final int LARGE_HEIGHT = 768;
    private static final int SMALL = 400;
    private static final int LAST_SALES = 10;
    private static final Duration NO_CUSTOMER = Duration.ofSeconds(11);

    private final Counter counter;
    private final int products;
    private final Random random = new Random(9);

    Memory(Counter counter, int products) {
        this.counter = counter;
        this.products = products;
    }

    Map<String, Object> run(int sales, int searches) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        List<Long> resident = new ArrayList<>();
        counter.resize(LARGE_WIDTH, LARGE_HEIGHT);
        report.put("ready_mb", megabytes("self"));
        counter.resize(SMALL, SMALL);
        Searches search = new Searches(counter, products);
        List<String> words = Shelves.vocabulary();
        for (int i = 1; i <= sales; i++) {
            sell();
            if (searches > 0 && i % Math.max(1, sales / searches) == 0) {
                String text = words.get(random.nextInt(words.size())).substring(0, 3);
                search.prepare(text);
                search.hurry(text);
            }
            if (i % Math.max(1, sales / 10) == 0) {
                // The till puts its memory in order when nobody touches it, and looks every ten seconds.
                LockSupport.parkNanos(NO_CUSTOMER.toNanos());
                resident.add(megabytes("self"));
            }
        }
        counter.resize(LARGE_WIDTH, LARGE_HEIGHT);
        for (int i = 0; i < LAST_SALES; i++) {
            sell();
        }
        report.put("sales", sales + LAST_SALES);
        report.put("broad_searches", searches);
        report.put("resident_mb_at_each_tenth", resident);
        report.put("end_mb", megabytes("self"));
        return report;
    }

    private void sell() {
        for (int i = 0; i < 2; i++) {
            String code = Shelves.code(random.nextInt(products));
            Screen.run(() -> counter.screen.burst(code));
        }
        counter.screen.until(() -> counter.screen.isShown("sell")
                && counter.till.openOrder().filter(o -> !o.lines().isEmpty()).isPresent()
                && !counter.screen.node("pay-cash").isDisabled());
        Screen.run(() -> counter.screen.press(KeyCode.F8));
        counter.screen.until(() -> counter.screen.isShown("cash-amount")
                && counter.screen.node("cash-amount").isFocused());
        Screen.run(() -> {
            counter.screen.type("200");
            counter.screen.enter();
        });
        counter.screen.until(() -> counter.screen.isShown("receipt"));
    }

    /** What a process holds, by its id or {@code self}. */
    static long megabytes(String process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", process, "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("This machine does not tell what a process holds");
    }
}
