package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which column fills which field. A mapped column fills the field that the mapping names; another column fills the field
 * of its own name, and none when there is no such field (an export read back in has its ids and times, for example).
 */
final class ImportColumns {
    /** A column that fills no field. */
    private static final Field NONE = Field.text("", 0);

    private ImportColumns() {}

    /** Why this table cannot be imported as this kind, or null when it can. */
    static @Nullable String fault(Sheet.Table table, JsonNode mapping, ImportKind kind) {
        Shape shape = kind.create().input();
        for (String column : mapping.propertyNames()) {
            String field = mapping.get(column).stringValue();
            if (!table.columns().contains(column)) {
                return "column_mapping names a column that the file has not: " + column + ".";
            }
            if (shape.field(field).isEmpty()) {
                return "column_mapping names a field that there is not: " + field + ".";
            }
        }
        Set<String> filled = new HashSet<>();
        for (Field field : fields(table, mapping, kind)) {
            if (used(field) && !filled.add(field.name())) {
                return "Two columns fill the field " + field.name() + ".";
            }
        }
        List<String> missing = shape.fields().stream()
                .filter(field -> field.required() && !filled.contains(field.name()))
                .map(Field::name)
                .toList();
        return missing.isEmpty() ? null : "No column fills what is required: " + String.join(", ", missing) + ".";
    }

    /** The field of each column, in the table's order. */
    static List<Field> fields(Sheet.Table table, JsonNode mapping, ImportKind kind) {
        List<Field> fields = new ArrayList<>();
        for (String column : table.columns()) {
            String name = mapping.has(column) ? mapping.get(column).stringValue() : column;
            fields.add(kind.create().input().field(name).orElse(NONE));
        }
        return fields;
    }

    /** The object that a row describes; a cell that its field cannot hold is refused. */
    static ObjectNode object(List<Field> fields, List<JsonNode> row) {
        ObjectNode object = Json.object();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (used(field) && !row.get(i).isNull()) {
                object.set(field.name(), value(field, row.get(i)));
            }
        }
        return object;
    }

    private static boolean used(Field field) {
        return !field.name().isEmpty();
    }

    private static JsonNode value(Field field, JsonNode cell) {
        if (!cell.isString()) {
            return cell;
        }
        String text = cell.stringValue();
        return switch (field.kind()) {
            case WHOLE, NUMBER -> number(field, text);
            case FLAG -> flag(field, text);
            case MAP, TEXTS, WHOLES, NUMBERS, MAPS, OBJECTS, OBJECT -> nested(field, text);
            case TEXT, CHOICE, UUID, TIME, MOMENT, CURRENCY -> cell;
        };
    }

    private static JsonNode number(Field field, String text) {
        try {
            return field.kind() == Field.Kind.WHOLE
                    ? LongNode.valueOf(Long.parseLong(text))
                    : DecimalNode.valueOf(new java.math.BigDecimal(text));
        } catch (NumberFormatException malformed) {
            String what = field.kind() == Field.Kind.WHOLE ? "a whole number" : "a number";
            throw Refusal.invalid(field.name(), field.name() + " must be " + what + ", not \"" + text + "\".");
        }
    }

    private static JsonNode flag(Field field, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> BooleanNode.TRUE;
            case "false", "no", "0" -> BooleanNode.FALSE;
            default -> throw Refusal.invalid(field.name(), field.name() + " must be true or false.");
        };
    }

    private static JsonNode nested(Field field, String text) {
        JsonNode json = Json.nodeOrNull(text);
        if (json == null) {
            throw Refusal.invalid(field.name(), field.name() + " must hold JSON.");
        }
        return json;
    }
}
