package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of which operation a call reached. */
class ServedTest {
    @TempDir
    Path directory;

    @Test
    void every_answer_is_counted_under_its_operation() {
        try (Shop shop = new Shop(directory)) {
            String order = shop.api
                    .post("/orders", "{'line_items':[{'description':'Tea','unit_price':350}]}")
                    .id();
            shop.api.get("/orders/" + order);
            shop.api.get("/orders/" + order);
            shop.api.get("/orders/nobody");
            shop.api.get("/nowhere");
            assertThat(shop.sandbox.served())
                    .containsExactlyInAnyOrder(
                            new Sandbox.Served("POST", "/orders", 201, 1),
                            new Sandbox.Served("GET", "/orders/{id}", 200, 2),
                            new Sandbox.Served("GET", "/orders/{id}", 404, 1),
                            new Sandbox.Served("GET", null, 404, 1));
            assertThat(shop.admin.get("/access").json().get("served").size()).isEqualTo(4);
            assertThat(shop.admin.delete("/access").json().get("served").size()).isZero();
            assertThat(shop.sandbox.served()).isEmpty();
        }
    }

    @Test
    void operations_are_listed_with_their_scopes() {
        try (Shop shop = new Shop(directory)) {
            assertThat(shop.sandbox.operations())
                    .contains(new Sandbox.Operation("POST", "/orders", "orders:write"))
                    .doesNotHaveDuplicates();
        }
    }
}
