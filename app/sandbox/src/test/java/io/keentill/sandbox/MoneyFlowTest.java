package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders and invoices, and how cash moves through them. */
class MoneyFlowTest {
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
    void an_order_sums_its_lines_and_starts_as_a_draft() {
        ObjectNode order = shop.api
                .post(
                        "/orders",
                        "{'currency':'GBP','lineItems':[{'description':'Tea','quantity':3,'unitPrice':350},"
                                + "{'description':'Mug','unit_price':899}],'metadata':{'sale':'1'}}")
                .json();
        assertThat(Json.text(order, "status")).isEqualTo("draft");
        assertThat(Json.whole(order, "total")).isEqualTo(1949);
        assertThat(Json.whole(order, "amount_due")).isEqualTo(1949);
        assertThat(Json.whole(order.get("line_items").get(0), "subtotal")).isEqualTo(1050);
        assertThat(order.has("invoice_id") && order.get("invoice_id").isNull()).isTrue();
        String path = "/orders/" + Json.need(order, "id");
        assertThat(shop.api
                        .patch(path, "{'notes':'gift','metadata':{'till':'2'}}")
                        .json()
                        .get("metadata")
                        .size())
                .isEqualTo(2);
        Answer pay = shop.api.post(path + "/pay", "{}");
        assertThat(pay.status()).isEqualTo(400);
        assertThat(pay.text()).contains("payment_token");
        assertThat(shop.api.post(path + "/fulfill", "{}").status()).isEqualTo(400);
        assertThat(Json.text(shop.api.post(path + "/cancel", "{'reason':'x'}").json(), "status"))
                .isEqualTo("canceled");
        assertThat(shop.api.post(path + "/cancel", "{}").status()).isEqualTo(400);
        assertThat(shop.api.get("/orders/none").status()).isEqualTo(404);
    }

    @Test
    void a_cursor_walk_sees_each_older_order_once_while_new_ones_arrive() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, newOrder());
        }
        List<String> seen = new ArrayList<>();
        String query = "/orders?limit=2";
        boolean more = true;
        while (more) {
            ObjectNode page = shop.api.get(query).json();
            page.get("data").forEach(order -> seen.add(Json.need(order, "id")));
            newOrder();
            more = Json.yes(page, "has_more");
            query = "/orders?limit=2&starting_after=" + seen.getLast();
        }
        assertThat(seen).isEqualTo(made);
        ObjectNode newer =
                shop.api.get("/orders?limit=2&ending_before=" + made.get(2)).json();
        assertThat(newer.get("data"))
                .extracting(order -> Json.need(order, "id"))
                .containsExactlyElementsOf(made.subList(0, 2));
        assertThat(shop.api.get("/orders?starting_after=nope").status()).isEqualTo(400);
        assertThat(shop.api.get("/orders?limit=1000").json().get("data").size()).isEqualTo(8);
    }

    @Test
    void lists_narrow_by_status_and_time() {
        newOrder();
        shop.clock.forward(Duration.ofHours(1));
        long now = shop.clock.instant().getEpochSecond();
        newOrder();
        assertThat(count("/orders?created_gte=" + now)).isEqualTo(1);
        assertThat(count("/orders?created_lte=" + (now - 1))).isEqualTo(1);
        assertThat(count("/orders?status=paid")).isZero();
        assertThat(shop.api.get("/orders?status=eaten").status()).isEqualTo(400);
        assertThat(shop.api.get("/orders?created_gte=yesterday").status()).isEqualTo(400);
    }

    @Test
    void cash_in_two_parts_pays_the_invoice_and_its_order() {
        String invoice = shop.openInvoice(1000);
        String order = shop.orderOn(invoice, 1000);
        pay(invoice, 400);
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("partially_paid");
        ObjectNode half = shop.api.get("/orders/" + order).json();
        assertThat(Json.text(half, "status")).isEqualTo("partially_paid");
        assertThat(Json.whole(half, "amount_due")).isEqualTo(600);
        assertThat(pay(invoice, 601).status()).isEqualTo(400);
        assertThat(shop.api
                        .post("/invoices/" + invoice + "/pay", "{'payment_method':'cash'}")
                        .status())
                .isEqualTo(200);
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("paid");
        ObjectNode whole = shop.api.get("/orders/" + order).json();
        assertThat(Json.text(whole, "status")).isEqualTo("paid");
        assertThat(Json.has(whole, "paid_at")).isTrue();
        assertThat(pay(invoice, 1).status()).isEqualTo(400);
        JsonNode payments =
                shop.api.get("/payments?invoice_id=" + invoice).json().get("data");
        assertThat(payments)
                .extracting(payment -> Json.whole(payment, "amount"))
                .containsExactly(600L, 400L);
        assertThat(Json.text(payments.get(0), "payment_channel")).isEqualTo("manual");
        assertThat(Json.text(payments.get(0), "payment_method_type")).isEqualTo("cash");
        assertThat(Json.whole(shop.admin.get("/ledger").json(), "cash")).isEqualTo(1000);
        String line = Json.need(whole.get("line_items").get(0), "id");
        String done = "{'line_item_ids':['" + line + "'],'carrier':'hand'}";
        assertThat(Json.text(
                        shop.api.post("/orders/" + order + "/fulfill", done).json(), "status"))
                .isEqualTo("fulfilled");
    }

    @Test
    void refunding_cash_goes_back_through_invoice_order_and_ledger() {
        String invoice = shop.openInvoice(1000);
        String order = shop.orderOn(invoice, 1000);
        pay(invoice, 1000);
        shop.api.post("/invoices/" + invoice + "/refund", "{'amount_minor':300}");
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("paid");
        assertThat(Json.whole(shop.admin.get("/ledger").json(), "cash")).isEqualTo(700);
        assertThat(shop.api
                        .post("/invoices/" + invoice + "/refund", "{'amount_minor':701}")
                        .status())
                .isEqualTo(400);
        assertThat(Json.text(
                        shop.api.post("/invoices/" + invoice + "/refund", "{}").data(), "status"))
                .isEqualTo("refunded");
        assertThat(shop.status("/orders/" + order)).isEqualTo("refunded");
        assertThat(Json.whole(shop.admin.get("/ledger").json(), "cash")).isZero();
    }

    @Test
    void an_invoice_goes_its_way_and_no_other() {
        String draft = shop.api
                .post("/invoices", "{'customer_uuid':'%s','total_minor':0}".formatted(shop.customer()))
                .id();
        String path = "/invoices/" + draft;
        assertThat(pay(draft, 1).status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/finalize", "{}").status()).isEqualTo(400);
        assertThat(shop.api.patch(path, "{'total_minor':70}").status()).isEqualTo(200);
        ObjectNode approved =
                shop.api.post(path + "/finalize", "{'auto_advance':true}").data();
        assertThat(Json.text(approved, "status")).isEqualTo("approved");
        assertThat(Json.text(approved, "invoice_number")).isEqualTo("INV-000001");
        assertThat(shop.api.patch(path, "{'total_minor':1}").status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/finalize", "{}").status()).isEqualTo(400);
        assertThat(shop.api.delete(path).status()).isEqualTo(400);
        assertThat(Json.text(shop.api.post(path + "/void", "{}").data(), "status"))
                .isEqualTo("void");
        assertThat(shop.api.post(path + "/void", "{}").status()).isEqualTo(400);
        String other = shop.api
                .post("/invoices", "{'customer_uuid':'%s','total_minor':5}".formatted(shop.customer()))
                .id();
        assertThat(Json.yes(shop.api.delete("/invoices/" + other).json(), "success"))
                .isTrue();
        assertThat(shop.api.get("/invoices/" + other).status()).isEqualTo(404);
        ObjectNode list =
                shop.api.get("/invoices?customerId=" + shop.customer()).json();
        assertThat(list.get("data").size()).isEqualTo(1);
        assertThat(Json.text(list, "requestId")).startsWith("req_");
    }

    @Test
    void an_invoice_upsert_takes_lines_ignores_the_stale_and_protects_what_is_final() {
        String path = "/invoices/external/keentill/sale-1";
        String body = "{'customer_uuid':'" + shop.customer() + "','currency':'GBP','total_minor':%d,'tax_minor':20,"
                + "'line_items':[{'description':'Tea','quantity':2,'unit_amount_minor':60}],"
                + "'external_updated_at':'%s'}";
        ObjectNode made =
                shop.api.put(path, body.formatted(120, "2026-05-01T09:00:00Z")).json();
        assertThat(Json.yes(made, "created")).isTrue();
        assertThat(Json.text(made.get("data"), "external_id")).isEqualTo("sale-1");
        assertThat(made.get("data").has("line_items")).isFalse();
        ObjectNode stale =
                shop.api.put(path, body.formatted(7, "2026-04-01T09:00:00Z")).json();
        assertThat(Json.text(stale, "reason")).isEqualTo("stale_update");
        String id = Json.need(made.get("data"), "id");
        assertThat(shop.api.post("/invoices/" + id + "/finalize", "{}").status())
                .isEqualTo(200);
        assertThat(shop.api
                        .put(path, body.formatted(999, "2026-05-02T09:00:00Z"))
                        .status())
                .isEqualTo(409);
        ObjectNode before = shop.api.get("/invoices/" + id).json();
        ObjectNode same =
                shop.api.put(path, body.formatted(120, "2026-05-02T09:00:00Z")).json();
        assertThat(same.propertyNames()).containsExactly("ignored", "reason", "content_hash", "requestId");
        assertThat(Json.text(same, "reason")).isEqualTo("unchanged_content");
        ObjectNode again =
                shop.api.put(path, body.formatted(120, "2026-05-03T09:00:00Z")).json();
        assertThat(Json.text(again, "content_hash")).isEqualTo(Json.text(same, "content_hash"));
        assertThat(shop.api.get("/invoices/" + id).json().get("data")).isEqualTo(before.get("data"));
        ObjectNode between =
                shop.api.put(path, body.formatted(999, "2026-05-02T12:00:00Z")).json();
        assertThat(Json.text(between, "reason")).isEqualTo("stale_update");
        assertThat(shop.api
                        .put("/invoices/external/keentill/2", "{'total_minor':1}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void every_change_leaves_an_event_newest_first() {
        String invoice = shop.openInvoice(100);
        shop.orderOn(invoice, 100);
        shop.api.send("POST", "/invoices/" + invoice + "/pay", "{'payment_method':'cash'}", "Idempotency-Key", "k-9");
        JsonNode events = shop.api.get("/events").json().get("data");
        assertThat(events)
                .extracting(event -> Json.need(event, "type"))
                .containsExactly(
                        "order.paid",
                        "invoice.paid",
                        "payment.succeeded",
                        "order.created",
                        "invoice.finalized",
                        "invoice.created");
        assertThat(Json.text(events.get(0).get("request"), "idempotency_key")).isEqualTo("k-9");
        assertThat(Json.text(events.get(1).get("data").get("previous_attributes"), "status"))
                .isEqualTo("open");
        assertThat(count("/events?invoice_id=" + invoice)).isEqualTo(6);
        assertThat(count("/events?types=order.paid,invoice.paid")).isEqualTo(2);
        assertThat(shop.api.get("/events/" + Json.need(events.get(0), "id")).status())
                .isEqualTo(200);
    }

    private String newOrder() {
        return shop.api
                .post("/orders", "{'line_items':[{'description':'x','unit_price':1}]}")
                .id();
    }

    private Answer pay(String invoice, long amount) {
        return shop.api.post(
                "/invoices/" + invoice + "/pay",
                "{'payment_method':'cash','amount_minor':%d,'reference':'R1'}".formatted(amount));
    }

    private int count(String path) {
        return shop.api.get(path).json().get("data").size();
    }
}
