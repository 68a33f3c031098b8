package io.keentill.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.data.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Forms with parts, as browsers and HTTP libraries send them. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=XyZ";

    @Test
    void fields_objects_and_the_file_are_read_whatever_the_files_part_is_called() {
        ObjectNode fields = Multipart.read(
                "multipart/form-data; charset=utf-8; Boundary=\"XyZ\"",
                "--XyZ\r\nContent-Disposition: form-data; name=\"resource_type\"\r\n\r\ncustomers\r\n"
                        + "--XyZ\r\nContent-Disposition: form-data; name=\"column_mapping\"\r\n"
                        + "Content-Type: application/json\r\n\r\n{\"Mail\":\"email\"}\r\n"
                        + "--XyZ\r\nContent-Disposition: form-data; filename=\"a.csv\"; name=\"anything\"\r\n"
                        + "Content-Type: text/csv\r\n\r\nemail\r\na@b.test\r\n--XyZ is no end\r\n\r\n--XyZ--\r\n");
        assertThat(Json.text(fields, "resource_type")).isEqualTo("customers");
        assertThat(Json.text(fields.get("column_mapping"), "Mail")).isEqualTo("email");
        assertThat(fields.has("anything")).isFalse();
        assertThat(Json.text(fields, Multipart.FILE)).isEqualTo("email\r\na@b.test\r\n--XyZ is no end\r\n");
    }

    @Test
    void an_empty_part_and_an_empty_form_are_read() {
        assertThat(Multipart.read(TYPE, "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--XyZ--"))
                .isEqualTo(Json.object().put("a", ""));
        assertThat(Multipart.read(TYPE, "--XyZ--")).isEqualTo(Json.object());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no boundary here",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\ncut",
                "--XyZ\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\n--XyZ--"
            })
    void a_form_that_breaks_its_own_rules_is_refused(String body) {
        assertThatThrownBy(() -> Multipart.read(TYPE, body))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void a_content_type_without_a_boundary_is_refused() {
        assertThatThrownBy(() -> Multipart.read("multipart/form-data", "--XyZ--"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.said()).contains("boundary"));
    }
}
