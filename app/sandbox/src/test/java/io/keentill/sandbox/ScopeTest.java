package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.api.Scopes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API reference A.2 to A.4: keys, scopes and versions, on every operation that there is. */
class ScopeTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

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
    void every_operation_refuses_a_key_without_its_scope_and_admits_one_with_it() {
        Client without = client(Set.of("nothing:read"));
        List<Sandbox.Operation> operations = shop.sandbox.operations();
        assertThat(operations).hasSizeGreaterThan(50);
        for (Sandbox.Operation operation : operations) {
            if (operation.scope().startsWith("customer_portal:")) {
                continue;
            }
            assertThat(call(without, operation).status()).as("%s", operation).isEqualTo(403);
            for (String scope : operation.scope().split("\\|")) {
                assertThat(Scopes.known(scope)).as("%s", operation).isTrue();
                admitted(call(client(Set.of(scope)), operation), operation);
            }
        }
    }

    @Test
    void every_operation_refuses_a_request_without_a_key() {
        Client stranger = new Client(shop.sandbox.baseUrl(), null);
        for (Sandbox.Operation operation : shop.sandbox.operations()) {
            assertThat(call(stranger, operation).status()).as("%s", operation).isEqualTo(401);
        }
    }

    @Test
    void reading_does_not_allow_writing_and_a_wildcard_allows_both() {
        String order = "{'line_items':[{'description':'Tea','unit_price':350}]}";
        assertThat(client(Set.of("orders:read")).post("/orders", order).status())
                .isEqualTo(403);
        assertThat(client(Set.of("orders:write")).get("/orders").status()).isEqualTo(403);
        Client both = client(Set.of("orders:*"));
        assertThat(both.post("/orders", order).status()).isEqualTo(201);
        assertThat(both.get("/orders").json().get("data").size()).isEqualTo(1);
        assertThat(both.get("/products").status()).isEqualTo(403);
    }

    @Test
    void the_ready_key_may_do_everything_that_a_merchant_may() {
        for (Sandbox.Operation operation : shop.sandbox.operations()) {
            if (!operation.scope().startsWith("customer_portal:")) {
                admitted(call(shop.api, operation), operation);
            }
        }
    }

    @Test
    void a_key_answers_in_the_version_it_was_issued_for_unless_it_is_asked_otherwise() {
        String pinned = shop.sandbox.issueKey(Set.of("orders:read"), "2026-01-15");
        Client older = new Client(shop.sandbox.baseUrl(), pinned);
        assertThat(older.get("/orders").header("RevKeen-Version")).isEqualTo("2026-01-15");
        assertThat(older.get("/orders/none").header("RevKeen-Version")).isEqualTo("2026-01-15");
        assertThat(older.send("GET", "/orders", null, "RevKeen-Version", "2026-05-01")
                        .header("RevKeen-Version"))
                .isEqualTo("2026-05-01");
        assertThat(older.send("GET", "/orders", null, "RevKeen-Version", "2026-02-30")
                        .status())
                .isEqualTo(400);
        assertThat(shop.api.get("/orders").header("RevKeen-Version")).isEqualTo("2026-05-01");
        shop.restart();
        assertThat(new Client(shop.sandbox.baseUrl(), pinned).get("/orders").header("RevKeen-Version"))
                .isEqualTo("2026-01-15");
    }

    @Test
    void wrong_credentials_are_told_apart_from_missing_ones() {
        for (String[] header : new String[][] {
            {"x-api-key", "rk_live_0123"},
            {"x-api-key", "rk_sandbox_unknown"},
            {"Authorization", "Bearer rk_sandbox_0123"},
            {"Authorization", "Bearer rkcps_unknown"},
            {"Authorization", "Bearer rk_oauth_unknown"},
            {"Authorization", "Basic eDp5"}
        }) {
            Answer refused = new Client(shop.sandbox.baseUrl(), null).send("GET", "/orders", null, header);
            assertThat(refused.status()).as(header[1]).isEqualTo(401);
            assertThat(refused.text()).doesNotContain(header[1]);
        }
    }

    /** A resource of another merchant may still be refused with 403, in other words. */
    private static void admitted(Answer answer, Sandbox.Operation operation) {
        assertThat(answer.status()).as("%s", operation).isNotEqualTo(401);
        assertThat(answer.text()).as("%s", operation).doesNotContain("lacks the scope");
    }

    private Client client(Set<String> scopes) {
        return new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(scopes));
    }

    private static Answer call(Client client, Sandbox.Operation operation) {
        String path = operation.path().replaceAll("\\{[^}]+}", NOBODY);
        boolean bodiless =
                operation.method().equals("GET") || operation.method().equals("DELETE");
        return client.send(operation.method(), path, bodiless ? null : "{}");
    }
}
