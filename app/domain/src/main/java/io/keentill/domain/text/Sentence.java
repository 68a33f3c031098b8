package io.keentill.domain.text;

import io.keentill.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something said to people by a room that does not know their language: a refusal, what became of a payment, a task. It
 * carries a stable code, its English pattern and the values in it, so that whoever shows it can say it in another
 * language and with that language's figures ({@link Language}). As a {@link CharSequence} it is its English text, which
 * is what commands, logs and the journal have.
 *
 * <p>A pattern's {@code {0}}, {@code {1}}… stand for the values; there is no quoting, an apostrophe is an apostrophe.
 * What others said, like a terminal's display or RevKeen's error message, is {@link #quoted} and said as it came.
 *
 * <p>Two sentences are equal when their English texts are.
 */
public final class Sentence implements CharSequence {

    private static final String QUOTED = "";
    private static final String JOINED = "text.joined";

    private final String code;
    private final String pattern;
    private final List<Object> values;
    private final String english;

    private Sentence(String code, String pattern, List<Object> values) {
        this.code = code;
        this.pattern = pattern;
        this.values = values;
        this.english = code.equals(QUOTED) ? pattern : Language.ENGLISH.say(this);
    }

    /**
     * A sentence of ours.
     *
     * @param code stable for ever once it is stored anywhere, unique to the pattern: {@code room.what-it-says}
     * @param english its pattern in English
     * @param values what {@code {0}}… stand for: amounts, whole numbers, moments, days, other sentences, constants of
     *     an enum, each a word of its own ({@code word.PaymentKind.REFUND}); anything else is written as it prints itself
     */
    public static Sentence of(String code, String english, @Nullable Object... values) {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("A sentence of ours has a code: " + english);
        }
        List<Object> kept = new ArrayList<>(values.length);
        for (Object value : values) {
            kept.add(plain(value));
        }
        return new Sentence(code, english, List.copyOf(kept));
    }

    /** What somebody else said or wrote, the same in every language; nothing for null. */
    public static Sentence quoted(@Nullable String words) {
        return new Sentence(QUOTED, words == null ? "" : words, List.of());
    }

    /** The same for what may already be a sentence. */
    public static Sentence from(@Nullable CharSequence words) {
        return words instanceof Sentence sentence ? sentence : quoted(words == null ? null : words.toString());
    }

    /** What the column of a store has: see {@link #stored}. Anything else is taken as it stands, as old rows have it. */
    public static Sentence fromStored(String column) {
        return StoredSentence.read(column);
    }

    /** This one with {@code next} after it. */
    public Sentence then(CharSequence next) {
        if (isEmpty()) {
            return from(next);
        }
        return next.isEmpty() ? this : of(JOINED, "{0} {1}", this, from(next));
    }

    /**
     * This one with all that others said or wrote put through {@code change}: what is quoted, and the words among the
     * values. Patterns of ours, amounts, numbers and moments stay.
     */
    public Sentence withWords(UnaryOperator<String> change) {
        if (isQuoted()) {
            return quoted(change.apply(pattern));
        }
        List<Object> changed = new ArrayList<>(values.size());
        for (Object value : values) {
            changed.add(
                    switch (value) {
                        case Sentence inner -> inner.withWords(change);
                        case String words -> change.apply(words);
                        default -> value;
                    });
        }
        return whole(code, pattern, changed);
    }

    /** For a store: the English text, and behind it, out of sight, what it takes to say it in another language. */
    public String stored() {
        return code.equals(QUOTED) ? english : StoredSentence.write(this);
    }

    /** The code, by which translations are found; empty when {@linkplain #quoted quoted}. */
    public String code() {
        return code;
    }

    /** The English pattern; of something quoted, the words. */
    public String pattern() {
        return pattern;
    }

    /** What stands in the pattern. */
    public List<Object> values() {
        return values;
    }

    /** Whether it is somebody else's words. */
    public boolean isQuoted() {
        return code.equals(QUOTED);
    }

    /** Whether there is nothing in it to read. */
    public boolean isBlank() {
        return english.isBlank();
    }

    @Override
    public int length() {
        return english.length();
    }

    @Override
    public char charAt(int index) {
        return english.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return english.subSequence(start, end);
    }

    /** In English, with figures as logs and commands have them. */
    @Override
    public String toString() {
        return english;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sentence sentence && english.equals(sentence.english);
    }

    @Override
    public int hashCode() {
        return english.hashCode();
    }

    static Sentence whole(String code, String pattern, List<Object> values) {
        return new Sentence(code, pattern, List.copyOf(values));
    }

    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Integer number -> number.longValue();
            case Enum<?> word ->
                of("word." + word.getDeclaringClass().getSimpleName() + "." + word.name(), word.toString());
            case Sentence _, Money _, Long _, Instant _, LocalDate _ -> Objects.requireNonNull(value);
            default -> value.toString();
        };
    }
}
