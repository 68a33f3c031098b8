package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An import on its way: pending, validating, processing, then completed, completed_with_errors or failed (API reference
 * C.6). A row that is refused is counted with its reason and stops no other; a file that cannot be read fails whole.
 */
final class ImportRun {
    /** Rows that one step works through. */
    static final int ROWS_A_STEP = 500;

    /** Row errors that an import keeps; the further ones are only counted. */
    static final int ERRORS_KEPT = 1_000;

    private ImportRun() {}

    /** Takes the next step. */
    static void step(Work work, ObjectNode started) {
        switch (Json.need(started, "status")) {
            case "pending" -> started.put("status", "validating");
            case "validating" -> validate(work, started);
            default -> process(work, started);
        }
        if (Json.has(started, "completed_at")) {
            Due.never(started);
            work.delete(Imports.FILE, Json.need(started, "id"));
        } else {
            Due.next(started);
        }
    }

    private static void validate(Work work, ObjectNode started) {
        ImportKind kind = ImportKind.of(started);
        Sheet sheet = ImportFile.open(work, started);
        String fault = switch (sheet) {
            case Sheet.Broken broken -> broken.why();
            case Sheet.Table table -> ImportColumns.fault(table, mapping(started), kind);
        };
        if (fault != null) {
            started.put("error_count", 1);
            started.putArray("errors").add(error(0, null, fault));
            end(work, started, "failed");
            return;
        }
        started.put("total_rows", ((Sheet.Table) sheet).rows().size()).put("status", "processing");
    }

    private static void process(Work work, ObjectNode started) {
        ImportKind kind = ImportKind.of(started);
        Sheet.Table table = (Sheet.Table) ImportFile.open(work, started);
        List<Field> fields = ImportColumns.fields(table, mapping(started), kind);
        int from = (int) Json.whole(started, "processed_rows");
        int to = Math.min(from + ROWS_A_STEP, table.rows().size());
        for (int row = from; row < to; row++) {
            String problem = null;
            String field = null;
            try {
                ObjectNode wanted = ImportColumns.object(fields, table.rows().get(row));
                Inside.whole(work, () -> take(work, started, kind, wanted));
            } catch (Refusal refusal) {
                problem = refusal.said();
                field = refusal.param();
            }
            count(started, row + 1, field, problem);
        }
        started.put("processed_rows", to);
        if (to == table.rows().size()) {
            end(work, started, Json.whole(started, "error_count") > 0 ? "completed_with_errors" : "completed");
        }
    }

    /** Makes or changes what a row describes; a twin is skipped, changed or refused as the import was told. */
    private static boolean take(Work work, ObjectNode started, ImportKind kind, ObjectNode wanted) {
        ObjectNode twin = kind.twin(work, wanted).orElse(null);
        if (twin == null) {
            Inside.run(work, kind.create(), Map.of(), wanted);
            return true;
        }
        switch (Json.need(started, "_on_duplicate")) {
            case "skip" -> {
                return false;
            }
            case "update" -> {
                wanted.remove(wanted.propertyNames().stream()
                        .filter(name -> !kind.update().input().knows(name))
                        .toList());
                Inside.run(work, kind.update(), Map.of("id", Json.need(twin, "id")), wanted);
                return true;
            }
            default -> throw Refusal.invalid(kind.key(), "There is already one with this " + kind.key() + ".");
        }
    }

    private static void count(ObjectNode started, int row, @Nullable String field, @Nullable String problem) {
        if (problem == null) {
            started.put("success_count", Json.whole(started, "success_count") + 1);
            return;
        }
        started.put("error_count", Json.whole(started, "error_count") + 1);
        ArrayNode errors = started.get("errors") instanceof ArrayNode had ? had : started.putArray("errors");
        if (errors.size() < ERRORS_KEPT) {
            errors.add(error(row, field, problem));
        }
    }

    private static ObjectNode error(int row, @Nullable String field, String message) {
        ObjectNode error = Json.object().put("row", row);
        if (field != null) {
            error.put("field", field);
        }
        return error.put("message", message);
    }

    private static void end(Work work, ObjectNode started, String status) {
        started.put("status", status).put("completed_at", work.nowText());
    }

    private static JsonNode mapping(ObjectNode started) {
        return started.path("_mapping");
    }
}
