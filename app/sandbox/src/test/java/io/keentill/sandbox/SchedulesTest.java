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

/** Subscription schedules: not_started → active → completed, canceled or released (API reference C.6). */
class SchedulesTest {
    @TempDir
    Path directory;

    RecurringShop shop;
    String basic;
    String premium;

    @BeforeEach
    void open() {
        shop = new RecurringShop(directory);
        shop.card("success");
        basic = shop.price(shop.product, 1000, "month");
        premium = shop.price(shop.product, 2500, "month");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Answer schedule(String fields) {
        return shop.api.post(
                "/subscription-schedules",
                ("{'customer':'%s','phases':[{'items':[{'price_id':'%s'}],'start_date':'now'},"
                                + "{'items':[{'price_id':'%s','quantity':2}],'start_date':'2026-07-01T09:00:00Z',"
                                + "'end_date':'2026-09-01T09:00:00Z'}]%s}")
                        .formatted(shop.customer, basic, premium, fields));
    }

    private String in(String state) {
        String id = RecurringShop.made(schedule(state.equals("not_started") ? ",'start_date':'2026-06-01'" : ""));
        switch (state) {
            case "canceled" -> shop.api.post("/subscription-schedules/" + id + "/cancel", "{}");
            case "released" -> shop.api.post("/subscription-schedules/" + id + "/release", "{}");
            case "completed" -> shop.until("2026-09-01T09:00:00Z");
            default -> {
                // It is there already.
            }
        }
        assertThat(Json.text(read(id), "status")).isEqualTo(state);
        return id;
    }

    private ObjectNode read(String id) {
        return shop.api.get("/subscription-schedules/" + id).json();
    }

    @ParameterizedTest
    @CsvSource({
        "not_started,,200",
        "active,,200",
        "completed,,400",
        "canceled,,400",
        "released,,400",
        "not_started,/cancel,200",
        "active,/cancel,200",
        "completed,/cancel,400",
        "canceled,/cancel,400",
        "released,/cancel,400",
        "not_started,/release,200",
        "active,/release,200",
        "completed,/release,400",
        "canceled,/release,400",
        "released,/release,400",
    })
    void an_action_is_taken_or_refused(String state, String action, int outcome) {
        String id = in(state);
        Answer answer = shop.api.post("/subscription-schedules/" + id + (action == null ? "" : action), "{}");
        assertThat(answer.status()).isEqualTo(outcome);
        if (outcome == 400) {
            assertThat(Json.text(answer.json().get("error"), "type")).isEqualTo("invalid_request_error");
        }
    }

    @Test
    void it_goes_from_phase_to_phase_and_cancels_at_its_end() {
        Answer made = schedule("");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.id()).startsWith("sub_sched_");
        String subscription = Json.need(made.json(), "subscription");
        assertThat(made.json().get("current_phase").toString())
                .isEqualTo("{\"start_date\":1777626000,\"end_date\":1782896400}");
        shop.until("2026-07-01T09:00:00Z");
        assertThat(Json.whole(shop.subscription(subscription), "amount_minor")).isEqualTo(2500);
        assertThat(Json.whole(shop.subscription(subscription), "quantity")).isEqualTo(2);
        shop.until("2026-09-01T09:00:00Z");
        assertThat(Json.text(read(made.id()), "status")).isEqualTo("completed");
        assertThat(shop.status(subscription)).isEqualTo("canceled");
        assertThat(shop.totals()).containsExactly(5000L, 5000L, 1000L, 1000L);
    }

    @Test
    void released_at_its_end_the_subscription_goes_on() {
        Answer made = schedule(",'end_behavior':'release'");
        String subscription = Json.need(made.json(), "subscription");
        shop.until("2026-10-01T09:00:00Z");
        ObjectNode schedule = read(made.id());
        assertThat(Json.text(schedule, "status")).isEqualTo("released");
        assertThat(Json.text(schedule, "released_subscription")).isEqualTo(subscription);
        assertThat(schedule.get("subscription").isNull()).isTrue();
        assertThat(Json.whole(schedule, "released_at")).isEqualTo(1_788_253_200);
        assertThat(shop.status(subscription)).isEqualTo("active");
        assertThat(shop.totals()).hasSize(6);
    }

    @Test
    void it_takes_over_a_subscription_and_settles_the_difference() {
        String id = shop.subscribe("");
        Answer made = shop.api.post(
                "/subscription-schedules",
                ("{'subscription':'%s','phases':[{'items':[{'price_id':'%s'}],'start_date':'now',"
                                + "'proration_behavior':'always_invoice','end_date':'2026-12-01'}]}")
                        .formatted(id, shop.price(shop.product, 4000, "month")));
        assertThat(Json.text(made.json(), "customer")).isEqualTo(shop.customer);
        assertThat(shop.totals()).containsExactly(1000L, 3000L);
        assertThat(shop.api
                        .post("/subscription-schedules", "{'subscription':'%s','phases':[]}".formatted(id))
                        .status())
                .isEqualTo(400);
        shop.act(id, "cancel", "{'mode':'immediately'}");
        assertThat(Json.text(read(made.id()), "status")).isEqualTo("canceled");
    }

    @Test
    void a_coupon_and_paying_by_hand_belong_to_their_phase() {
        shop.api.post("/discounts", "{'code':'half','name':'Half','discount_type':'percentage','discount_value':50}");
        Answer made = shop.api.post(
                "/subscription-schedules",
                ("{'customer':'%s','phases':[{'items':[{'price_id':'%s'}],'start_date':'now','coupon':'HALF',"
                                + "'collection_method':'send_invoice','end_date':'2026-06-01T09:00:00Z'},"
                                + "{'items':[{'price_id':'%s'}],'start_date':'2026-06-01T09:00:00Z'}]}")
                        .formatted(shop.customer, basic, basic));
        assertThat(made.status()).isEqualTo(201);
        assertThat(Json.text(shop.invoices().getFirst(), "status")).isEqualTo("open");
        shop.api.post("/invoices/" + Json.need(shop.invoices().getFirst(), "id") + "/pay", "{'payment_method':'cash'}");
        shop.until("2026-06-01T09:00:00Z");
        assertThat(shop.totals()).containsExactly(1000L, 500L);
        assertThat(Json.text(shop.invoices().getFirst(), "status")).isEqualTo("paid");
    }

    @Test
    void the_list_narrows_and_wrong_phases_are_refused() {
        String later = in("not_started");
        String now = in("active");
        assertThat(ids("?status=active")).containsExactly(now);
        assertThat(ids("?scheduled_gte=1780000000")).containsExactly(later);
        assertThat(ids("?customer=" + shop.customer)).containsExactly(now, later);
        assertThat(Json.text(shop.api.get("/subscription-schedules").json(), "url"))
                .isEqualTo("/v2/subscription-schedules");
        assertThat(schedule(",'start_date':'2026-08-01'").status()).isEqualTo(400);
        assertThat(shop.api
                        .post(
                                "/subscription-schedules",
                                "{'phases':[{'items':[{'price_id':'%s'}],'start_date':'now'}]}".formatted(basic))
                        .status())
                .isEqualTo(400);
        assertThat(shop.api
                        .post(
                                "/subscription-schedules",
                                "{'subscription':'none','phases':[{'items':[{'price_id':'%s'}],'start_date':'now'}]}"
                                        .formatted(basic))
                        .status())
                .isEqualTo(404);
        assertThat(shop.api.get("/subscription-schedules/none").status()).isEqualTo(404);
    }

    private java.util.List<String> ids(String query) {
        return RecurringShop.rows(
                        shop.api.get("/subscription-schedules" + query).json())
                .stream()
                .map(one -> Json.need(one, "id"))
                .toList();
    }
}
