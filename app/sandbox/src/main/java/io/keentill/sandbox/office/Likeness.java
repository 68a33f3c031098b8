package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How alike a foreign item and a product are: the share of words that their names have in common, then the price. */
final class Likeness {
    private static final double LEAST = 0.3;
    private static final double SAME_PRICE = 0.1;

    private Likeness() {}

    /** The product most like {@code item}, as a suggestion; null when none is like it. */
    static @Nullable ObjectNode best(ObjectNode item, List<ObjectNode> products) {
        Set<String> words = words(Json.need(item, "name"));
        ObjectNode best = null;
        double most = LEAST;
        for (ObjectNode product : products) {
            double likeness = shared(words, words(Json.need(product, "name")));
            boolean samePrice = item.has("price") && Json.whole(item, "price") == Json.whole(product, "amount_minor");
            double confidence = Math.min(1, likeness + (likeness > 0 && samePrice ? SAME_PRICE : 0));
            if (confidence >= most && (best == null || confidence > most)) {
                most = confidence;
                best = suggestion(item, product, words, confidence, samePrice);
            }
        }
        return best;
    }

    private static ObjectNode suggestion(
            ObjectNode item, ObjectNode product, Set<String> words, double confidence, boolean samePrice) {
        Set<String> common = new TreeSet<>(words);
        common.retainAll(words(Json.need(product, "name")));
        return Json.object()
                .put("externalId", Json.need(item, "id"))
                .put("internalId", Json.need(product, "id"))
                .put("confidence", Math.round(confidence * 100) / 100.0)
                .put(
                        "reasoning",
                        "Both names have: " + String.join(", ", common)
                                + (samePrice ? "; the price is the same." : "."));
    }

    private static double shared(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    private static Set<String> words(String name) {
        Set<String> words =
                new HashSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
