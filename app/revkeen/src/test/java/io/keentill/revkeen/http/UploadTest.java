package io.keentill.revkeen.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.LoopbackServer;
import io.keentill.revkeen.RevKeenOptions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Forms with a file: exact bytes, the same each time. */
class UploadTest {

    private static Upload form(String content) {
        return new Upload()
                .field("resource_type", "products")
                .field("on_duplicate", null)
                .file("file", "a \"b\"\r\n.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_bytes_on_the_wire_are_the_form() throws Exception {
        try (var server = new LoopbackServer()) {
            var transport = new Transport(Target.check(server.url(), "test-key", false), RevKeenOptions.defaults());
            server.reply(202, "{\"data\":{\"id\":\"i1\"}}");
            var call = new Caller(transport)
                    .prepareUpload("POST", "/imports", form("sku,é\r\n1,2"), f -> f.needText("id"));
            assertThat(call.send().orThrow()).isEqualTo("i1");
            var got = server.arrived.take();
            String type = got.headers().get("Content-Type");
            String boundary = type.replace("multipart/form-data; boundary=", "");
            assertThat(boundary).matches("keentill-[0-9]+");
            assertThat(got.text()).isEqualTo("""
                    --%1$s
                    Content-Disposition: form-data; name="resource_type"

                    products
                    --%1$s
                    Content-Disposition: form-data; name="file"; filename="a %%22b%%22%%0D%%0A.csv"
                    Content-Type: text/csv

                    sku,é
                    1,2
                    --%1$s--
                    """.formatted(boundary).replace("\n", "\r\n"));
            assertThat(got.headers()).containsKey("Idempotency-Key");
            transport.close();
        }
    }

    @Test
    void equal_forms_are_equal_requests_and_no_content_ends_its_part() {
        assertThat(form("x").bytes()).isEqualTo(form("x").bytes());
        assertThat(form("x").contentType()).isEqualTo(form("x").contentType());
        Upload plain = new Upload().field("a", "x");
        String boundary = plain.contentType().replaceFirst(".*=", "");
        Upload sly = new Upload().field("a", "x\r\n--" + boundary + "--\r\n");
        String chosen = sly.contentType().replaceFirst(".*=", "");
        String text = new String(sly.bytes(), StandardCharsets.UTF_8);
        assertThat(text.split("--" + chosen, -1)).hasSize(3);
    }
}
