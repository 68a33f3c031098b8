package io.keentill.revkeen.contract;

import io.keentill.revkeen.exports.ColumnSet;
import io.keentill.revkeen.exports.ExportFormat;
import io.keentill.revkeen.exports.ExportRequest;
import io.keentill.revkeen.exports.ExportResource;
import io.keentill.revkeen.imports.Import;
import io.keentill.revkeen.imports.ImportRequest;
import io.keentill.revkeen.imports.ImportResource;
import io.keentill.revkeen.imports.OnDuplicate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Imports and exports (section B.32). */
final class FilesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /imports",
                        w -> w.client()
                                .imports()
                                .create(
                                        ImportRequest.of(ImportResource.CUSTOMERS),
                                        URI.create("data:text/csv,email%2Cname%0A" + w.fresh("x")
                                                + "%40shop.example%2CBo"))),
                on(
                        "POST /imports",
                        "with a file and every member",
                        w -> w.client()
                                .imports()
                                .upload(
                                        ImportRequest.of(ImportResource.CUSTOMERS)
                                                .withColumnMapping(Map.of("Address", "email", "Who", "name"))
                                                .withOnDuplicate(OnDuplicate.UPDATE),
                                        "people.csv",
                                        csv("Address,Who\n" + w.fresh("x") + "@shop.example,Bo\n"))),
                on("GET /imports/{id}", w -> {
                    Import running = imported(w, "email,name\n" + w.fresh("x") + "@shop.example,Bo\n");
                    return w.client().imports().get(running.id());
                }),
                on(
                        "GET /imports/{id}",
                        "with a row at fault",
                        w -> w.client()
                                .imports()
                                .get(imported(w, "email,name\nnot an address,Bo\n,\n")
                                        .id())),
                on("POST /exports", w -> w.client().exports().create(ExportRequest.of(ExportResource.CUSTOMERS))),
                on(
                        "POST /exports",
                        "with every member",
                        w -> w.client()
                                .exports()
                                .create(ExportRequest.of(ExportResource.INVOICES)
                                        .withFormat(ExportFormat.XLSX)
                                        .withColumnSet(ColumnSet.FULL)
                                        .withFilters(Map.of("status", "paid")))),
                on("GET /exports/{id}", w -> {
                    w.customer();
                    var export = w.client()
                            .exports()
                            .create(ExportRequest.of(ExportResource.CUSTOMERS))
                            .send()
                            .orThrow();
                    waited(w);
                    return w.client().exports().get(export.id());
                }));
    }

    private static Import imported(World w, String rows) {
        Import made = w.client()
                .imports()
                .upload(ImportRequest.of(ImportResource.CUSTOMERS), "people.csv", csv(rows))
                .send()
                .orThrow();
        waited(w);
        return made;
    }

    private static void waited(World w) {
        for (int i = 0; i < 5; i++) {
            w.pass(Duration.ofSeconds(30));
        }
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
