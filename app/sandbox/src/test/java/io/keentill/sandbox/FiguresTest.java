package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Analytics and finance (API reference B.28): figures worked out from what the shop did on a clock of its own. */
class FiguresTest {
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
    void revenue_is_what_came_less_what_went_at_the_time_of_each() {
        pay(shop.openInvoice(1_000));
        String second = shop.openInvoice(3_000);
        pay(second);
        shop.clock.forward(Duration.ofDays(40));
        shop.api.post("/invoices/" + second + "/refund", "{'amount_minor':500}");
        pay(shop.openInvoice(700));
        ObjectNode series = get("/analytics/revenue/time-series?startDate=2026-05-01&endDate=2026-06-30");
        assertThat(series.propertyNames())
                .containsExactly("data_points", "total_revenue", "total_invoices", "period_start", "period_end");
        JsonNode points = series.get("data_points");
        assertThat(points).extracting(point -> Json.text(point, "date")).containsExactly("2026-05-01", "2026-06-01");
        assertThat(points).extracting(point -> Json.whole(point, "revenue")).containsExactly(4_000L, 200L);
        assertThat(points)
                .extracting(point -> Json.whole(point, "invoice_count"))
                .containsExactly(2L, 1L);
        assertThat(points.get(0).get("avg_invoice_value").doubleValue()).isEqualTo(2_000);
        assertThat(Json.whole(series, "total_revenue")).isEqualTo(4_200);
        assertThat(get("/analytics/revenue/time-series?startDate=2026-05-01&endDate=2026-05-07&granularity=day")
                        .get("data_points"))
                .hasSize(7);
    }

    @Test
    void income_is_grouped_and_agrees_with_revenue() {
        pay(shop.openInvoice(1_000));
        shop.clock.forward(Duration.ofDays(1));
        String second = shop.openInvoice(3_000);
        pay(second);
        shop.api.post("/invoices/" + second + "/refund", "{'amount_minor':500}");
        ObjectNode income = get("/finance/income?start_date=2026-05-01&end_date=2026-05-02");
        ObjectNode summary = (ObjectNode) income.get("summary");
        assertThat(Json.whole(summary, "total_gross_cents")).isEqualTo(4_000);
        assertThat(Json.whole(summary, "total_net_cents")).isEqualTo(3_500 - Json.whole(summary, "total_fees_cents"));
        assertThat(Json.whole(summary, "total_tx_count")).isEqualTo(2);
        assertThat(Json.whole(summary, "total_refund_count")).isEqualTo(1);
        assertThat(income.get("rows"))
                .extracting(row -> Json.text(row, "period"))
                .containsExactly("2026-05-01", "2026-05-02");
        assertThat(get("/finance/income?start_date=2026-05-01&end_date=2026-05-02&group_by=month")
                        .get("rows"))
                .hasSize(1);
        assertThat(get("/finance/income?start_date=2026-05-01&end_date=2026-05-01&status=partially_refunded")
                        .get("rows"))
                .isEmpty();
        assertThat(Json.whole(get("/finance/summary"), "total_revenue_cents")).isEqualTo(3_500);
        assertThat(get("/finance/summary").propertyNames())
                .containsExactly(
                        "total_revenue_cents", "total_fees_cents", "pending_balance_cents", "available_balance_cents");
    }

    @Test
    void what_is_owed_ages_by_its_due_date() {
        String body = "{'customer_uuid':'%s','total_minor':%d,'currency':'GBP','due_date':'%s','status':'open'}";
        for (String due : List.of("2026-05-10", "2026-04-20", "2026-03-20", "2026-02-20", "2026-01-01")) {
            shop.api.post("/invoices", body.formatted(shop.customer(), 100, due));
        }
        shop.api.post(
                "/invoices", "{'customer_uuid':'%s','total_minor':9,'currency':'GBP'}".formatted(shop.customer()));
        String half = shop.openInvoice(50);
        shop.api.post("/invoices/" + half + "/pay", "{'payment_method':'cash','amount_minor':20}");
        ObjectNode aging = get("/analytics/invoices/ar-aging");
        assertThat(aging.get("buckets"))
                .extracting(bucket -> Json.text(bucket, "label") + " " + Json.whole(bucket, "count") + " "
                        + Json.whole(bucket, "totalMinor"))
                .containsExactly("current 2 130", "1-30 1 100", "31-60 1 100", "61-90 1 100", "90+ 1 100");
        assertThat(Json.whole(aging, "totalOutstanding")).isEqualTo(530);
        assertThat(Json.whole(aging, "totalInvoices")).isEqualTo(6);
        assertThat(Json.whole(get("/analytics/invoices/ar-aging?asOfDate=2026-04-01"), "totalInvoices"))
                .isZero();
    }

    @Test
    void days_sales_outstanding_get_better_when_customers_pay() {
        shop.openInvoice(1_000);
        shop.clock.forward(Duration.ofDays(10));
        pay(shop.openInvoice(4_000));
        ObjectNode dso = get("/analytics/collections/dso?startDate=2026-05-06&endDate=2026-05-15");
        assertThat(dso.get("dso").doubleValue()).isEqualTo(2.5);
        assertThat(dso.get("previousDso").doubleValue()).isEqualTo(10);
        assertThat(Json.text(dso, "trend")).isEqualTo("improving");
        assertThat(Json.text(get("/analytics/collections/dso"), "trend")).isEqualTo("stable");
    }

    @Test
    void customers_are_worth_what_they_paid() {
        String invoice = shop.openInvoice(1_000);
        String walkIn = shop.customer();
        String second = shop.api
                .post("/customers", "{'email':'two@shop.test','name':'Two'}")
                .id();
        shop.api.post(
                "/orders",
                "{'currency':'GBP','invoice_id':'%s','customer_id':'%s','line_items':[{'description':'Tea','unit_price':1000}]}"
                        .formatted(invoice, walkIn));
        pay(invoice);
        String other = shop.api
                .post("/invoices", "{'customer_uuid':'%s','total_minor':300,'status':'open'}".formatted(second))
                .id();
        pay(other);
        ObjectNode ltv = get("/analytics/customers/ltv?topN=1");
        assertThat(ltv.get("customers")).hasSize(1);
        JsonNode best = ltv.get("customers").get(0);
        assertThat(Json.text(best, "customerName")).isEqualTo("Walk-in");
        assertThat(Json.whole(best, "totalRevenue")).isEqualTo(1_000);
        assertThat(Json.whole(best, "orderCount")).isEqualTo(1);
        assertThat(ltv.get("avgLtv").doubleValue()).isEqualTo(650);
        assertThat(ltv.get("medianLtv").doubleValue()).isEqualTo(650);
        shop.api.post("/invoices", "{'customer_uuid':'%s','total_minor':50,'status':'open'}".formatted(second));
        ObjectNode one = get("/analytics/customers/" + second);
        assertThat(Json.whole(one, "outstandingBalance")).isEqualTo(50);
        assertThat(Json.whole(one, "totalInvoices")).isEqualTo(2);
        assertThat(one.get("avgInvoiceValue").doubleValue()).isEqualTo(175);
        assertThat(one.get("paymentHistory")).hasSize(1);
        assertThat(shop.api.get("/analytics/customers/none").status()).isEqualTo(404);
    }

    @Test
    void a_customer_who_stays_away_can_be_won_back() {
        pay(shop.openInvoice(1_000));
        assertThat(Json.whole(get("/analytics/checkout/winback"), "total")).isZero();
        shop.clock.forward(Duration.ofDays(61));
        ObjectNode page = get("/analytics/checkout/winback?type=lapsed_customer");
        assertThat(page.propertyNames()).containsExactly("opportunities", "total", "page", "pageSize");
        JsonNode found = page.get("opportunities").get(0);
        assertThat(Json.text(found, "status")).isEqualTo("identified");
        assertThat(Json.whole(found, "previousPurchasesCents")).isEqualTo(1_000);
        shop.api.post("/comms/send", "{'channel':'email','body':'Come back','customerId':'" + shop.customer() + "'}");
        assertThat(get("/analytics/checkout/winback?status=contacted").get("opportunities"))
                .hasSize(1);
        pay(shop.openInvoice(500));
        ObjectNode summary = get("/analytics/checkout/winback/summary");
        assertThat(Json.whole(summary.get("byStatus"), "converted")).isEqualTo(1);
        assertThat(Json.whole(summary.get("byType"), "lapsedCustomer")).isEqualTo(1);
        assertThat(Json.whole(summary, "recoveredValueCents")).isEqualTo(1_000);
        assertThat(summary.get("conversionRate").doubleValue()).isEqualTo(100);
        assertThat(get("/analytics/checkout/winback?minValueCents=1001").get("opportunities"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/revenue/mrr-summary?asOfDate=monday, 400",
        "/analytics/revenue/time-series, 400",
        "/analytics/revenue/time-series?startDate=2026-05-02&endDate=2026-04-01, 400",
        "/analytics/revenue/time-series?startDate=2026-05-02&endDate=2026-05-03&granularity=hour, 400",
        "/analytics/revenue/time-series?startDate=0001-01-01&endDate=2026-05-03&granularity=day, 400",
        "/analytics/invoices/ar-aging?asOfDate=x, 400",
        "/analytics/customers/ltv?topN=101, 400",
        "/analytics/customers/ltv?topN=0, 400",
        "/analytics/checkout/abandonment?status=lost, 400",
        "/analytics/checkout/abandonment?severity=awful, 400",
        "/analytics/checkout/winback?type=any, 400",
        "/analytics/checkout/winback?minValueCents=-1, 400",
        "/finance/income?start_date=2026-05-01, 400",
        "/finance/income?start_date=1 May&end_date=2026-05-01, 400",
        "/finance/income?start_date=2026-05-02&end_date=2026-05-01, 400",
        "/finance/income?start_date=2026-05-01&end_date=2026-05-02&group_by=year, 400",
        "/finance/income?start_date=2026-05-01&end_date=2026-05-02&subscription_id=none, 404"
    })
    void questions_that_make_no_sense_are_refused(String path, int status) {
        Answer answer = shop.api.get(path.replace(" ", "%20"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        boolean finance = path.startsWith("/finance");
        assertThat(answer.json().get("error").isString()).isEqualTo(finance);
    }

    @Test
    void figures_need_their_own_scopes() {
        Client analyst = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(Set.of("analytics:read")));
        assertThat(analyst.get("/analytics/checkout/funnel").status()).isEqualTo(200);
        assertThat(analyst.get("/finance/summary").status()).isEqualTo(403);
    }

    private ObjectNode get(String path) {
        Answer answer = shop.api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void pay(String invoice) {
        assertThat(shop.api
                        .post("/invoices/" + invoice + "/pay", "{'payment_method':'cash'}")
                        .status())
                .isEqualTo(200);
    }
}
