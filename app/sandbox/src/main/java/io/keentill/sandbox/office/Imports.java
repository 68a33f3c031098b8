package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Multipart;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports (API reference B.32, C.6): take a file in, then {@link ImportRun} works through it by the clock. */
final class Imports {
    /** The kind of stored imports. */
    static final String IMPORT = "import";

    /** The kind of the files that were uploaded for them, under the import's id. */
    static final String FILE = "import_file";

    private static final int LARGEST = 4 * 1024 * 1024;

    private static final Shape NEW = Shape.of(
            choice("resource_type", "customers", "products", "invoices").must(),
            text("file_url", 2_000),
            text(Multipart.FILE, LARGEST),
            map("column_mapping"),
            choice("on_duplicate", "skip", "update", "error").or("skip"));

    private Imports() {}

    /** Imports: create, read. */
    static Resource imports() {
        Resource imports = Resource.of(IMPORT, "/imports").scopes("imports").errors(ErrorShape.E4);
        return imports.endpoint("POST", "/imports", NEW, call -> imports.single(202, call, create(call)))
                .read();
    }

    private static ObjectNode create(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        if (input.has("file_url") == input.has(Multipart.FILE)) {
            throw Refusal.invalid("file_url", "Send either file_url or one uploaded file.");
        }
        checkMapping(input.path("column_mapping"));
        ObjectNode started = work.draft("import").put("status", "pending");
        Json.copy(input, started, "resource_type");
        started.put("total_rows", 0)
                .put("processed_rows", 0)
                .put("success_count", 0)
                .put("error_count", 0);
        started.putNull("errors").put("created_at", work.nowText()).putNull("completed_at");
        started.put("_on_duplicate", Json.need(input, "on_duplicate"));
        started.set("_mapping", input.has("column_mapping") ? input.get("column_mapping") : Json.object());
        started.put("_file_url", Json.text(input, "file_url"));
        Due.at(started, work.now().plus(Due.STEP));
        work.insert(IMPORT, started);
        if (input.has(Multipart.FILE)) {
            work.insert(
                    FILE,
                    Json.object().put("id", Json.need(started, "id")).put("text", Json.need(input, Multipart.FILE)));
        }
        return started;
    }

    private static void checkMapping(JsonNode mapping) {
        for (Map.Entry<String, JsonNode> column : mapping.properties()) {
            if (!column.getValue().isString()) {
                throw Refusal.invalid(
                        "column_mapping", "column_mapping must name a field for the column " + column.getKey() + ".");
            }
        }
    }
}
