package io.keentill.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How text is made alike before it is indexed or looked for: accents off, small letters, and only letters and digits.
 * Nothing that means something to the search engine survives it.
 */
final class SearchText {

    private SearchText() {}

    /** The words of a text. */
    static List<String> words(String text) {
        return Stream.of(folded(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words with one blank between. */
    static String line(String text) {
        return String.join(" ", words(text));
    }

    /** All letters and digits without anything between, as for codes that people write with or without dashes. */
    static String compact(String text) {
        return String.join("", words(text));
    }

    /** Letters that have no accent to take off but are typed without their stroke or tied pair. */
    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }
}
