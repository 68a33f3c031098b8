package io.keentill.revkeen.imports;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.http.Upload;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Members;
import java.net.URI;
import java.util.Map;

/** Imports of customers, products and invoices from CSV (section B.32). There is no list: keep the id. */
public final class Imports {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Imports(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /imports}, scope imports:write; from a file that RevKeen can fetch; 400, 401. */
    @Endpoint("POST /imports")
    public ApiCall<Import> create(ImportRequest request, URI fileUrl) {
        return caller.prepare(
                "POST", Paths.of("imports"), Body.of(request).put("file_url", fileUrl.toString()), Import::read);
    }

    /** {@code POST /imports}, scope imports:write; with the CSV itself. The name of the file's part is not documented; it is {@code file} here; 400, 401. */
    @Endpoint("POST /imports")
    public ApiCall<Import> upload(ImportRequest request, String fileName, byte[] csv) {
        return caller.prepareUpload(
                "POST", Paths.of("imports"), form(request).file("file", fileName, "text/csv", csv), Import::read);
    }

    /** {@code GET /imports/{id}}, scope imports:read; 401, 404. */
    @Endpoint("GET /imports/{id}")
    public ApiResult<Import> get(String id) {
        return caller.get(Paths.of("imports", id), Import::read);
    }

    private static Upload form(ImportRequest request) {
        Upload form = new Upload();
        Members.of(request).forEach((name, value) -> form.field(name, text(value)));
        return form;
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            Body object = new Body();
            map.forEach((column, field) -> object.put(String.valueOf(column), field));
            return object.text();
        }
        return value instanceof Enum<?> word ? OpenEnum.wire(word) : value.toString();
    }
}
