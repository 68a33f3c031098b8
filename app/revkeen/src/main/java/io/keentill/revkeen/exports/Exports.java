package io.keentill.revkeen.exports;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Exports into CSV and XLSX files (section B.32). There is no list: keep the id. */
public final class Exports {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Exports(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /exports}, scope exports:write; 400, 401. */
    @Endpoint("POST /exports")
    public ApiCall<Export> create(ExportRequest request) {
        return caller.prepare("POST", Paths.of("exports"), Body.of(request), Export::read);
    }

    /** {@code GET /exports/{id}}, scope exports:read; 401, 404. */
    @Endpoint("GET /exports/{id}")
    public ApiResult<Export> get(String id) {
        return caller.get(Paths.of("exports", id), Export::read);
    }
}
