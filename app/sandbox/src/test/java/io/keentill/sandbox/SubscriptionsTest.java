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
import tools.jackson.databind.node.ObjectNode;

/** Every row of the subscription's state machine (API reference C.5), its refusals, and its life on the clock. */
class SubscriptionsTest {
    @TempDir
    Path directory;

    RecurringShop shop;

    @BeforeEach
    void open() {
        shop = new RecurringShop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** A subscription that was brought into the named state. */
    private String in(String state) {
        if (state.equals("past_due")) {
            shop.card("declined");
            return shop.subscribe("");
        }
        shop.card("success");
        return switch (state) {
            case "pending" -> shop.subscribe(",'startDate':'2026-06-01'");
            case "trialing" -> shop.subscribe(",'trialEnd':'2026-05-15T09:00:00Z'");
            case "active" -> shop.subscribe("");
            case "flagged" -> shop.subscribe(",'cancelAtPeriodEnd':true");
            case "paused" -> after(shop.subscribe(""), "pause", "{}");
            case "canceled" -> after(shop.subscribe(""), "cancel", "{'mode':'immediately'}");
            case "expired" -> {
                String id = shop.subscribe(",'billingEndStrategy':'after_cycles','billingMaxCycles':1");
                shop.forward(31);
                yield id;
            }
            default -> throw new IllegalArgumentException(state);
        };
    }

    private String after(String id, String action, String body) {
        assertThat(shop.act(id, action, body).status()).isEqualTo(200);
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "pending,pending",
        "trialing,trialing",
        "active,active",
        "past_due,past_due",
        "paused,paused",
        "canceled,canceled",
        "expired,expired",
    })
    void each_state_can_be_reached(String state, String shown) {
        assertThat(shop.status(in(state))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "pending,pause,,400",
        "trialing,pause,,400",
        "active,pause,,200 paused",
        "past_due,pause,,400",
        "paused,pause,,400",
        "canceled,pause,,400",
        "expired,pause,,400",
        "active,resume,,400",
        "paused,resume,,200 active",
        "canceled,resume,,400",
        "pending,cancel,immediately,200 canceled",
        "trialing,cancel,immediately,200 canceled",
        "active,cancel,immediately,200 canceled",
        "past_due,cancel,immediately,200 canceled",
        "paused,cancel,immediately,200 canceled",
        "canceled,cancel,immediately,400",
        "expired,cancel,immediately,400",
        "active,cancel,period_end,200 active",
        "trialing,cancel,period_end,200 trialing",
        "canceled,cancel,period_end,400",
        "active,cancel,later,400",
        "active,reactivate,,400",
        "flagged,reactivate,,200 active",
        "trialing,reactivate,,400",
        "canceled,reactivate,,400",
    })
    void an_action_is_taken_or_refused(String state, String action, String mode, String outcome) {
        String id = in(state);
        Answer answer = shop.act(id, action, mode == null ? "{}" : "{'mode':'" + mode + "'}");
        String status = answer.status() == 200 ? " " + Json.text(answer.data(), "status") : "";
        assertThat(answer.status() + status).isEqualTo(outcome);
        if (answer.status() == 400) {
            assertThat(Json.text(answer.json().get("error"), "code")).isEqualTo("invalid_request");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "active,paused,200",
        "active,past_due,200",
        "active,canceled,200",
        "active,expired,200",
        "active,trialing,400",
        "paused,active,200",
        "past_due,active,200",
        "trialing,active,200",
        "trialing,paused,400",
        "paused,past_due,400",
        "canceled,active,400",
    })
    void a_written_status_takes_the_same_ways(String state, String to, int outcome) {
        String id = in(state);
        Answer answer = shop.api.patch("/subscriptions/" + id, "{'status':'" + to + "'}");
        assertThat(answer.status()).isEqualTo(outcome);
        assertThat(shop.status(id)).isEqualTo(outcome == 200 ? to : state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|customer_id",
                "{'customerId':'nobody'}|customer_id",
                "{'customerId':'%s','productId':'none'}|product_id",
                "{'customerId':'%s','priceId':'none'}|price_id",
                "{'customerId':'%s','planId':'none'}|plan_id",
                "{'customerId':'%s','productId':'%p','quantity':0}|quantity",
                "{'customerId':'%s','productId':'%p','currency':'EUR'}|currency",
                "{'customerId':'%s','productId':'%p','billingEndStrategy':'on_date'}|billing_ends_on",
                "{'customerId':'%s','productId':'%p','billingEndStrategy':'after_cycles'}|billing_max_cycles",
                "{'customerId':'%s','productId':'%p','paymentMethodId':'none'}|payment_method",
                "{'customerId':'%s','productId':'%p','colour':'red'}|colour",
            })
    void a_wrong_field_is_named(String body, String field) {
        Answer answer = shop.api.post(
                "/subscriptions", body.replace("%s", shop.customer).replace("%p", shop.product));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"param\":\"" + field + "\"");
        assertThat(shop.api.get("/subscriptions").json().get("data")).isEmpty();
    }

    @Test
    void a_subscription_is_charged_each_period_on_its_day() {
        shop.card("success");
        String id = shop.subscribe(",'quantity':2,'startDate':'2026-05-01T09:00:00Z'");
        ObjectNode made = shop.subscription(id);
        assertThat(Json.text(made, "current_period_end")).isEqualTo("2026-06-01T09:00:00Z");
        assertThat(Json.whole(made, "amount_minor")).isEqualTo(3000);
        assertThat(made.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "merchant_id",
                        "customer_id",
                        "product_id",
                        "price_id",
                        "plan_id",
                        "status",
                        "quantity",
                        "amount_minor",
                        "currency",
                        "billing_interval",
                        "current_period_start",
                        "current_period_end",
                        "trial_end",
                        "canceled_at",
                        "created_at",
                        "updated_at",
                        "dunning");
        shop.until("2026-08-01T09:00:00Z");
        assertThat(shop.totals()).containsExactly(6000L, 6000L, 6000L, 6000L);
        assertThat(shop.invoices())
                .allMatch(invoice -> "paid".equals(Json.text(invoice, "status")))
                .extracting(invoice -> Json.text(invoice, "created_at"))
                .containsExactly(
                        "2026-08-01T09:00:00Z", "2026-07-01T09:00:00Z", "2026-06-01T09:00:00Z", "2026-05-01T09:00:00Z");
        assertThat(Json.whole(shop.shop.admin.get("/ledger").json(), "card")).isEqualTo(24_000);
        assertThat(shop.events("subscription."))
                .containsExactly(
                        "subscription.created",
                        "subscription.activated",
                        "subscription.renewed",
                        "subscription.renewed",
                        "subscription.renewed");
    }

    @Test
    void a_trial_costs_nothing_is_announced_and_ends() {
        shop.card("success");
        String id = shop.subscribe(",'trialEnd':'2026-05-15T09:00:00Z'");
        assertThat(shop.totals()).isEmpty();
        shop.until("2026-05-12T09:00:00Z");
        assertThat(shop.events("subscription.trial")).containsExactly("subscription.trial_ending");
        shop.until("2026-05-15T09:00:00Z");
        assertThat(shop.status(id)).isEqualTo("active");
        assertThat(shop.totals()).containsExactly(3000L);
        assertThat(Json.text(shop.subscription(id), "current_period_end")).isEqualTo("2026-06-15T09:00:00Z");
        assertThat(shop.events("subscription."))
                .endsWith("subscription.trial_ending", "subscription.trial_ended", "subscription.activated");
    }

    @Test
    void it_survives_a_restart_in_the_middle_of_its_life() {
        shop.card("success");
        String id = shop.subscribe("");
        shop.shop.restart();
        shop.shop.clock.forward(java.time.Duration.ofDays(31));
        shop.shop.sandbox.tick();
        assertThat(shop.shop.api.get("/invoices").json().get("data")).hasSize(2);
        assertThat(Json.text(shop.shop.api.get("/subscriptions/" + id).data(), "current_period_start"))
                .isEqualTo("2026-06-01T09:00:00Z");
    }

    @Test
    void an_end_comes_by_flag_by_count_or_by_date() {
        shop.card("success");
        String flagged = shop.subscribe("");
        after(flagged, "cancel", "{'mode':'period_end','reason':'moving'}");
        String counted = shop.subscribe(",'billingEndStrategy':'after_cycles','billingMaxCycles':2");
        String dated = shop.subscribe(",'billingEndStrategy':'on_date','billingEndsOn':'2026-05-20T00:00:00Z'");
        shop.until("2026-05-20T00:00:00Z");
        assertThat(shop.status(dated)).isEqualTo("expired");
        assertThat(shop.status(flagged)).isEqualTo("active");
        shop.until("2026-06-01T09:00:00Z");
        assertThat(shop.status(flagged)).isEqualTo("canceled");
        assertThat(Json.text(shop.subscription(flagged), "canceled_at")).isEqualTo("2026-06-01T09:00:00Z");
        assertThat(shop.status(counted)).isEqualTo("active");
        shop.until("2026-07-01T09:00:00Z");
        assertThat(shop.status(counted)).isEqualTo("expired");
        assertThat(shop.totals()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"keep_as_draft,draft", "mark_uncollectible,uncollectible", "void,void"})
    void a_pause_goes_on_counting_periods_without_collecting(String behavior, String invoice) {
        shop.card("success");
        String id = shop.subscribe("");
        after(id, "pause", "{'behavior':'%s','resumes_at':'2026-06-10T00:00:00Z'}".formatted(behavior));
        shop.until("2026-06-01T09:00:00Z");
        assertThat(Json.text(shop.invoices().getFirst(), "status")).isEqualTo(invoice);
        shop.until("2026-06-10T00:00:00Z");
        assertThat(shop.status(id)).isEqualTo("active");
        shop.until("2026-07-01T09:00:00Z");
        assertThat(Json.text(shop.invoices().getFirst(), "status")).isEqualTo("paid");
        assertThat(Json.whole(shop.shop.admin.get("/ledger").json(), "card")).isEqualTo(6000);
        assertThat(shop.act(id, "pause", "{'resumes_at':'2026-01-01'}").status())
                .isEqualTo(400);
    }

    @Test
    void a_failing_charge_is_tried_four_times_and_then_the_subscription_is_canceled() {
        shop.card("insufficient_funds");
        String id = shop.subscribe("");
        ObjectNode dunning = (ObjectNode) shop.subscription(id).get("dunning");
        assertThat(Json.text(dunning, "next_retry_at")).isEqualTo("2026-05-02T09:00:00Z");
        assertThat(Json.text(dunning, "phase_severity")).isEqualTo("info");
        shop.forward(1);
        shop.forward(2);
        shop.forward(2);
        dunning = (ObjectNode) shop.subscription(id).get("dunning");
        assertThat(Json.whole(dunning, "retry_count")).isEqualTo(3);
        assertThat(Json.whole(dunning, "days_in_dunning")).isEqualTo(5);
        assertThat(Json.text(dunning, "phase_severity")).isEqualTo("critical");
        assertThat(Json.yes(dunning, "access_restricted")).isTrue();
        shop.forward(2);
        assertThat(shop.status(id)).isEqualTo("canceled");
        assertThat(shop.subscription(id).get("dunning").isNull()).isTrue();
        assertThat(shop.invoices()).extracting(one -> Json.text(one, "status")).containsExactly("uncollectible");
        assertThat(shop.events("invoice.payment_failed")).hasSize(5);
        assertThat(Json.whole(shop.shop.admin.get("/ledger").json(), "card")).isZero();
    }

    @Test
    void money_by_hand_ends_the_dunning() {
        shop.card("declined");
        String id = shop.subscribe("");
        String invoice = Json.need(shop.invoices().getFirst(), "id");
        assertThat(shop.api
                        .post("/invoices/" + invoice + "/pay", "{'payment_method':'cash'}")
                        .status())
                .isEqualTo(200);
        shop.shop.sandbox.tick();
        assertThat(shop.status(id)).isEqualTo("active");
        assertThat(shop.events("subscription."))
                .contains("subscription.past_due")
                .endsWith("subscription.updated");
    }

    @Test
    void a_subscription_with_a_card_of_its_own_is_not_charged_on_another() {
        shop.card("success");
        String bad = shop.card("declined");
        String id = shop.subscribe(",'paymentMethodId':'" + bad + "'");
        assertThat(shop.status(id)).isEqualTo("past_due");
        String other = shop.subscribe("");
        assertThat(shop.status(other)).isEqualTo("active");
    }

    @Test
    void without_a_card_the_invoice_waits_a_week_to_be_paid_by_hand() {
        String id = shop.subscribe("");
        assertThat(shop.status(id)).isEqualTo("active");
        assertThat(Json.text(shop.invoices().getFirst(), "status")).isEqualTo("open");
        assertThat(Json.text(shop.invoices().getFirst(), "due_date")).isEqualTo("2026-05-08T09:00:00Z");
        shop.forward(7);
        assertThat(shop.status(id)).isEqualTo("past_due");
    }

    @Test
    void deleting_ends_it_and_keeps_the_record() {
        String id = shop.subscribe("");
        assertThat(Json.yes(shop.api.delete("/subscriptions/" + id).json(), "success"))
                .isTrue();
        assertThat(shop.status(id)).isEqualTo("canceled");
        assertThat(shop.api.delete("/subscriptions/" + id).status()).isEqualTo(200);
        assertThat(shop.api.delete("/subscriptions/none").status()).isEqualTo(404);
    }

    @Test
    void lists_are_numbered_pages_that_narrow() {
        for (int i = 0; i < 3; i++) {
            shop.subscribe("");
        }
        String canceled = shop.subscribe("");
        shop.act(canceled, "cancel", "{'mode':'immediately'}");
        ObjectNode page =
                shop.api.get("/subscriptions?page=2&limit=2&status=active").json();
        assertThat(RecurringShop.rows(page)).hasSize(1);
        assertThat(page.get("pagination").toString())
                .isEqualTo("{\"page\":2,\"limit\":2,\"total\":3,\"totalPages\":2}");
        assertThat(RecurringShop.rows(shop.api
                        .get("/subscriptions?customerId=" + shop.customer)
                        .json()))
                .hasSize(4);
        assertThat(shop.api.get("/subscriptions?status=eaten").status()).isEqualTo(400);
        String reader = shop.shop.sandbox.issueKey(java.util.Set.of("subscriptions:read"));
        Client readOnly = new Client(shop.shop.sandbox.baseUrl(), reader);
        assertThat(readOnly.get("/subscriptions").status()).isEqualTo(200);
        assertThat(readOnly.post("/subscriptions", "{}").status()).isEqualTo(403);
    }

    @Test
    void an_anchor_day_makes_a_short_first_period() {
        shop.card("success");
        String anchored = shop.product(
                "ANCHORED",
                "'kind':'subscription','pricing_model':'recurring','amount_minor':3100,'interval':'month',"
                        + "'billing_anchor_rule':'day_of_month','billing_anchor_day':16,"
                        + "'first_charge_behavior':'prorate'");
        String id = shop.api
                .post(
                        "/subscriptions",
                        "{'customerId':'%s','productId':'%s','startDate':'2026-05-01T09:00:00Z'}"
                                .formatted(shop.customer, anchored))
                .id();
        assertThat(Json.text(shop.subscription(id), "current_period_end")).isEqualTo("2026-05-16T09:00:00Z");
        // 15 of the 30 days from 16 April to 16 May.
        assertThat(shop.totals()).containsExactly(1550L);
        shop.until("2026-05-16T09:00:00Z");
        assertThat(shop.totals()).containsExactly(3100L, 1550L);
    }
}
