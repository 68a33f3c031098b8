package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports and exports (API reference B.32): their machines on a clock of their own, their files, their refusals. */
class ImportExportTest {
    private static final String PEOPLE = "email,name,phone\nann@shop.test,Ann,1\nnot-an-address,Bob,2\n"
            + "WALK-IN@shop.test,Changed,3\n,Nobody,4\n";

    @TempDir
    Path directory;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_upload_runs_through_its_machine_and_each_bad_row_says_what_is_wrong() {
        Answer accepted = upload("customers", PEOPLE, "skip", null);
        assertThat(accepted.status()).isEqualTo(202);
        String path = "/imports/" + accepted.id();
        List<String> seen = new ArrayList<>(List.of(shop.status(path)));
        for (int i = 0; i < 3; i++) {
            shop.clock.forward(Duration.ofSeconds(1));
            shop.sandbox.tick();
            seen.add(shop.status(path));
        }
        assertThat(seen).containsExactly("pending", "validating", "processing", "completed_with_errors");
        ObjectNode done = shop.api.get(path).data();
        assertThat(Json.text(done, "object")).isEqualTo("import");
        assertThat(counts(done)).containsExactly(4L, 4L, 2L, 2L);
        assertThat(Json.need(done, "completed_at")).isEqualTo("2026-05-01T09:00:03Z");
        JsonNode errors = done.get("errors");
        assertThat(errors).hasSize(2);
        assertThat(Json.whole(errors.get(0), "row")).isEqualTo(2);
        assertThat(Json.text(errors.get(0), "field")).isEqualTo("email");
        assertThat(Json.text(errors.get(1), "message")).isEqualTo("email is required.");
        assertThat(names()).containsExactlyInAnyOrder("Ann", "Walk-in");
        assertThat(events("customer.created")).isEqualTo(1);
        assertThat(done.has("_step_at")).isFalse();
    }

    @Test
    void duplicates_are_changed_or_refused_as_told() {
        String update =
                "/imports/" + upload("customers", PEOPLE, "update", null).id();
        pass(5);
        assertThat(names()).containsExactlyInAnyOrder("Ann", "Changed");
        assertThat(counts(shop.api.get(update).data())).containsExactly(4L, 4L, 2L, 2L);
        String error = "/imports/" + upload("customers", PEOPLE, "error", null).id();
        pass(5);
        assertThat(counts(shop.api.get(error).data())).containsExactly(4L, 4L, 0L, 4L);
    }

    @Test
    void mapped_columns_of_a_data_url_fill_typed_fields() {
        String file = "SKU,Title,Pence,Kind,Model,Stocked,Other%0ACAKE,Cake,250,one_time,one_time,yes,x%0A"
                + "PIE,Pie,2.50,one_time,one_time,no,y";
        String body = "{'resource_type':'products','file_url':'data:text/csv," + file + "','column_mapping':"
                + "{'SKU':'product_id','Title':'name','Pence':'amount_minor','Kind':'kind',"
                + "'Model':'pricingModel','Stocked':'track_inventory'}}";
        String path = "/imports/" + shop.api.post("/imports", body).id();
        pass(5);
        ObjectNode done = shop.api.get(path).data();
        assertThat(counts(done)).containsExactly(2L, 2L, 1L, 1L);
        assertThat(Json.text(done.get("errors").get(0), "field")).isEqualTo("amount_minor");
        JsonNode cake = shop.api.get("/products?search=Cake").json().get("data").get(0);
        assertThat(Json.whole(cake, "amount_minor")).isEqualTo(250);
        assertThat(Json.yes(cake, "track_inventory")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name%0AAnn                 | email",
                "email,email%0Aa@b.c,a@b.d  | Two columns",
                "email%0A\"a                | quotation mark",
                "[1]                        | objects only",
                "email%0A1,2,3              | cells",
            })
    void a_file_that_cannot_be_taken_fails_whole(String file, String why) {
        String url = "data:text/csv," + file.replace("\"", "%22");
        String path = "/imports/"
                + shop.api
                        .post("/imports", "{'resource_type':'customers','file_url':'" + url + "'}")
                        .id();
        pass(5);
        ObjectNode done = shop.api.get(path).data();
        assertThat(Json.text(done, "status")).isEqualTo("failed");
        assertThat(Json.text(done.get("errors").get(0), "message")).contains(why);
        assertThat(names()).containsExactly("Walk-in");
    }

    @Test
    void a_big_file_goes_on_after_a_restart_where_it_was() {
        StringBuilder file = new StringBuilder("email\n");
        for (int i = 0; i < 700; i++) {
            file.append("p").append(i).append("@shop.test\n");
        }
        String path =
                "/imports/" + upload("customers", file.toString(), "skip", null).id();
        pass(3);
        assertThat(counts(shop.api.get(path).data())).containsExactly(700L, 500L, 500L, 0L);
        shop.restart();
        pass(1);
        assertThat(counts(shop.api.get(path).data())).containsExactly(700L, 700L, 700L, 0L);
        assertThat(shop.status(path)).isEqualTo("completed");
    }

    @Test
    void imports_refuse_in_one_text() {
        refused(400, "/imports", "{'resource_type':'customers'}");
        refused(400, "/imports", "{'resource_type':'orders','file_url':'data:,x'}");
        refused(400, "/imports", "{'resource_type':'customers','file_url':'data:,x','column_mapping':{'a':1}}");
        refused(400, "/imports", "{'resource_type':'customers','file_url':'data:,x','on_duplicate':'merge'}");
        assertThat(shop.api.get("/imports/none").status()).isEqualTo(404);
        assertThat(shop.api.get("/imports/none").json().get("error").isString()).isTrue();
        Client reader = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(Set.of("imports:read")));
        assertThat(reader.post("/imports", "{'resource_type':'customers','file_url':'data:,x'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_export_has_its_rows_behind_a_signed_address_for_an_hour() throws Exception {
        Answer accepted = shop.api.post(
                "/exports",
                "{'resource_type':'products','filters':{'product_id':'TEA-1'}," + "'column_set':'minimal'}");
        assertThat(accepted.status()).isEqualTo(202);
        String path = "/exports/" + accepted.id();
        assertThat(accepted.data().get("download_url").isNull()).isTrue();
        List<String> seen = new ArrayList<>(List.of(shop.status(path)));
        pass(1);
        seen.add(shop.status(path));
        pass(1);
        seen.add(shop.status(path));
        assertThat(seen).containsExactly("pending", "processing", "completed");
        ObjectNode done = shop.api.get(path).data();
        String url = Json.need(done, "download_url");
        HttpResponse<byte[]> file = download(url);
        assertThat(file.statusCode()).isEqualTo(200);
        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("id,product_id,name,amount_minor\r\n").endsWith(",TEA-1,Tea,350\r\n");
        assertThat(Json.whole(done, "total_rows")).isEqualTo(1);
        assertThat(Json.whole(done, "file_size_bytes")).isEqualTo(file.body().length);
        String end = url.endsWith("0") ? "1" : "0";
        assertThat(download(url.substring(0, url.length() - 1) + end).statusCode())
                .isEqualTo(403);
        shop.clock.forward(Duration.ofMinutes(61));
        assertThat(download(url).statusCode()).isEqualTo(403);
        assertThat(download(Json.need(shop.api.get(path).data(), "download_url"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_export_can_be_imported_back() {
        String export = "/exports/"
                + shop.api
                        .post("/exports", "{'resource_type':'customers','column_set':'full'}")
                        .id();
        pass(2);
        String url = Json.need(shop.api.get(export).data(), "download_url");
        String path = "/imports/"
                + shop.api
                        .post(
                                "/imports",
                                "{'resource_type':'customers','on_duplicate':'update','file_url':'" + url + "'}")
                        .id();
        pass(5);
        assertThat(counts(shop.api.get(path).data())).containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    void a_workbook_holds_numbers_and_text() throws IOException, InterruptedException {
        String path = "/exports/"
                + shop.api
                        .post("/exports", "{'resource_type':'products','format':'xlsx'}")
                        .id();
        pass(2);
        byte[] bytes =
                download(Json.need(shop.api.get(path).data(), "download_url")).body();
        String sheet = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    sheet = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(sheet).contains("<c><v>350</v></c>").contains("<t xml:space=\"preserve\">TEA-1</t>");
    }

    @Test
    void exports_refuse_in_one_text() {
        refused(400, "/exports", "{'resource_type':'orders'}");
        refused(400, "/exports", "{'resource_type':'products','filters':{'colour':'red'}}");
        refused(400, "/exports", "{'resource_type':'products','filters':{'name':['a']}}");
        refused(400, "/exports", "{'resource_type':'products','filters':{'created_gte':'monday'}}");
        assertThat(shop.api.get("/exports/none").status()).isEqualTo(404);
    }

    private void refused(int status, String path, String body) {
        Answer answer = shop.api.post(path, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().propertyNames()).containsExactly("error");
        assertThat(answer.json().get("error").isString()).isTrue();
    }

    private Answer upload(String type, String file, String onDuplicate, String mapping) {
        String body = part("resource_type", type) + part("on_duplicate", onDuplicate)
                + (mapping == null ? "" : part("column_mapping", mapping))
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--cut--\r\n";
        return shop.api.send("POST", "/imports", body, "content-type", "multipart/form-data; boundary=cut");
    }

    private static String part(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            shop.clock.forward(Duration.ofSeconds(1));
            shop.sandbox.tick();
        }
    }

    private static List<Long> counts(ObjectNode done) {
        return List.of(
                Json.whole(done, "total_rows"),
                Json.whole(done, "processed_rows"),
                Json.whole(done, "success_count"),
                Json.whole(done, "error_count"));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        shop.api.get("/customers").json().get("data").forEach(customer -> names.add(Json.text(customer, "name")));
        return names;
    }

    private long events(String type) {
        return shop.api.get("/events?type=" + type).json().get("data").size();
    }

    private static HttpResponse<byte[]> download(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
