package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Payouts and disputes on a clock that is moved (API reference B.19, B.20, C.6). */
class SettlementTest {
    @TempDir
    Path directory;

    Shop shop;
    String customer;
    String method;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        customer = shop.customer();
        method = shop.admin
                .post("/payment-methods", "{'customer_id':'%s','number':'4111 1111 1111 1111'}".formatted(customer))
                .id();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String charge(long amount) {
        return shop.api
                .post(
                        "/charges",
                        "{'customerId':'%s','amountMinor':%d,'description':'Tea','currency':'GBP'}"
                                .formatted(customer, amount))
                .id();
    }

    private long account(String name) {
        return shop.admin.get("/accounts").json().path("GBP").path(name).asLong(0);
    }

    private void pass(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
    }

    private ObjectNode onlyPayout() {
        JsonNode payouts = shop.api.get("/payouts").json().get("data");
        assertThat(payouts).hasSize(1);
        return (ObjectNode) payouts.get(0);
    }

    @Test
    void a_payout_gathers_the_day_and_arrives() {
        charge(1000);
        String second = charge(500);
        shop.api.post("/charges/" + second + "/refund", "{'amountMinor':200}");
        assertThat(shop.api.get("/payouts").json().get("data")).isEmpty();
        pass(Duration.ofDays(1));
        ObjectNode payout = onlyPayout();
        assertThat(Json.whole(payout, "gross_amount_minor")).isEqualTo(1300);
        // 1.5 % of 1000 and of 500, each plus 20.
        assertThat(Json.whole(payout, "fees_amount_minor")).isEqualTo(35 + 28);
        assertThat(Json.whole(payout, "net_amount_minor")).isEqualTo(1300 - 63);
        assertThat(Json.whole(payout, "charges_count")).isEqualTo(2);
        assertThat(Json.whole(payout, "refunds_count")).isEqualTo(1);
        assertThat(Json.text(payout, "status")).isEqualTo("pending");
        String path = "/payouts/" + Json.text(payout, "public_id");
        ObjectNode parts = shop.api.get(path + "/payments").json();
        long sum = 0;
        for (JsonNode part : parts.get("data")) {
            sum += Json.whole(part, "amount_minor");
        }
        assertThat(sum).isEqualTo(1300);
        assertThat(parts.get("meta").propertyNames()).containsExactly("payout_id", "total", "limit", "offset");
        pass(Duration.ofHours(12));
        assertThat(shop.status(path)).isEqualTo("in_transit");
        pass(Duration.ofHours(24));
        assertThat(shop.status(path)).isEqualTo("paid");
        assertThat(account("bank")).isEqualTo(1237);
        assertThat(account("fees")).isEqualTo(63);
        assertThat(account("clearing") + account("balance") + account("payouts"))
                .isZero();
        assertThat(shop.admin.post(path + "/end", "{}").status()).isEqualTo(400);
    }

    @Test
    void a_failed_payout_returns_to_the_balance_and_goes_out_with_the_next() {
        charge(1000);
        pass(Duration.ofDays(1));
        String first = Json.need(onlyPayout(), "id");
        assertThat(shop.admin
                        .post("/payouts/" + first + "/end", "{'status':'failed'}")
                        .status())
                .isEqualTo(200);
        assertThat(account("balance")).isEqualTo(965);
        pass(Duration.ofDays(1));
        JsonNode payouts = shop.api.get("/payouts?status=pending").json().get("data");
        assertThat(payouts).hasSize(1);
        assertThat(Json.whole(payouts.get(0), "net_amount_minor")).isEqualTo(965);
        assertThat(account("balance")).isZero();
    }

    @Test
    void a_day_that_gave_back_more_than_it_took_makes_no_payout() {
        String sale = charge(1000);
        pass(Duration.ofDays(1));
        pass(Duration.ofDays(2));
        shop.api.post("/charges/" + sale + "/refund", "{}");
        pass(Duration.ofDays(1));
        assertThat(onlyPayout()).isNotNull();
        assertThat(account("balance")).isEqualTo(-1000);
        charge(3000);
        pass(Duration.ofDays(1));
        assertThat(account("balance")).isZero();
        assertThat(shop.api.get("/payouts").json().get("data")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"won,won,1000,0", "withdrawn,won,1000,0", "lost,lost,0,0"})
    void a_dispute_withholds_its_money_until_it_is_resolved(
            String resolution, String status, long clearing, long withheld) {
        String payment = charge(1000);
        String id = shop.admin
                .post("/disputes", "{'payment_id':'%s'}".formatted(payment))
                .id();
        assertThat(account("disputes")).isEqualTo(1000);
        assertThat(account("clearing")).isZero();
        assertThat(shop.api
                        .post("/refunds", "{'payment_id':'%s'}".formatted(payment))
                        .status())
                .isEqualTo(400);
        ObjectNode open = shop.api.get("/disputes/open").json();
        assertThat(Json.whole(open.get("meta"), "total_open")).isEqualTo(1);
        assertThat(Json.whole(open.get("data").get(0), "days_until_due")).isEqualTo(7);
        assertThat(shop.api.get("/disputes?needs_evidence=true").json().get("data"))
                .hasSize(1);
        shop.admin.post("/disputes/" + id + "/evidence", "");
        assertThat(shop.status("/disputes/" + id)).isEqualTo("under_review");
        assertThat(shop.api.get("/disputes?needs_evidence=true").json().get("data"))
                .isEmpty();
        assertThat(shop.admin.post("/disputes/" + id + "/evidence", "").status())
                .isEqualTo(400);
        assertThat(shop.admin.post("/disputes/" + id + "/escalate", "").status())
                .isEqualTo(400);
        shop.admin.post("/disputes/" + id + "/resolve", "{'resolution':'%s'}".formatted(resolution));
        assertThat(shop.status("/disputes/" + id)).isEqualTo(status);
        assertThat(account("clearing")).isEqualTo(clearing);
        assertThat(account("disputes")).isEqualTo(withheld);
        assertThat(shop.admin
                        .post("/disputes/" + id + "/resolve", "{'resolution':'won'}")
                        .status())
                .isEqualTo(400);
        int again = shop.api
                .post("/refunds", "{'payment_id':'%s'}".formatted(payment))
                .status();
        assertThat(again).isEqualTo(resolution.equals("lost") ? 400 : 201);
        assertThat(Json.whole(shop.api.get("/disputes/open").json().get("meta"), "total_open"))
                .isZero();
    }

    @Test
    void a_warning_withholds_nothing_until_it_is_escalated_and_silence_loses() {
        String payment = charge(1000);
        String id = shop.admin
                .post("/disputes", "{'payment_id':'%s','warning':true,'amount_minor':400}".formatted(payment))
                .id();
        assertThat(account("disputes")).isZero();
        assertThat(shop.status("/disputes/" + id)).isEqualTo("warning_needs_response");
        assertThat(shop.admin
                        .post("/disputes/" + id + "/resolve", "{'resolution':'lost'}")
                        .status())
                .isEqualTo(400);
        shop.admin.post("/disputes/" + id + "/escalate", "");
        assertThat(account("disputes")).isEqualTo(400);
        pass(Duration.ofDays(8));
        ObjectNode late = shop.api.get("/disputes/" + id).data();
        assertThat(Json.yes(late, "is_overdue")).isTrue();
        assertThat(Json.whole(late, "days_until_due")).isEqualTo(-1);
        assertThat(Json.whole(shop.api.get("/disputes/open").json().get("meta"), "overdue_count"))
                .isEqualTo(1);
        pass(Duration.ofDays(3));
        assertThat(shop.status("/disputes/" + id)).isEqualTo("lost");
        assertThat(shop.api.get("/transactions?type=adjustment").json().get("data"))
                .hasSize(1);
    }
}
