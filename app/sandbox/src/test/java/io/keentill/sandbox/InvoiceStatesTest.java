package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every row of the invoice's state machine (API reference C.3), with its refusals; a number is a refusal's status. */
class InvoiceStatesTest {
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

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "draft, finalize, open",
        "draft, advance, approved",
        "draft, submit, pending_approval",
        "draft, send, 400",
        "draft, reject, 400",
        "draft, pay, 400",
        "draft, void, void",
        "draft, refund, 400",
        "draft, delete, gone",
        "draft, write paid, 400",
        "pending_approval, approve, approved",
        "pending_approval, reject, draft",
        "pending_approval, finalize, 400",
        "pending_approval, pay, 400",
        "pending_approval, send, 400",
        "pending_approval, delete, 400",
        "approved, send, sent",
        "approved, pay, paid",
        "approved, pay a part, partially_paid",
        "approved, reject, 400",
        "approved, finalize, 400",
        "approved, void, void",
        "open, pay, paid",
        "open, pay a part, partially_paid",
        "open, pay too much, 400",
        "open, send, 400",
        "open, approve, approved",
        "open, write off, uncollectible",
        "open, submit, 400",
        "open, delete, 400",
        "open, void, void",
        "sent, send, sent",
        "sent, pay a part, partially_paid",
        "sent, pay, paid",
        "sent, void, void",
        "sent, submit, 400",
        "overdue, send, overdue",
        "overdue, pay, paid",
        "overdue, pay a part, partially_paid",
        "overdue, void, void",
        "overdue, write off, uncollectible",
        "partially_paid, pay, paid",
        "partially_paid, void, 400",
        "partially_paid, delete, 400",
        "partially_paid, submit, 400",
        "paid, pay, 400",
        "paid, void, 400",
        "paid, send, 400",
        "paid, finalize, 400",
        "paid, delete, 400",
        "paid, refund, refunded",
        "paid, refund a part, paid",
        "paid, refund too much, 400",
        "paid, submit, 400",
        "refunded, refund, 400",
        "refunded, pay, 400",
        "refunded, void, 400",
        "void, void, 400",
        "void, pay, 400",
        "void, send, 400",
        "void, submit, 400",
        "void, refund, 400",
        "uncollectible, pay, 400",
        "uncollectible, send, 400",
    })
    void each_trigger_from_each_state(String from, String trigger, String expected) {
        String id = invoiceIn(from);
        Answer answer = does(id, trigger);
        if (expected.equals("400")) {
            assertThat(answer.status()).isEqualTo(400);
            JsonNode error = answer.json().get("error");
            assertThat(Json.text(error, "code")).isEqualTo("invalid_request");
            assertThat(Json.has(error, "request_id")).isTrue();
            assertThat(status(id)).isEqualTo(from);
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Json.has(answer.json(), "requestId")).isEqualTo(!trigger.equals("delete"));
            assertThat(status(id)).isEqualTo(expected);
        }
    }

    @Test
    void what_is_sent_becomes_overdue_after_its_due_day_and_not_before() {
        String id = invoiceIn("approved");
        shop.api.patch("/invoices/" + id, "{'due_date':'2026-05-02'}");
        does(id, "send");
        shop.clock.forward(Duration.ofHours(38));
        shop.sandbox.tick();
        assertThat(status(id)).isEqualTo("sent");
        shop.clock.forward(Duration.ofHours(2));
        shop.sandbox.tick();
        assertThat(status(id)).isEqualTo("overdue");
        assertThat(list("/events?type=invoice.overdue").size()).isEqualTo(1);
    }

    @Test
    void sending_needs_a_contact_of_the_channels_kind() {
        String id = invoiceIn("approved");
        Answer refused = shop.api.post("/invoices/" + id + "/send", "{'channel':'sms'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("no phone");
        shop.api.patch("/customers/" + shop.customer(), "{'phone':'+441632960000'}");
        assertThat(shop.api
                        .post("/invoices/" + id + "/send", "{'channel':'sms'}")
                        .status())
                .isEqualTo(200);
        assertThat(list("/events?type=invoice.sent").size()).isEqualTo(1);
    }

    @Test
    void finalizing_gives_the_number_and_locks_the_amount() {
        String id = invoiceIn("draft");
        assertThat(read(id).get("invoice_number").isNull()).isTrue();
        does(id, "finalize");
        assertThat(Json.text(read(id), "invoice_number")).isEqualTo("INV-000001");
        assertThat(shop.api.patch("/invoices/" + id, "{'total_minor':1}").status())
                .isEqualTo(400);
        String empty = shop.api
                .post("/invoices", "{'customer_uuid':'%s','total_minor':0}".formatted(shop.customer()))
                .id();
        assertThat(does(empty, "finalize").status()).isEqualTo(400);
        assertThat(does("00000000-0000-4000-8000-00000000dead", "finalize").status())
                .isEqualTo(404);
    }

    @Test
    void rejecting_needs_a_reason() {
        String id = invoiceIn("pending_approval");
        assertThat(shop.api.post("/invoices/" + id + "/reject", "{}").status()).isEqualTo(400);
        assertThat(status(id)).isEqualTo("pending_approval");
    }

    @Test
    void comments_are_camel_case_and_internal_ones_are_asked_for() {
        String path = "/invoices/" + invoiceIn("open") + "/comments";
        Answer made = shop.api.post(path, "{'content':'Paid at the door','isInternal':true}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().propertyNames())
                .containsExactly("id", "invoiceId", "userId", "content", "isInternal", "createdAt", "updatedAt");
        shop.api.post(path, "{'content':'Thank you'}");
        assertThat(list(path)).extracting(note -> Json.text(note, "content")).containsExactly("Thank you");
        assertThat(list(path + "?includeInternal=true"))
                .extracting(note -> Json.text(note, "content"))
                .containsExactly("Paid at the door", "Thank you");
        assertThat(shop.api.post(path, "{'content':''}").status()).isEqualTo(400);
    }

    @Test
    void a_margin_estimate_adds_up_on_every_rail_with_the_read_scope_alone() {
        String id = invoiceIn("open");
        Client reader = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(java.util.Set.of("invoices:read")));
        ObjectNode data = reader.post("/invoices/" + id + "/margin-estimate", "{'card_schemes':['visa','amex']}")
                .data();
        assertThat(data.get("estimates"))
                .extracting(row -> Json.text(row, "rail") + "/" + Json.text(row, "card_scheme"))
                .containsExactly(
                        "card/visa",
                        "card/amex",
                        "direct_debit/null",
                        "pay_by_bank/null",
                        "in_store/visa",
                        "in_store/amex");
        for (JsonNode row : data.get("estimates")) {
            JsonNode parts = row.get("fee_breakdown");
            long fee = Json.whole(parts, "percentage_fee_minor")
                    + Json.whole(parts, "fixed_fee_minor")
                    + Json.whole(parts, "minimum_fee_adjustment_minor");
            assertThat(Json.whole(row, "estimated_fee_minor")).isEqualTo(fee);
            assertThat(Json.whole(row, "net_after_fees_minor")).isEqualTo(1000 - fee);
        }
        assertThat(Json.whole(data.get("estimates").get(0), "estimated_fee_minor"))
                .isEqualTo(59);
        assertThat(reader.post("/invoices/" + id + "/margin-estimate", "{'rails':['barter']}")
                        .status())
                .isEqualTo(400);
        assertThat(reader.post("/invoices/" + id + "/void", "{}").status()).isEqualTo(403);
    }

    @Test
    void a_batch_does_what_it_can_and_says_what_it_could_not() {
        String item = "{'external_id':'%s','customer_uuid':'" + shop.customer() + "','total_minor':%d%s}";
        String first = shop.api
                .put("/invoices/external/erp/a", "{'customer_uuid':'%s','total_minor':5}".formatted(shop.customer()))
                .id();
        does(first, "finalize");
        shop.api.put(
                "/invoices/external/erp/b",
                "{'customer_uuid':'%s','total_minor':5,'external_updated_at':'2026-05-02T00:00:00Z'}"
                        .formatted(shop.customer()));
        String batch = "{'source':'erp','invoices':["
                + item.formatted("a", 6, "")
                + ","
                + item.formatted("b", 7, ",'external_updated_at':'2026-05-01T00:00:00Z'")
                + ","
                + item.formatted("c", 8, "")
                + ",{'external_id':'d','total_minor':9},"
                + item.formatted("e", -1, "")
                + "]}";
        ObjectNode answer = shop.api.put("/invoices/external/batch", batch).json();
        assertThat(Json.whole(answer, "created")).isEqualTo(1);
        assertThat(Json.whole(answer, "updated")).isZero();
        assertThat(Json.whole(answer, "skipped")).isEqualTo(1);
        assertThat(Json.whole(answer, "blocked")).isEqualTo(1);
        assertThat(answer.get("failed"))
                .extracting(row -> Json.text(row, "external_id"))
                .containsExactly("a", "d", "e");
        assertThat(Json.text(answer.get("failed").get(0), "reason_code")).isEqualTo("conflict");
        assertThat(Json.whole(read(first), "total_minor")).isEqualTo(5);
        assertThat(list("/invoices").size()).isEqualTo(3);
    }

    /** An invoice over 1000 in the named state. */
    private String invoiceIn(String state) {
        String body = "{'customer_uuid':'%s','total_minor':1000,'currency':'GBP'}".formatted(shop.customer());
        String id = shop.api.post("/invoices", body).id();
        String[] way = switch (state) {
            case "draft" -> new String[] {};
            case "pending_approval" -> new String[] {"submit"};
            case "approved" -> new String[] {"advance"};
            case "open" -> new String[] {"finalize"};
            case "sent" -> new String[] {"advance", "send"};
            case "overdue" -> new String[] {"advance", "send", "wait"};
            case "partially_paid" -> new String[] {"finalize", "pay a part"};
            case "paid" -> new String[] {"finalize", "pay"};
            case "refunded" -> new String[] {"finalize", "pay", "refund"};
            case "void" -> new String[] {"void"};
            case "uncollectible" -> new String[] {"finalize", "write off"};
            default -> throw new IllegalArgumentException(state);
        };
        for (String step : way) {
            does(id, step);
        }
        assertThat(status(id)).isEqualTo(state);
        return id;
    }

    private Answer does(String id, String trigger) {
        String path = "/invoices/" + id;
        return switch (trigger) {
            case "finalize" -> shop.api.post(path + "/finalize", "{}");
            case "advance" -> shop.api.post(path + "/finalize", "{'auto_advance':true}");
            case "send" -> shop.api.post(path + "/send", "");
            case "reject" -> shop.api.post(path + "/reject", "{'reason':'Wrong amount'}");
            case "pay" -> shop.api.post(path + "/pay", "{'payment_method':'cash'}");
            case "pay a part" -> shop.api.post(path + "/pay", "{'payment_method':'cash','amount_minor':400}");
            case "pay too much" -> shop.api.post(path + "/pay", "{'payment_method':'cash','amount_minor':1001}");
            case "void" -> shop.api.post(path + "/void", "{}");
            case "refund" -> shop.api.post(path + "/refund", "{}");
            case "refund a part" -> shop.api.post(path + "/refund", "{'amount_minor':1}");
            case "refund too much" -> shop.api.post(path + "/refund", "{'amount_minor':1001}");
            case "delete" -> shop.api.delete(path);
            case "submit" -> shop.api.patch(path, "{'status':'pending_approval'}");
            case "approve" -> shop.api.patch(path, "{'status':'approved'}");
            case "write off" -> shop.api.patch(path, "{'status':'uncollectible'}");
            case "write paid" -> shop.api.patch(path, "{'status':'paid'}");
            case "wait" -> {
                shop.api.patch(path, "{'due_date':'2026-05-01T10:00:00Z'}");
                shop.clock.forward(Duration.ofHours(2));
                shop.sandbox.tick();
                yield shop.api.get(path);
            }
            default -> throw new IllegalArgumentException(trigger);
        };
    }

    private String status(String id) {
        Answer answer = shop.api.get("/invoices/" + id);
        return answer.status() == 404 ? "gone" : Json.need(answer.data(), "status");
    }

    private ObjectNode read(String id) {
        return shop.api.get("/invoices/" + id).data();
    }

    private JsonNode list(String path) {
        return shop.api.get(path).json().get("data");
    }
}
