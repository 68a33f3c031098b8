package io.keentill.bench.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** From a letter to the results on the screen. */
final class Searches {

    private static final int MEASURED = Integer.getInteger("samples", 200) / 2;
    private static final int WARM_UP = MEASURED / 4;

    private final Counter counter;
    private final int products;
    private final Random random = new Random(5);
    private int changes;

    Searches(Counter counter, int products) {
        this.counter = counter;
        this.products = products;
        Screen.run(() -> {
            VBox rows = (VBox) counter.screen.node("results-rows");
            rows.getChildren().addListener((ListChangeListener<Node>) change -> changes++);
        });
    }

    /** Words of the catalogue, and beginnings of them, letter by letter; each letter waits for the results of the one before. */
    Map<String, Object> run() {
        List<String> words = Shelves.vocabulary();
        List<Long> broad = new ArrayList<>();
        List<Long> narrow = new ArrayList<>();
        List<Long> codes = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            String word = words.get(random.nextInt(words.size()));
            List<Long> nanos = type(word.substring(0, Math.min(5, word.length())));
            List<Long> parts = i % 4 == 0
                    ? type("S%07d".formatted(random.nextInt(products)).substring(0, 6))
                    : List.of();
            if (i >= WARM_UP) {
                broad.add(nanos.getFirst());
                narrow.addAll(nanos.subList(1, nanos.size()));
                codes.addAll(parts);
            }
        }
        List<Long> all = new ArrayList<>(broad);
        all.addAll(narrow);
        all.addAll(codes);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("all", Figures.of(all));
        report.put("two_letters", Figures.of(broad));
        report.put("more_letters", Figures.of(narrow));
        report.put("codes", Figures.of(codes));
        return report;
    }

    /** The nanoseconds from the second letter on: one searches for nothing. */
    List<Long> type(String text) {
        List<Long> nanos = new ArrayList<>();
        Screen.run(() -> counter.screen.type(text.substring(0, 1)));
        for (int i = 1; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            int[] before = new int[1];
            long[] times = counter.screen.painted(
                    () -> {
                        before[0] = changes;
                        counter.screen.type(letter);
                    },
                    () -> changes > before[0]);
            nanos.add(times[1] - times[0]);
        }
        Screen.run(() -> ((TextField) counter.screen.node("scan")).setText(""));
        return nanos;
    }
}
