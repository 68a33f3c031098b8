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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credit notes (API reference B.11, C.6): what may be credited, the states, and where the money goes back. */
class CreditNotesTest {
    @TempDir
    Path directory;

    Shop shop;
    int tokens;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest(name = "void of {0}: {1}")
    @CsvSource({"issued, voided", "voided, 400", "applied, 400", "pending, 400"})
    void only_what_is_issued_can_be_voided(String state, String expected) {
        String note = noteIn(state);
        Answer answer = shop.api.post("/credit_notes/" + note + "/void", "");
        assertThat(answer.status()).isEqualTo(expected.equals("400") ? 400 : 200);
        assertThat(shop.status("/credit_notes/" + note)).isEqualTo(expected.equals("400") ? state : expected);
    }

    @Test
    void a_note_is_issued_with_its_number_and_moves_no_money_by_itself() {
        String invoice = paidByCard();
        Answer made = credit(invoice, 300, ",'reason':'Cold tea','reason_code':'service_issue','tax_amount_minor':50");
        assertThat(made.status()).isEqualTo(201);
        ObjectNode note = made.data();
        assertThat(note.propertyNames())
                .containsExactly(
                        "id",
                        "credit_note_number",
                        "invoice_id",
                        "customer_id",
                        "amount_minor",
                        "tax_amount_minor",
                        "currency",
                        "status",
                        "reason",
                        "reason_code",
                        "credit_method",
                        "pdf_url",
                        "issued_at",
                        "created_at",
                        "updated_at");
        assertThat(Json.text(note, "status")).isEqualTo("issued");
        assertThat(Json.text(note, "credit_note_number")).isEqualTo("CN-000001");
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("paid");
        assertThat(list("/events?type=credit_note.issued").size()).isEqualTo(1);
        ObjectNode lines = shop.api
                .get("/credit_notes/" + Json.need(note, "id") + "/lines")
                .json();
        assertThat(Json.yes(lines, "has_more")).isFalse();
        assertThat(Json.has(lines, "url")).isTrue();
        assertThat(Json.text(lines.get("data").get(0), "description")).isEqualTo("Cold tea");
        assertThat(Json.whole(lines.get("data").get(0), "total_amount_minor")).isEqualTo(300);
        assertThat(list("/credit_notes?invoice_id=" + invoice).size()).isEqualTo(1);
        assertThat(list("/credit_notes?status=applied").size()).isZero();
        assertThat(list("/invoices/" + invoice + "/credit-notes").size()).isEqualTo(1);
    }

    @Test
    void no_more_can_be_credited_than_was_paid_and_a_refund_that_carries_one_out_counts_once() {
        String unpaid = shop.openInvoice(1000);
        assertThat(credit(unpaid, 1, "").status()).isEqualTo(400);
        assertThat(eligibility(unpaid)).isEqualTo("false 0 0 1000");
        String invoice = shop.openInvoice(1000);
        shop.api.post("/invoices/" + invoice + "/pay", "{'payment_method':'cash','amount_minor':600}");
        assertThat(credit(invoice, 601, "").status()).isEqualTo(400);
        assertThat(credit(invoice, 200, "").status()).isEqualTo(201);
        assertThat(eligibility(invoice)).isEqualTo("true 400 200 1000");
        shop.api.post("/invoices/" + invoice + "/refund", "{'amount_minor':200}");
        assertThat(eligibility(invoice)).isEqualTo("true 400 200 1000");
        String second = credit(invoice, 400, "").id();
        assertThat(eligibility(invoice)).isEqualTo("false 0 600 1000");
        assertThat(credit(invoice, 1, "").status()).isEqualTo(400);
        shop.api.post("/credit_notes/" + second + "/void", "");
        assertThat(eligibility(invoice)).isEqualTo("true 400 200 1000");
    }

    @Test
    void a_preview_computes_and_changes_nothing() {
        String invoice = shop.openInvoice(1000);
        shop.api.post("/invoices/" + invoice + "/pay", "{'payment_method':'cash','amount_minor':600}");
        String body = "{'invoice_id':'" + invoice + "','amount_minor':%d}";
        ObjectNode preview =
                shop.api.post("/credit_notes/preview", body.formatted(700)).data();
        assertThat(Json.yes(preview, "exceeds_max_creditable")).isTrue();
        assertThat(Json.whole(preview.get("invoice"), "max_creditable_minor")).isEqualTo(600);
        assertThat(Json.whole(preview.get("after_credit"), "new_amount_due_minor"))
                .isEqualTo(400);
        assertThat(Json.yes(preview.get("after_credit"), "would_leave_outstanding"))
                .isTrue();
        assertThat(list("/credit_notes").size()).isZero();
        String nowhere = "{'invoice_id':'00000000-0000-4000-8000-00000000dead','amount_minor':1}";
        assertThat(shop.api.post("/credit_notes/preview", nowhere).status()).isEqualTo(404);
        assertThat(shop.api.post("/credit_notes", nowhere).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'amount_minor':0",
                "'amount_minor':10,'tax_amount_minor':11",
                "'amount_minor':10,'reason_code':'goodwill'",
                "'amount_minor':10,'proration_days_total':5,'proration_days_unused':6",
                "'amount_minor':10,'auto_route':true,'credit_method':'external'",
                "'amount_minor':10,'colour':'red'"
            })
    void nonsense_is_refused(String fields) {
        String body = "{'invoice_id':'" + paidByCard() + "'," + fields + "}";
        assertThat(shop.api.post("/credit_notes", body).status()).isEqualTo(400);
        assertThat(list("/credit_notes").size()).isZero();
    }

    @Test
    void a_note_can_end_the_subscription_that_its_invoice_belongs_to() {
        assertThat(credit(paidByCard(), 100, ",'cancel_subscription':true").status())
                .isEqualTo(400);
        String customer = shop.customer();
        shop.api.post("/payment-methods/pm_card_success/attach", "{'customer_id':'" + customer + "'}");
        String product = Json.need(list("/products").get(0), "id");
        String price = shop.api
                .post(
                        "/prices",
                        "{'product_id':'" + product
                                + "','unit_amount':900,'currency':'gbp','type':'recurring','interval':'month'}")
                .id();
        String subscription = shop.api
                .post("/subscriptions", "{'customerId':'" + customer + "','planId':'" + price + "','currency':'GBP'}")
                .id();
        String invoice = Json.need(list("/invoices?status=paid").get(0), "id");
        assertThat(credit(invoice, 900, ",'cancel_subscription':true").status()).isEqualTo(201);
        assertThat(shop.status("/subscriptions/" + subscription)).isEqualTo("canceled");
    }

    @Test
    void an_idempotency_key_in_the_body_makes_one_note() {
        String invoice = paidByCard();
        assertThat(credit(invoice, 100, ",'idempotency_key':'k'").status()).isEqualTo(201);
        Answer again = credit(invoice, 100, ",'idempotency_key':'k'");
        assertThat(again.status()).isEqualTo(409);
        assertThat(Json.text(again.json().get("error"), "code")).isEqualTo("conflict");
        assertThat(list("/credit_notes").size()).isEqualTo(1);
    }

    @Test
    void the_invoices_own_route_asks_for_a_reason_and_the_right_scope_and_knows_more_reason_codes() {
        String path = "/invoices/" + paidByCard() + "/credit-note";
        assertThat(shop.api.post(path, "{'amount_minor':100}").status()).isEqualTo(400);
        Client invoicesOnly =
                new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(java.util.Set.of("invoices:write")));
        String body = "{'amount_minor':100,'reason':'Regular guest','reason_code':'goodwill'}";
        assertThat(invoicesOnly.post(path, body).status()).isEqualTo(403);
        assertThat(shop.api.post(path, body).status()).isEqualTo(201);
        assertThat(shop.api
                        .post("/invoices/00000000-0000-4000-8000-00000000dead/credit-note", body)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void auto_route_gives_a_card_payment_back_through_its_gateway() {
        String invoice = paidByCard();
        ObjectNode note = credit(invoice, 300, ",'auto_route':true").data();
        assertThat(Json.text(note, "status")).isEqualTo("applied");
        JsonNode operation = note.get("gateway_operations").get(0);
        assertThat(Json.text(operation, "operation")).isEqualTo("gateway_refund");
        assertThat(shop.status("/credit_notes/" + Json.need(note, "id"))).isEqualTo("applied");
        JsonNode payment = list("/payments?invoice_id=" + invoice).get(0);
        assertThat(Json.whole(payment, "amount_refunded")).isEqualTo(300);
        assertThat(eligibility(invoice)).isEqualTo("true 700 300 1000");
        String cash = shop.openInvoice(500);
        shop.api.post("/invoices/" + cash + "/pay", "{'payment_method':'cash'}");
        Answer refused = credit(cash, 100, ",'auto_route':true");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(list("/credit_notes").size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}, then {3}")
    @CsvSource({
        "approved, 1000, terminal_void, applied",
        "approved, 400, terminal_refund, applied",
        "declined, 400, terminal_refund, issued"
    })
    void auto_route_sends_a_terminals_payment_back_there(String outcome, long amount, String operation, String end) {
        try (TestConnector till = TestConnector.ready(shop)) {
            String invoice = paidAt(till);
            ObjectNode note = credit(invoice, amount, ",'auto_route':true").data();
            assertThat(Json.text(note.get("gateway_operations").get(0), "operation"))
                    .isEqualTo(operation);
            String path = "/credit_notes/" + Json.need(note, "id");
            assertThat(shop.status(path)).isEqualTo("pending");
            till.outcome(Json.need(till.await("command"), "command_id"), outcome, amount);
            till.await("settled");
            assertThat(shop.status(path)).isEqualTo(end);
            long back = outcome.equals("approved") ? amount : 0;
            assertThat(Json.whole(list("/payments?invoice_id=" + invoice).get(0), "amount_refunded"))
                    .isEqualTo(back);
        }
    }

    @Test
    void auto_route_to_a_terminal_that_is_away_or_busy_is_refused_and_leaves_no_note() {
        try (TestConnector till = TestConnector.ready(shop)) {
            String invoice = paidAt(till);
            shop.api.post(
                    "/terminal-payments",
                    "{'device_id':'%s','amount_minor':5,'currency':'GBP'}".formatted(till.device));
            assertThat(credit(invoice, 100, ",'auto_route':true").status()).isEqualTo(409);
            shop.clock.forward(Duration.ofMinutes(6));
            shop.sandbox.tick();
            Answer away = credit(invoice, 100, ",'auto_route':true");
            assertThat(away.status()).isEqualTo(400);
            assertThat(Json.text(away.json().get("error"), "code")).isEqualTo("device_offline");
            assertThat(list("/credit_notes").size()).isZero();
            assertThat(eligibility(invoice)).isEqualTo("true 1000 0 1000");
        }
    }

    @Test
    void eligibility_names_the_ways_back_of_each_payment() {
        String invoice = shop.openInvoice(1000);
        shop.api.post("/invoices/" + invoice + "/pay", "{'payment_method':'cash','amount_minor':400}");
        ObjectNode data = shop.api
                .get("/credit_notes/invoice/" + invoice + "/eligibility")
                .data();
        assertThat(Json.yes(data, "eligible")).isTrue();
        assertThat(ways(data.get("payments").get(0))).isEqualTo("[\"manual_refund\"]");
        String card = Json.need(list("/payments?invoice_id=" + paidByCard()).get(0), "id");
        assertThat(ways(reversal(card, ""))).isEqualTo("[\"gateway_void\",\"gateway_refund\"]");
        shop.clock.forward(Duration.ofDays(1));
        shop.sandbox.tick();
        assertThat(ways(reversal(card, ""))).isEqualTo("[\"gateway_refund\"]");
        try (TestConnector till = TestConnector.ready(shop)) {
            String taken =
                    Json.need(list("/payments?invoice_id=" + paidAt(till)).get(0), "id");
            ObjectNode away = reversal(taken, "");
            assertThat(Json.yes(away, "can_reverse")).isFalse();
            assertThat(Json.text(away.get("constraints"), "reason")).contains("customer_present");
            ObjectNode there = reversal(taken, "?customer_present=true");
            assertThat(ways(there)).isEqualTo("[\"terminal_void\",\"terminal_refund\"]");
            assertThat(Json.has(there, "terminal_uti")).isTrue();
            assertThat(Json.yes(there.get("constraints"), "requires_terminal_online"))
                    .isTrue();
        }
        assertThat(shop.api
                        .get("/credit_notes/transaction/none/reversal-eligibility")
                        .status())
                .isEqualTo(404);
    }

    private ObjectNode reversal(String transaction, String query) {
        return shop.api
                .get("/credit_notes/transaction/" + transaction + "/reversal-eligibility" + query)
                .data();
    }

    private static String ways(JsonNode shown) {
        return shown.get("available_operations").toString();
    }

    private String noteIn(String state) {
        if (state.equals("pending")) {
            try (TestConnector till = TestConnector.ready(shop)) {
                return credit(paidAt(till), 100, ",'auto_route':true").id();
            }
        }
        String id = credit(paidByCard(), 100, state.equals("applied") ? ",'auto_route':true" : "")
                .id();
        if (state.equals("voided")) {
            shop.api.post("/credit_notes/" + id + "/void", "");
        }
        assertThat(shop.status("/credit_notes/" + id)).isEqualTo(state);
        return id;
    }

    private Answer credit(String invoice, long amount, String more) {
        return shop.api.post("/credit_notes", "{'invoice_id':'" + invoice + "','amount_minor':" + amount + more + "}");
    }

    /** can_credit, max_creditable_minor, total_credited_minor and invoice_total_minor in one line. */
    private String eligibility(String invoice) {
        ObjectNode data =
                shop.api.get("/invoices/" + invoice + "/credit-eligibility").data();
        assertThat(Json.has(data, "reason")).isNotEqualTo(Json.yes(data, "can_credit"));
        return Json.yes(data, "can_credit") + " " + Json.whole(data, "max_creditable_minor") + " "
                + Json.whole(data, "total_credited_minor") + " " + Json.whole(data, "invoice_total_minor");
    }

    /** An invoice over 1000, paid through the online gateway. */
    private String paidByCard() {
        String invoice = shop.openInvoice(1000);
        String order = shop.orderOn(invoice, 1000);
        tokens++;
        assertThat(shop.api
                        .post("/orders/" + order + "/pay", "{'payment_token':'tok_success_" + tokens + "'}")
                        .status())
                .isEqualTo(200);
        return invoice;
    }

    /** An invoice over 1000, paid at the terminal behind {@code till}. */
    private String paidAt(TestConnector till) {
        String invoice = shop.openInvoice(1000);
        shop.api.post(
                "/terminal-payments",
                "{'device_id':'%s','amount_minor':1000,'currency':'GBP','invoice_id':'%s'}"
                        .formatted(till.device, invoice));
        till.outcome(Json.need(till.await("command"), "command_id"), "approved", 1000);
        till.await("settled");
        return invoice;
    }

    private JsonNode list(String path) {
        return shop.api.get(path).json().get("data");
    }
}
