package io.keentill.domain.text;

/** What it takes to say a {@link Sentence} to somebody: patterns by code, and how figures are written. */
public interface Language {

    /** English as commands, logs and the journal have it: each pattern as it stands, figures as they print themselves. */
    Language ENGLISH = new Language() {
        @Override
        public String pattern(String code, String english) {
            return english;
        }

        @Override
        public String figure(Object value) {
            return value.toString();
        }
    };

    /** The pattern of {@code code} in this language, or {@code english} where it has none. */
    String pattern(String code, String english);

    /**
     * How a value is written.
     *
     * @param value an amount ({@code Money}), a whole number ({@code Long}), an {@code Instant}, a {@code LocalDate}, or
     *     words that are the same in every language ({@code String})
     */
    String figure(Object value);

    /** The whole sentence, with the sentences in it. */
    default String say(Sentence sentence) {
        if (sentence.isQuoted()) {
            return sentence.pattern();
        }
        String pattern = pattern(sentence.code(), sentence.pattern());
        StringBuilder said = new StringBuilder(pattern.length() + 40);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
            int close = pattern.indexOf('}', open);
            int place = close < 0 ? -1 : Places.number(pattern, open + 1, close);
            if (place >= 0 && place < sentence.values().size()) {
                said.append(pattern, from, open);
                Object value = sentence.values().get(place);
                said.append(value instanceof Sentence inner ? say(inner) : figure(value));
                from = close + 1;
            }
        }
        return said.append(pattern, from, pattern.length()).toString();
    }
}
