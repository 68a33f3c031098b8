package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.map;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Exports (API reference B.32, C.6): asked for here, made by {@link ExportRun}, fetched through {@link Downloads}. */
final class Exports {
    /** The kind of stored exports. */
    static final String EXPORT = "export";

    private static final Shape NEW = Shape.of(
            choice("resource_type", ExportKind.words()).must(),
            choice("format", "csv", "xlsx").or("csv"),
            map("filters"),
            choice("column_set", "standard", "full", "minimal").or("standard"));

    private Exports() {}

    /** Exports: create, read. Their download is below {@code downloads}, the address the sandbox is reached at. */
    static Resource exports(Downloads downloads) {
        Resource exports = Resource.of(EXPORT, "/exports").scopes("exports").errors(ErrorShape.E4);
        return exports.endpoint("POST", "/exports", NEW, call -> exports.single(202, call, create(call)))
                .endpoint("GET", "/exports/{id}", Shape.EMPTY, call -> read(exports, downloads, call));
    }

    private static ObjectNode create(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        ExportKind kind = ExportKind.of(Json.need(input, "resource_type"));
        JsonNode filters = input.has("filters") ? input.get("filters") : Json.object();
        filters.properties().forEach(filter -> checkFilter(kind, filter.getKey(), filter.getValue()));
        ObjectNode export = work.draft("export").put("status", "pending");
        Json.copy(input, export, "resource_type", "format");
        export.putNull("download_url").put("total_rows", 0).put("file_size_bytes", 0);
        export.putNull("error_message").put("created_at", work.nowText()).putNull("completed_at");
        export.set("_filters", filters);
        export.put("_column_set", Json.need(input, "column_set"));
        Due.at(export, work.now().plus(Due.STEP));
        work.insert(EXPORT, export);
        return export;
    }

    private static void checkFilter(ExportKind kind, String name, JsonNode value) {
        String param = "filters." + name;
        if (!kind.filters(name)) {
            throw Refusal.invalid(param, "There is nothing to filter by in " + param + ".");
        }
        if (!value.isValueNode() || value.isNull()) {
            throw Refusal.invalid(param, param + " must be a text, a number, or true or false.");
        }
        if (ExportKind.TIMES.contains(name) && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw Refusal.invalid(param, param + " must be a Unix time in seconds.");
        }
    }

    private static Reply read(Resource exports, Downloads downloads, Call call) {
        ObjectNode export = exports.found(call);
        if ("completed".equals(Json.text(export, "status"))) {
            export.put("download_url", downloads.url(export, call.work().now()));
        }
        return exports.single(200, call, export);
    }
}
