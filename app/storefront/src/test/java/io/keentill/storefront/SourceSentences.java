package io.keentill.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every sentence that the product's sources say, by its code: what each language has to have. */
final class SourceSentences {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern SAID =
            Pattern.compile("Sentence\\.of\\(\\s*" + TEXT + "\\s*,\\s*(" + TEXT + "(?:\\s*\\+\\s*" + TEXT + ")*)");
    private static final Pattern LITERAL = Pattern.compile(TEXT);
    /** What strangers copy, and what drivers are tested with. */
    private static final List<String> NO_PRODUCT = List.of("device-drivers/example", "device-drivers/conformance");

    private SourceSentences() {}

    /** English patterns by code; several where one code was given to several, which is a mistake. */
    static Map<String, Set<String>> all() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String source : sources()) {
            Matcher said = SAID.matcher(source);
            while (said.find()) {
                found.computeIfAbsent(said.group(1), code -> new TreeSet<>()).add(joined(said.group(2)));
            }
        }
        return found;
    }

    /** The text of each main source file of the product. */
    static List<String> sources() {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> ROOT.relativize(p).toString().contains("src/main/java"))
                    .filter(p -> NO_PRODUCT.stream()
                            .noneMatch(no -> ROOT.relativize(p).startsWith(no)))
                    .map(SourceSentences::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(String literals) {
        StringBuilder text = new StringBuilder();
        Matcher literal = LITERAL.matcher(literals);
        while (literal.find()) {
            text.append(literal.group(1).translateEscapes());
        }
        return text.toString();
    }
}
