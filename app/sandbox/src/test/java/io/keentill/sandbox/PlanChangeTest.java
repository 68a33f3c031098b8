package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes in the middle of a period, to the minor unit; items; previews. May 2026 has 31 days. */
class PlanChangeTest {
    @TempDir
    Path directory;

    RecurringShop shop;
    String id;

    @BeforeEach
    void open() {
        shop = new RecurringShop(directory);
        shop.card("success");
        id = shop.subscribe("");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        // 21 of 31 days are left: 3000 * 21 / 31 = 2032.26 back, twice that (4064.52) to pay.
        "invoice_immediately,2032,4065,2033,true,'2033,3000',6000",
        "next_invoice,2032,4065,2033,false,3000,8033",
        "none,0,0,0,false,3000,6000",
    })
    void a_higher_quantity_costs_its_part_of_the_period(
            String behavior, long credit, long charge, long net, boolean invoiced, String totals, long renewal) {
        shop.forward(10);
        ObjectNode answer = shop.act(id, "change-quantity", "{'newQuantity':2,'prorationBehavior':'" + behavior + "'}")
                .json();
        JsonNode proration = answer.get("proration");
        assertThat(Json.whole(proration, "creditAmountMinor")).isEqualTo(credit);
        assertThat(Json.whole(proration, "chargeAmountMinor")).isEqualTo(charge);
        assertThat(Json.whole(proration, "netAmountMinor")).isEqualTo(net);
        assertThat(Json.yes(answer, "invoiceCreated")).isEqualTo(invoiced);
        assertThat(Json.whole(answer, "previousQuantity")).isEqualTo(1);
        assertThat(Json.whole(answer.get("subscription"), "quantity")).isEqualTo(2);
        assertThat(shop.totals().toString()).isEqualTo("[" + totals.replace(",", ", ") + "]");
        shop.until("2026-06-01T09:00:00Z");
        assertThat(shop.totals().getFirst()).isEqualTo(renewal);
    }

    @Test
    void a_lower_price_leaves_a_credit_that_later_invoices_use_up() {
        String cheap = shop.price(shop.product, 100, "month");
        ObjectNode answer = shop.act(
                        id,
                        "change-plan",
                        "{'newPlanId':'%s','prorationBehavior':'invoice_immediately'}".formatted(cheap))
                .json();
        assertThat(Json.text(answer, "previousPlanId")).isEqualTo(shop.product);
        assertThat(Json.whole(answer.get("proration"), "netAmountMinor")).isEqualTo(-2900);
        assertThat(Json.yes(answer, "invoiceCreated")).isFalse();
        shop.until("2026-07-01T09:00:00Z");
        // 2900 of credit carry 29 months of 100.
        assertThat(shop.totals()).containsExactly(3000L);
        shop.until("2028-11-01T09:00:00Z");
        assertThat(shop.totals()).containsExactly(100L, 3000L);
    }

    @Test
    void another_length_of_period_begins_a_new_one() {
        String yearly = shop.price(shop.product, 30_000, "year");
        shop.until("2026-05-17T00:00:00Z");
        ObjectNode answer =
                shop.act(id, "change-plan", "{'newPlanId':'" + yearly + "'}").json();
        // Of 31 days 15 days and 9 hours are left: 3000 * 369 / 744 = 1487.90.
        assertThat(Json.whole(answer.get("proration"), "creditAmountMinor")).isEqualTo(1488);
        assertThat(Json.yes(answer, "invoiceCreated")).isTrue();
        assertThat(shop.totals()).containsExactly(28_512L, 3000L);
        ObjectNode subscription = shop.subscription(id);
        assertThat(Json.text(subscription, "billing_interval")).isEqualTo("year");
        assertThat(Json.text(subscription, "current_period_end")).isEqualTo("2027-05-17T00:00:00Z");
        assertThat(Json.text(subscription, "plan_id")).isEqualTo(yearly);
    }

    @Test
    void a_change_can_wait_for_its_day() {
        ObjectNode answer = shop.act(
                        id,
                        "change-quantity",
                        "{'newQuantity':3,'effectiveDate':'2026-05-16T21:00:00Z','prorationBehavior':'invoice_immediately'}")
                .json();
        assertThat(Json.whole(answer.get("proration"), "netAmountMinor")).isEqualTo(3000);
        assertThat(Json.whole(answer.get("subscription"), "quantity")).isEqualTo(1);
        shop.until("2026-05-16T20:00:00Z");
        assertThat(Json.whole(shop.subscription(id), "quantity")).isEqualTo(1);
        shop.until("2026-05-20T00:00:00Z");
        assertThat(Json.whole(shop.subscription(id), "quantity")).isEqualTo(3);
        assertThat(shop.totals()).containsExactly(3000L, 3000L);
    }

    @Test
    void refusals_of_changes() {
        assertThat(shop.act(id, "change-plan", "{}").status()).isEqualTo(400);
        assertThat(shop.act(id, "change-plan", "{'newPlanId':'none'}").status()).isEqualTo(404);
        assertThat(shop.act(id, "change-quantity", "{'newQuantity':0}").status())
                .isEqualTo(400);
        assertThat(shop.act(id, "change-quantity", "{'newQuantity':2,'effectiveDate':'2026-01-01'}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.act("none", "change-quantity", "{'newQuantity':2}").status())
                .isEqualTo(404);
        String oneTime = RecurringShop.made(shop.api.post(
                "/prices", "{'product_id':'%s','currency':'gbp','unit_amount':5}".formatted(shop.product)));
        assertThat(shop.act(id, "change-plan", "{'newPlanId':'" + oneTime + "'}")
                        .status())
                .isEqualTo(400);
        shop.act(id, "cancel", "{'mode':'immediately'}");
        assertThat(shop.act(id, "change-quantity", "{'newQuantity':2}").status())
                .isEqualTo(400);
    }

    @Test
    void items_are_billed_together_and_the_last_one_stays() {
        String path = "/subscriptions/" + id + "/items";
        Answer made =
                shop.api.post(path, "{'currency':'gbp','unit_amount_minor':250,'quantity':2,'description':'Towels'}");
        assertThat(made.status()).isEqualTo(201);
        ObjectNode list = shop.api.get(path).json();
        assertThat(list.get("meta").toString())
                .isEqualTo("{\"total\":2,\"limit\":100,\"offset\":0,\"has_more\":false}");
        String main = Json.need(list.get("data").get(0), "id");
        assertThat(Json.whole(
                        shop.api.patch(path + "/" + main, "{'quantity':4}").data(), "quantity"))
                .isEqualTo(4);
        assertThat(Json.whole(shop.subscription(id), "quantity")).isEqualTo(4);
        shop.until("2026-06-01T09:00:00Z");
        assertThat(shop.totals().getFirst()).isEqualTo(12_500);
        ObjectNode gone = shop.api.delete(path + "/" + main).json();
        assertThat(gone.toString()).isEqualTo("{\"success\":true,\"deleted_id\":\"" + main + "\"}");
        assertThat(Json.whole(shop.subscription(id), "amount_minor")).isEqualTo(250);
        assertThat(shop.api.delete(path + "/" + made.id()).status()).isEqualTo(400);
        assertThat(shop.api.delete(path + "/" + main).status()).isEqualTo(404);
        assertThat(shop.api
                        .post(path, "{'currency':'EUR','unit_amount_minor':1}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.api.post(path, "{'currency':'GBP'}").status()).isEqualTo(400);
        assertThat(shop.api.get("/subscriptions/none/items").status()).isEqualTo(404);
    }

    @Test
    void the_recurring_revenue_counts_every_unit_of_every_item() {
        shop.act(id, "change-quantity", "{'newQuantity':2,'prorationBehavior':'none'}");
        shop.api.post("/subscriptions/" + id + "/items", "{'currency':'GBP','unit_amount_minor':250,'quantity':2}");
        ObjectNode figures = shop.api.get("/analytics/revenue/mrr-summary").json();
        assertThat(figures.get("current_mrr").asString()).isEqualTo("6500");
    }

    @Test
    void amounts_beyond_reckoning_are_refused() {
        String path = "/subscriptions/" + id + "/items";
        assertThat(shop.api
                        .post(path, "{'currency':'GBP','unit_amount_minor':900000000000,'quantity':999999}")
                        .status())
                .isEqualTo(400);
        String dear = RecurringShop.made(shop.api.post(
                "/prices",
                "{'product_id':'%s','currency':'gbp','unit_amount':9000000000000000000,'type':'recurring','interval':'month'}"
                        .formatted(shop.product)));
        assertThat(shop.act(id, "change-plan", "{'newPlanId':'" + dear + "'}").status())
                .isEqualTo(400);
        assertThat(shop.api
                        .post(
                                "/subscriptions",
                                "{'customerId':'%s','priceId':'%s','quantity':3}".formatted(shop.customer, dear))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_must_be_delivered_makes_an_order_with_each_renewal() {
        shop.api.post(
                "/subscriptions/" + id + "/items",
                "{'currency':'GBP','unit_amount_minor':700,'description':'Coffee','fulfillment_type':'physical'}");
        shop.until("2026-06-01T09:00:00Z");
        JsonNode order = shop.api.get("/orders").json().get("data").get(0);
        assertThat(Json.text(order, "billing_type")).isEqualTo("recurring");
        assertThat(Json.text(order, "subscription_id")).isEqualTo(id);
        assertThat(Json.text(order, "status")).isEqualTo("paid");
        assertThat(Json.whole(order, "total")).isEqualTo(700);
    }

    @Test
    void a_preview_says_what_will_happen() {
        ObjectNode preview =
                shop.act(id, "preview-renewal", "{'previewCount':2}").data();
        assertThat(Json.text(preview, "subscriptionId")).isEqualTo(id);
        assertThat(Json.whole(preview, "nextInvoiceAmountMinor")).isEqualTo(3000);
        assertThat(preview.get("upcomingRenewals").get(1).toString())
                .isEqualTo("{\"sequence\":2,\"date\":\"2026-07-01T09:00:00Z\",\"formattedDate\":\"1 July 2026\","
                        + "\"dayName\":\"Wednesday\",\"amountMinor\":3000,\"formattedAmount\":\"GBP 30.00\","
                        + "\"isTrialEnd\":false,\"isFirstCharge\":false,\"isFinalPayment\":false}");
        String two = shop.subscribe(",'billingMaxCycles':2,'trialEnd':'2026-05-10'");
        JsonNode all =
                shop.act(two, "preview-renewal", "{'previewCount':9}").data().get("upcomingRenewals");
        assertThat(all).hasSize(2);
        assertThat(Json.yes(all.get(0), "isTrialEnd")).isTrue();
        assertThat(Json.yes(all.get(1), "isFinalPayment")).isTrue();
        shop.act(id, "cancel", "{'mode':'period_end'}");
        assertThat(shop.act(id, "preview-renewal", "{}").data().get("upcomingRenewals"))
                .isEmpty();
        assertThat(shop.act("none", "preview-renewal", "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'interval':'month','maxPayments':3,'endBehavior':'fixed_payments'|2026-05-01,2026-06-01,2026-07-01|9000|2026-08-01",
                "'interval':'month','billingAnchorRule':'last_day','previewCount':2|2026-05-01,2026-05-31|6000|",
                "'interval':'month','billingAnchorRule':'last_day','firstChargeBehavior':'next_anchor','previewCount':2"
                        + "|2026-05-31,2026-06-30|6000|",
                "'interval':'month','billingAnchorRule':'day_of_month','billingAnchorDay':16,"
                        + "'firstChargeBehavior':'prorate','previewCount':2|2026-05-01,2026-05-16|4500|",
                "'interval':'quarter','trialDays':30,'previewCount':2|2026-05-31,2026-08-31|6000|",
            })
    void a_billing_plan_is_worked_out(String plan, String dates, long total, String end) {
        ObjectNode data = shop.api
                .post("/billing/preview", "{'startsAt':'2026-05-01','amountMinor':3000,'currency':'GBP'," + plan + "}")
                .data();
        assertThat(data.get("items")
                        .valueStream()
                        .map(item -> Json.need(item, "date").substring(0, 10)))
                .containsExactly(dates.split(","));
        assertThat(Json.whole(data, "totalAmountMinor")).isEqualTo(total);
        assertThat(Json.text(data, "scheduleEndDate")).isEqualTo(end == null ? null : end + "T00:00:00Z");
    }

    @Test
    void the_words_of_billing_and_their_refusals() {
        assertThat(shop.api.get("/billing/intervals").json().get("data")).hasSize(6);
        assertThat(shop.api.get("/billing/anchor-rules").json().get("data"))
                .filteredOn(rule -> Json.yes(rule, "requiresAnchorDay"))
                .extracting(rule -> Json.text(rule, "value"))
                .containsExactly("day_of_month");
        Answer wrong = shop.api.post("/billing/preview", "{'interval':'fortnight'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(Json.text(wrong.json(), "field")).isEqualTo("interval");
        assertThat(wrong.json().get("error").isString()).isTrue();
        assertThat(shop.api
                        .post("/billing/preview", "{'interval':'day','timezone':'Mars'}")
                        .status())
                .isEqualTo(400);
        Client reader =
                new Client(shop.shop.sandbox.baseUrl(), shop.shop.sandbox.issueKey(java.util.Set.of("billing:read")));
        assertThat(reader.post("/billing/preview", "{'interval':'day'}").status())
                .isEqualTo(200);
    }
}
