package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The detail of a journal entry: a flat JSON object in the sequence given, amounts in minor units. */
public final class JournalText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private JournalText() {}

    /** Nothing to add. */
    public static JournalText none() {
        return new JournalText();
    }

    /** Two fields. */
    public static JournalText of(String name1, @Nullable Object value1, String name2, @Nullable Object value2) {
        return none().with(name1, value1).with(name2, value2);
    }

    /** Three fields. */
    public static JournalText of(
            String name1,
            @Nullable Object value1,
            String name2,
            @Nullable Object value2,
            String name3,
            @Nullable Object value3) {
        return of(name1, value1, name2, value2).with(name3, value3);
    }

    /** One more field. Money becomes {@code name_minor} and, once, {@code currency}. */
    public JournalText with(String name, @Nullable Object value) {
        if (value instanceof Money money) {
            fields.put(name + "_minor", money.minor());
            fields.put("currency", money.currency().getCurrencyCode());
        } else if (value instanceof Enum<?> member) {
            fields.put(name, member.name());
        } else if (value instanceof CharSequence words) {
            fields.put(name, words.toString());
        } else {
            fields.put(name, value);
        }
        return this;
    }

    /** As JSON text. */
    public String json() {
        return JSON.writeValueAsString(fields);
    }
}
