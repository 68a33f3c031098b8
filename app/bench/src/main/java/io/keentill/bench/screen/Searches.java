package io.keentill.bench.screen;

import io.keentill.domain.catalogue.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/**
 * From a letter to the results on the screen. What has to appear is asked of the till for all words before any is typed: a
 * letter that changes nothing is no sample, and nothing counts as painted before every row says what it should.
 */
final class Searches {

    private static final int MEASURED = Integer.getInteger("samples", 160) / 2;
    private static final int WARM_UP = MEASURED / 4;

    /** How many results the storefront shows. */
    private static final int ROWS = 30;

    private final Counter counter;
    private final int products;
    private final Random random = new Random(5);
    private final ListView<?> results;
    private final Map<String, List<String>> wanted = new HashMap<>();

    Searches(Counter counter, int products) {
        this.counter = counter;
        this.products = products;
        results = (ListView<?>) counter.screen.node("results-rows");
    }

    /** Words of the catalogue, and beginnings of them, letter by letter; each letter waits for the results of the one before. */
    Map<String, Object> run() {
        List<String> words = Shelves.vocabulary();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            String word = words.get(random.nextInt(words.size()));
            texts.add(word.substring(0, Math.min(5, word.length())));
        }
        List<String> skus = new ArrayList<>();
        texts.forEach(
                text -> skus.add("S%07d".formatted(random.nextInt(products)).substring(0, 6)));
        texts.forEach(this::prepare);
        skus.forEach(this::prepare);
        Series broad = new Series();
        Series narrow = new Series();
        Series codes = new Series();
        for (int i = 0; i < texts.size(); i++) {
            boolean counts = i >= WARM_UP;
            type(texts.get(i), (letters, sample) -> (letters == 2 ? broad : narrow).addIf(counts, sample));
            if (i % 4 == 0) {
                type(skus.get(i), (letters, sample) -> codes.addIf(counts, sample));
            }
        }
        Series all = new Series();
        List.of(broad, narrow, codes).forEach(all::addAll);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("all", all.figures());
        report.put("two_letters", broad.figures());
        report.put("more_letters", narrow.figures());
        report.put("codes", codes.figures());
        return report;
    }

    /** Looks up what each letter of a text has to show. */
    void prepare(String text) {
        for (int letters = 2; letters <= text.length(); letters++) {
            wanted.computeIfAbsent(
                    text.substring(0, letters),
                    part -> counter.till.search(part, ROWS).stream()
                            .map(Product::name)
                            .toList());
        }
    }

    /** Who hears of a sample, and with how many letters. */
    interface Heard {
        void sample(int letters, Sample sample);
    }

    /** Types a prepared text from its second letter on: one letter searches for nothing. */
    private void type(String text, Heard heard) {
        List<String> before = List.of();
        Screen.run(() -> counter.screen.type(text.substring(0, 1)));
        for (int letters = 2; letters <= text.length(); letters++) {
            List<String> now = wanted(text, letters);
            String letter = text.substring(letters - 1, letters);
            if (now.equals(before)) {
                Screen.run(() -> counter.screen.type(letter));
            } else {
                heard.sample(letters, counter.screen.painted(() -> counter.screen.type(letter), () -> shows(now)));
            }
            before = now;
        }
        clear();
    }

    /** The same without a pause between the letters, and nobody measures. */
    void hurry(String text) {
        for (int letters = 1; letters <= text.length(); letters++) {
            String letter = text.substring(letters - 1, letters);
            Screen.run(() -> counter.screen.type(letter));
            if (letters > 1) {
                List<String> now = wanted(text, letters);
                counter.screen.until(() -> shows(now));
            }
        }
        clear();
    }

    private List<String> wanted(String text, int letters) {
        return wanted.getOrDefault(text.substring(0, letters), List.of());
    }

    private void clear() {
        Screen.run(() -> ((TextField) counter.screen.node("scan")).setText(""));
    }

    /** Whether these are the results, and every row in sight says what it should. */
    private boolean shows(List<String> names) {
        List<String> found = results.getItems().stream()
                .map(product -> ((Product) product).name())
                .toList();
        if (!found.equals(names) || !counter.screen.isShown("results")) {
            return false;
        }
        int right = 0;
        for (Node node : results.lookupAll(".row-cell")) {
            if (node instanceof ListCell<?> cell && cell.isVisible() && cell.getItem() instanceof Product product) {
                if (!cell.getAccessibleText().startsWith(product.name())) {
                    return false;
                }
                right++;
            }
        }
        return right > 0 || names.isEmpty();
    }
}
