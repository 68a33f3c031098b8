package io.keentill.storefront;

import io.keentill.domain.text.Sentence;
import java.util.Map;
import java.util.Set;

/** What the product's own rooms say, for those that stand in for them: pictures in German show what people would read. */
final class RealWords {

    private static final Map<String, Set<String>> ALL = SourceSentences.all();

    private RealWords() {}

    /** The product's sentence of this code. */
    static Sentence said(String code, Object... values) {
        Set<String> patterns = ALL.get(code);
        if (patterns == null || patterns.size() != 1) {
            throw new IllegalArgumentException("The product does not say " + code + " in one way: " + patterns);
        }
        return Sentence.of(code, patterns.iterator().next(), values);
    }
}
