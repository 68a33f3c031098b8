package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of an import: uploaded, or behind its {@code file_url}. The sandbox reaches no network, so that a URL can be a
 * {@code data:} URL or the download of one of its own exports; any other cannot be fetched.
 */
final class ImportFile {
    private ImportFile() {}

    /** The file as a table: CSV, or a JSON array of flat objects. */
    static Sheet open(Work work, ObjectNode started) {
        ObjectNode uploaded = work.find(Imports.FILE, Json.need(started, "id"));
        String url = Json.text(started, "_file_url");
        String text = uploaded != null ? Json.need(uploaded, "text") : url == null ? null : fetch(work, url);
        if (text == null) {
            return new Sheet.Broken("The file cannot be fetched: the sandbox reaches no network. Upload the file, or"
                    + " give a data: URL or the CSV download of an export.");
        }
        return text.stripLeading().startsWith("[") ? json(text) : Csv.read(text);
    }

    private static @Nullable String fetch(Work work, String url) {
        if (url.startsWith("data:")) {
            return data(url.substring("data:".length()));
        }
        try {
            return Downloads.text(work, URI.create(url));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static @Nullable String data(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            return null;
        }
        String content = url.substring(comma + 1);
        try {
            return url.substring(0, comma).endsWith(";base64")
                    ? new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8)
                    : URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Sheet json(String text) {
        JsonNode array = Json.nodeOrNull(text);
        if (array == null || !array.isArray()) {
            return new Sheet.Broken("The file starts like a JSON array and is none.");
        }
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode item : array) {
            if (!item.isObject()) {
                return new Sheet.Broken("The JSON array must hold objects only.");
            }
            columns.addAll(item.propertyNames());
        }
        List<List<JsonNode>> rows = new ArrayList<>();
        for (JsonNode item : array) {
            List<JsonNode> row = new ArrayList<>();
            columns.forEach(column -> row.add(item.has(column) ? item.get(column) : NullNode.getInstance()));
            rows.add(row);
        }
        return new Sheet.Table(List.copyOf(columns), rows);
    }
}
