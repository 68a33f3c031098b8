package io.keentill.domain.text;

import io.keentill.domain.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * How a sentence stands in one column of text: its English first, so that whoever reads the store with other means can
 * read it and a search finds it; then the record separator of ASCII; then code, pattern, number of values and the values,
 * each behind a unit separator and with a letter that says what it is, a sentence among them in the same manner. Neither
 * separator can be in words, since both are taken out of them here.
 */
final class StoredSentence {

    private static final char RECORD = '\u001E';
    private static final char UNIT = '\u001F';
    private static final int MOST_VALUES = 99;

    private StoredSentence() {}

    static String write(Sentence sentence) {
        StringBuilder column = new StringBuilder(clean(sentence.toString())).append(RECORD);
        write(sentence, column);
        return column.toString();
    }

    private static void write(Sentence sentence, StringBuilder column) {
        column.append(clean(sentence.code())).append(UNIT);
        column.append(clean(sentence.pattern())).append(UNIT);
        column.append(sentence.values().size());
        for (Object value : sentence.values()) {
            column.append(UNIT);
            switch (value) {
                case Sentence inner -> {
                    column.append('s').append(UNIT);
                    write(inner, column);
                }
                case Money amount ->
                    column.append('m').append(amount.minor()).append(' ').append(amount.currency());
                case Long number -> column.append('n').append(number);
                case Instant at -> column.append('i').append(at);
                case LocalDate day -> column.append('d').append(day);
                default -> column.append('w').append(clean(value.toString()));
            }
        }
    }

    /** Whatever does not read as one of ours is somebody's words: nothing that is stored is ever refused. */
    static Sentence read(String column) {
        int record = column.indexOf(RECORD);
        if (record < 0) {
            return Sentence.quoted(column);
        }
        String english = column.substring(0, record);
        List<String> units = Arrays.asList(column.substring(record + 1).split(String.valueOf(UNIT), -1));
        try {
            Iterator<String> rest = units.iterator();
            Sentence sentence = sentence(rest);
            return rest.hasNext() || !clean(sentence.toString()).equals(english) ? Sentence.quoted(english) : sentence;
        } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException e) {
            return Sentence.quoted(english);
        }
    }

    private static Sentence sentence(Iterator<String> units) {
        String code = units.next();
        String pattern = units.next();
        int count = Integer.parseInt(units.next());
        if (count < 0 || count > MOST_VALUES) {
            throw new IllegalArgumentException("No number of values: " + count);
        }
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String unit = units.next();
            values.add(unit.equals("s") ? sentence(units) : value(unit));
        }
        return Sentence.whole(code, pattern, values);
    }

    private static Object value(String unit) {
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("A value has a kind");
        }
        String text = unit.substring(1);
        return switch (unit.charAt(0)) {
            case 'm' -> {
                int space = text.indexOf(' ');
                if (space < 0) {
                    throw new IllegalArgumentException("An amount has a currency");
                }
                yield Money.of(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
            }
            case 'n' -> Long.valueOf(text);
            case 'i' -> Instant.parse(text);
            case 'd' -> LocalDate.parse(text);
            case 'w' -> text;
            default -> throw new IllegalArgumentException("No kind of value: " + unit.charAt(0));
        };
    }

    private static String clean(String words) {
        return words.indexOf(RECORD) < 0 && words.indexOf(UNIT) < 0
                ? words
                : words.replace(RECORD, ' ').replace(UNIT, ' ');
    }
}
