package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An export on its way: pending, processing, completed, or failed (API reference C.6). Its rows are those of the moment
 * of processing, oldest first.
 */
final class ExportRun {
    /** The kind of the files, under the export's id. */
    static final String FILE = "export_file";

    /** The most rows that one file takes. */
    static final int LARGEST = 100_000;

    private ExportRun() {}

    /** Takes the next step. */
    static void step(Work work, ObjectNode export) {
        if ("pending".equals(Json.text(export, "status"))) {
            export.put("status", "processing");
            Due.next(export);
            return;
        }
        Due.never(export);
        export.put("completed_at", work.nowText());
        ExportKind kind = ExportKind.of(Json.need(export, "resource_type"));
        Query query = query(kind, export);
        long found = query.count(work.tx());
        if (found > LARGEST) {
            export.put("status", "failed")
                    .put(
                            "error_message",
                            "There are " + found + " rows and an export takes " + LARGEST
                                    + "; narrow it with filters.");
            return;
        }
        Sheet.Table table = table(kind, export, query.oldestFirst().all(work.tx()));
        byte[] bytes = "xlsx".equals(Json.text(export, "format"))
                ? Xlsx.write(table, work.now())
                : Csv.write(table).getBytes(StandardCharsets.UTF_8);
        work.insert(
                FILE,
                Json.object()
                        .put("id", Json.need(export, "id"))
                        .put("bytes", Base64.getEncoder().encodeToString(bytes)));
        export.put("total_rows", table.rows().size()).put("file_size_bytes", bytes.length);
        export.put("_secret", work.ids().prefixed("") + work.ids().prefixed(""));
        export.put("status", "completed");
    }

    private static Query query(ExportKind kind, ObjectNode export) {
        Query query = Query.of(kind.stored());
        for (Map.Entry<String, JsonNode> filter : export.path("_filters").properties()) {
            JsonNode value = filter.getValue();
            switch (filter.getKey()) {
                case "created_gte" -> query.since(Math.multiplyExact(value.longValue(), 1000L));
                case "created_lte" -> query.before(Math.multiplyExact(value.longValue() + 1, 1000L));
                default -> query.where(filter.getKey(), plain(value));
            }
        }
        return query;
    }

    private static Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.stringValue();
    }

    private static Sheet.Table table(ExportKind kind, ObjectNode export, List<ObjectNode> objects) {
        Set<String> columns = new LinkedHashSet<>(kind.columns(Json.need(export, "_column_set")));
        if ("full".equals(Json.text(export, "_column_set"))) {
            objects.forEach(object -> columns.addAll(Resource.visible(object).propertyNames()));
        }
        List<List<JsonNode>> rows = new ArrayList<>();
        for (ObjectNode object : objects) {
            List<JsonNode> row = new ArrayList<>();
            columns.forEach(column -> row.add(object.has(column) ? object.get(column) : NullNode.getInstance()));
            rows.add(row);
        }
        return new Sheet.Table(List.copyOf(columns), rows);
    }
}
