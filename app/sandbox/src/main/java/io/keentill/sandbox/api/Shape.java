package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a body may hold. Both spellings of a field are read (API reference A.10), an unknown field is refused (A.8). */
public final class Shape {
    /** No body, or an empty one. */
    public static final Shape EMPTY = new Shape(List.of());

    private final List<Field> fields;
    private final Map<String, Field> bySpelling = new LinkedHashMap<>();

    private Shape(List<Field> fields) {
        this.fields = fields;
        for (Field field : fields) {
            bySpelling.put(field.name(), field);
            bySpelling.put(Spelling.camel(field.name()), field);
        }
    }

    /** A body of these fields. */
    public static Shape of(Field... fields) {
        return new Shape(List.of(fields));
    }

    /** A change to objects of this shape: the named fields only, none required, nothing assumed. */
    public Shape change(String... names) {
        List<String> wanted = Arrays.asList(names);
        return new Shape(fields.stream()
                .filter(field -> wanted.contains(field.name()))
                .map(Field::optional)
                .toList());
    }

    /** This shape without some of its fields. */
    public Shape without(String... names) {
        List<String> unwanted = Arrays.asList(names);
        return new Shape(fields.stream()
                .filter(field -> !unwanted.contains(field.name()))
                .toList());
    }

    /** This shape and more fields. */
    public Shape and(Field... more) {
        return new Shape(java.util.stream.Stream.concat(fields.stream(), Arrays.stream(more))
                .toList());
    }

    /** The checked body in snake_case with defaults; throws a 400 {@link Refusal} that names the first bad field. */
    public ObjectNode read(ObjectNode body) {
        return read(body, "");
    }

    /** Whether a field of this name, in either spelling, belongs to this shape. */
    public boolean knows(String field) {
        return bySpelling.containsKey(field);
    }

    /** Its fields, in the order in which they were named. */
    public List<Field> fields() {
        return fields;
    }

    /** The field of this name, in either spelling. */
    public Optional<Field> field(String spelling) {
        return Optional.ofNullable(bySpelling.get(spelling));
    }

    ObjectNode read(ObjectNode body, String prefix) {
        ObjectNode accepted = Json.object();
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            Field field = bySpelling.get(entry.getKey());
            if (field == null) {
                throw Refusal.invalid(prefix + entry.getKey(), "Unknown field: " + prefix + entry.getKey() + ".");
            }
            accept(field, entry.getValue(), prefix + entry.getKey(), accepted);
        }
        for (Field field : fields) {
            complete(field, prefix, accepted);
        }
        return accepted;
    }

    private static void accept(Field field, JsonNode value, String at, ObjectNode accepted) {
        if (!value.isNull()) {
            accepted.set(field.name(), FieldCheck.accept(field, value, at));
        } else if (field.nullable()) {
            accepted.putNull(field.name());
        }
    }

    private static void complete(Field field, String prefix, ObjectNode accepted) {
        if (accepted.has(field.name())) {
            return;
        }
        if (field.required()) {
            throw Refusal.invalid(prefix + field.name(), prefix + field.name() + " is required.");
        }
        @Nullable JsonNode fallback = field.fallback();
        if (fallback != null) {
            accepted.set(field.name(), fallback);
        }
    }
}
