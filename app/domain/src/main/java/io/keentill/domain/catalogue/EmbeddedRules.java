package io.keentill.domain.catalogue;

import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How this shop's own labels hide a weight or a price in their code. GS1 leaves the prefixes 02 and 20 to 29 to each shop
 * and says nothing about the rest, so that a shop writes down what its scales print, a pattern a line:
 *
 * <pre>
 * 28PPPPPVVVVVC    28, five digits of the item, five of the price in minor units, the check digit
 * 29PPPPPWWWWWC    the same with a weight in thousandths (grams)
 * 02PPPPPxVVVVC    a digit that is not looked at
 * </pre>
 *
 * <p>What comes first in the list is tried first.
 */
public final class EmbeddedRules {

    /** No label hides anything. */
    public static final EmbeddedRules NONE = new EmbeddedRules(List.of());

    private final List<String> patterns;

    private EmbeddedRules(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** What a label hides. */
    public sealed interface Hidden {

        /** Under which the item may be known to the catalogue, the likeliest first. */
        List<String> codes();

        /** So much of it, in thousandths of its unit, above zero. */
        record Weight(List<String> codes, long thousandths) implements Hidden {}

        /** It costs this as a whole, in minor units, zero or above. */
        record Price(List<String> codes, long minor) implements Hidden {}
    }

    /**
     * Reads patterns, one a line; empty lines are left out.
     *
     * @throws BadInputException with a sentence for people about the first pattern that makes no sense
     */
    public static EmbeddedRules parse(String text) {
        List<String> patterns = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            check(line);
            patterns.add(line);
        }
        return new EmbeddedRules(patterns);
    }

    private static void check(String pattern) {
        if (!pattern.matches("[0-9]{1,4}[PWVx]{4,13}C?")) {
            throw new BadInputException(Sentence.of(
                    "labels.it-begins-with-one-to-four",
                    "The pattern {0} makes no sense: it begins with one to four digits, goes on with P, W, V or x for each"
                            + " digit, and may end with C for the check digit.",
                    pattern));
        }
        boolean weight = pattern.indexOf('W') >= 0;
        boolean price = pattern.indexOf('V') >= 0;
        if (pattern.indexOf('P') < 0 || weight == price) {
            throw new BadInputException(Sentence.of(
                    "labels.it-needs-p-for-the-item",
                    "The pattern {0} makes no sense: it needs P for the item, and either W for a weight or V for a price.",
                    pattern));
        }
        if (!pattern.matches("[^P]*P+[^P]*") || !pattern.matches("[^WV]*[WV]+[^WV]*")) {
            throw new BadInputException(Sentence.of(
                    "labels.the-digits-stand-together",
                    "The pattern {0} makes no sense: the digits of the item stand together, and so do those of weight or"
                            + " price.",
                    pattern));
        }
        int length = pattern.length();
        if (pattern.endsWith("C") && length != 8 && length != 12 && length != 13 && length != 14) {
            throw new BadInputException(Sentence.of(
                    "labels.with-a-check-digit-it-has",
                    "The pattern {0} makes no sense: with a check digit it has 8, 12, 13 or 14 places.",
                    pattern));
        }
    }

    /** The patterns, the first to be tried first. */
    public List<String> patterns() {
        return patterns;
    }

    /** What this code hides; empty if it follows no pattern, or its check digit is wrong, or it weighs nothing. */
    public Optional<Hidden> read(String code) {
        return patterns.stream()
                .flatMap(pattern -> read(pattern, code).stream())
                .findFirst();
    }

    private static Optional<Hidden> read(String pattern, String code) {
        if (!fits(pattern, code)) {
            return Optional.empty();
        }
        boolean weight = pattern.indexOf('W') >= 0;
        long value = Long.parseLong(digits(pattern, code, weight ? 'W' : 'V'));
        List<String> codes = List.copyOf(names(pattern, code));
        if (!weight) {
            return Optional.of(new Hidden.Price(codes, value));
        }
        return value == 0 ? Optional.empty() : Optional.of(new Hidden.Weight(codes, value));
    }

    private static boolean fits(String pattern, String code) {
        if (code.length() != pattern.length() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            if (wanted >= '0' && wanted <= '9' && wanted != code.charAt(i)) {
                return false;
            }
        }
        return !pattern.endsWith("C") || Barcode.isValidGtin(code);
    }

    private static String digits(String pattern, String code, char place) {
        return code.substring(pattern.indexOf(place), pattern.lastIndexOf(place) + 1);
    }

    /**
     * Prefix and item as they stand; the whole code with nothing hidden in it and the check digit that belongs to that; the
     * item alone, as a SKU, and without its leading zeros.
     */
    private static Set<String> names(String pattern, String code) {
        String item = digits(pattern, code, 'P');
        String prefix = code.substring(0, pattern.indexOf('P'));
        StringBuilder bare = new StringBuilder(code);
        for (int i = 0; i < pattern.length(); i++) {
            if ("WVx".indexOf(pattern.charAt(i)) >= 0) {
                bare.setCharAt(i, '0');
            }
        }
        if (pattern.endsWith("C")) {
            int last = code.length() - 1;
            bare.setCharAt(last, (char) ('0' + Barcode.checkDigit(bare.substring(0, last))));
        }
        Set<String> names = new LinkedHashSet<>();
        Stream.of(bare.toString(), prefix + item, item, item.replaceFirst("^0+(?=.)", ""))
                .map(Barcode::normalise)
                .forEach(names::add);
        return names;
    }
}
