package io.keentill.revkeen.json;

import io.keentill.revkeen.OpenEnum;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of one JSON object, asked for by their snake_case name and found in either spelling (API section A.10).
 * What nobody asked for, or could not be read as asked, is kept in {@link #extra()}. Methods named {@code need…} throw
 * {@link MalformedReplyException} when the member is absent or of another kind.
 */
public final class Fields {
    /** Where a test watches what is read; unbound otherwise, which costs a glance per object. */
    static final ScopedValue<Reading> WATCHED = ScopedValue.newInstance();

    private final JsonNode object;
    private final Set<String> read = new HashSet<>();
    private final Reading.@Nullable Entry watched;

    /** @param object a JSON object; anything else is refused */
    public Fields(JsonNode object) {
        this(object, "");
    }

    private Fields(JsonNode object, String where) {
        if (!object.isObject()) {
            throw new MalformedReplyException("expected a JSON object, got " + object.getNodeType());
        }
        this.object = object;
        watched = WATCHED.isBound() ? WATCHED.get().entry(where, object) : null;
    }

    /** The members of the object in these bytes. */
    public static Fields parse(byte[] bytes) {
        return new Fields(Json.parse(bytes));
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** Text, or a number or boolean as text. */
    public @Nullable String text(String name) {
        JsonNode node = find(name);
        return node == null || !node.isValueNode() ? null : taken(name, node.asString());
    }

    /** {@link #text} that must be there. */
    public String needText(String name) {
        return need(name, text(name));
    }

    /** {@link #text}, or this default. */
    public String textOr(String name, String otherwise) {
        String found = text(name);
        return found == null ? otherwise : found;
    }

    /** A whole number; {@code 12.0} counts, {@code 12.5} does not. */
    public @Nullable Long number(String name) {
        JsonNode node = find(name);
        if (node != null && node.isIntegralNumber() && node.canConvertToLong()) {
            return taken(name, node.longValue());
        }
        BigDecimal value = decimal(name);
        if (value == null) {
            return null;
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException notWhole) {
            read.remove(name);
            return null;
        }
    }

    /** {@link #number} that must be there. */
    public long needNumber(String name) {
        return need(name, number(name));
    }

    /** {@link #number}, or this default when absent or null; a fraction or text in its place is malformed. */
    public long numberOr(String name, long otherwise) {
        return has(name) ? needNumber(name) : otherwise;
    }

    /** An exact decimal, also when written as text. */
    public @Nullable BigDecimal decimal(String name) {
        JsonNode node = find(name);
        if (node == null || !(node.isNumber() || node.isString())) {
            return null;
        }
        try {
            return taken(name, node.isNumber() ? node.decimalValue() : new BigDecimal(node.asString()));
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }

    /** {@link #decimal} that must be there. */
    public BigDecimal needDecimal(String name) {
        return need(name, decimal(name));
    }

    /** A boolean, also when written as the text {@code "true"} or {@code "false"}. */
    public @Nullable Boolean flag(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        return switch (node.isBoolean() || node.isString() ? node.asString() : "") {
            case "true" -> taken(name, Boolean.TRUE);
            case "false" -> taken(name, Boolean.FALSE);
            default -> null;
        };
    }

    /** {@link #flag}, or this default. */
    public boolean flagOr(String name, boolean otherwise) {
        Boolean found = flag(name);
        return found == null ? otherwise : found;
    }

    /** An ISO 8601 time, a date (its start in UTC) or Unix seconds. */
    public @Nullable Instant time(String name) {
        JsonNode node = find(name);
        if (node == null || !(node.isString() || node.isIntegralNumber())) {
            return null;
        }
        try {
            return taken(
                    name, node.isString() ? Times.parse(node.asString()) : Instant.ofEpochSecond(node.longValue()));
        } catch (DateTimeException | tools.jackson.core.JacksonException notTime) {
            return null;
        }
    }

    /** An enum member, known or not. */
    public <E extends Enum<E>> @Nullable OpenEnum<E> word(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : OpenEnum.of(type, text);
    }

    /** {@link #word} that must be there. */
    public <E extends Enum<E>> OpenEnum<E> needWord(String name, Class<E> type) {
        return need(name, word(name, type));
    }

    /** {@link #word}, or this member. */
    public <E extends Enum<E>> OpenEnum<E> wordOr(String name, Class<E> type, E otherwise) {
        OpenEnum<E> found = word(name, type);
        return found == null ? OpenEnum.of(otherwise) : found;
    }

    /** A list of enum members, known or not; empty when absent. */
    public <E extends Enum<E>> List<OpenEnum<E>> words(String name, Class<E> type) {
        return texts(name).stream().map(text -> OpenEnum.of(type, text)).toList();
    }

    /** A free key/value object; empty when absent. Members that are null are left out. */
    public Map<String, Object> map(String name) {
        JsonNode node = find(name);
        return node != null && node.isObject() ? taken(name, free(node)) : Map.of();
    }

    /** Whatever there is, as text, number, boolean, list or map; for what the API leaves untyped. */
    public @Nullable Object plain(String name) {
        JsonNode node = find(name);
        read.add(name);
        return node == null ? null : Json.plain(node);
    }

    /** All members under their names on the wire; for objects that the API leaves untyped. Null ones are left out. */
    public Map<String, Object> all() {
        if (watched != null) {
            watched.all();
        }
        return free(object);
    }

    /** A nested object. */
    public @Nullable Fields object(String name) {
        JsonNode node = find(name);
        return node != null && node.isObject() ? taken(name, new Fields(node, below(name))) : null;
    }

    /** {@link #object} that must be there. */
    public Fields needObject(String name) {
        return need(name, object(name));
    }

    /** A list of whole numbers; empty when absent, malformed when one is none. */
    public List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw new MalformedReplyException("\"" + name + "\" holds something else than whole numbers");
            }
            numbers.add(element.longValue());
        }
        return Collections.unmodifiableList(numbers);
    }

    /** A list of objects; empty when absent. */
    public <T> List<T> list(String name, Function<Fields, T> reader) {
        List<T> items = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            items.add(reader.apply(new Fields(element, below(name))));
        }
        return Collections.unmodifiableList(items);
    }

    /** A list of texts; empty when absent. */
    public List<String> texts(String name) {
        return elements(name).stream().map(JsonNode::asString).toList();
    }

    /** Whether the member is a list. */
    public boolean hasList(String name) {
        JsonNode node = find(name);
        return node != null && node.isArray();
    }

    /**
     * Everything not read so far, under its name on the wire. Members that are null are left out, and so is the text {@code
     * object}, with which most objects name their own kind.
     */
    public Map<String, Object> extra() {
        JsonNode kind = object.get("object");
        if (kind != null && kind.isString()) {
            read.add("object");
        }
        return rest();
    }

    private Map<String, Object> rest() {
        if (read.size() == object.size()) {
            return Map.of(); // each name read stands for one member, so all are
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Object value = read.contains(CaseNames.snake(member.getKey())) ? null : Json.plain(member.getValue());
            if (value != null) {
                rest.put(member.getKey(), value);
            }
        }
        return Collections.unmodifiableMap(rest);
    }

    private java.util.Collection<JsonNode> elements(String name) {
        JsonNode node = find(name);
        return node != null && node.isArray() ? taken(name, node.values()) : List.of();
    }

    private @Nullable JsonNode find(String name) {
        if (watched != null) {
            watched.asked(name);
        }
        JsonNode node = object.get(name);
        if (node == null) {
            node = object.get(CaseNames.camel(name));
        }
        if (node != null && node.isNull()) {
            read.add(name); // asked for, and nothing to keep
            return null;
        }
        return node;
    }

    private <T> T taken(String name, T value) {
        read.add(name);
        return value;
    }

    private static <T> T need(String name, @Nullable T value) {
        if (value == null) {
            throw new MalformedReplyException("the reply has no usable field \"" + name + "\"");
        }
        return value;
    }

    /** The members of an object that has no readers; null ones are left out. */
    private static Map<String, Object> free(JsonNode node) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Object value = Json.plain(member.getValue());
            if (value != null) {
                members.put(member.getKey(), value);
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private String below(String name) {
        return watched == null ? "" : watched.below(name);
    }
}
