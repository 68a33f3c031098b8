package io.keentill.sandbox.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Versions;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Figures over checkout sessions and subscriptions, put into the database as their own resources keep them. */
class FiguresOfStoredTest {
    private static final Instant NOW = Instant.parse("2026-05-31T12:00:00Z");

    @TempDir
    Path directory;

    private Database database;
    private final Ids ids = new Ids(new Random(1));

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("figures.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void recurring_revenue_tells_new_from_grown_from_shrunk_from_lost() {
        subscription("2026-05-20T00:00:00Z", "active", "month", 1_000);
        subscription("2026-01-01T00:00:00Z", "active", "year", 12_000);
        changed(subscription("2026-01-01T00:00:00Z", "active", "month", 3_000), "amount_minor", "2000");
        changed(subscription("2026-01-01T00:00:00Z", "past_due", "month", 500), "amount_minor", "900");
        changed(subscription("2026-01-01T00:00:00Z", "canceled", "month", 700), "status", "\"active\"");
        subscription("2026-05-20T00:00:00Z", "trialing", "month", 4_000);
        Recurring.Summary summary = database.read(tx -> Recurring.summary(tx, NOW));
        assertThat(summary.current()).isCloseTo(1_000 + 1_000 + 3_000 + 500, within(0.01));
        assertThat(summary.previous()).isCloseTo(1_000 + 2_000 + 900 + 700, within(0.01));
        assertThat(summary.gained()).isCloseTo(1_000, within(0.01));
        assertThat(summary.churned()).isCloseTo(700, within(0.01));
        assertThat(summary.expansion()).isCloseTo(1_000, within(0.01));
        assertThat(summary.contraction()).isCloseTo(400, within(0.01));
        assertThat(summary.current())
                .isCloseTo(
                        summary.previous()
                                + summary.gained()
                                + summary.expansion()
                                - summary.churned()
                                - summary.contraction(),
                        within(0.01));
    }

    @Test
    void the_funnel_loses_people_step_by_step() {
        session("2026-05-30T09:00:00Z", "complete", 100, "card", "pi_1");
        session("2026-05-30T09:00:00Z", "expired", 200, "card", "pi_2");
        session("2026-05-30T09:00:00Z", "open", 300, null, null);
        session("2026-05-31T11:59:00Z", "open", 400, null, null);
        ObjectNode funnel = ask(CheckoutFigures.figures(), "/analytics/checkout/funnel", Map.of());
        assertThat(Json.whole(funnel, "totalSessions")).isEqualTo(4);
        assertThat(funnel.get("overallConversionRate").doubleValue()).isEqualTo(25);
        assertThat(funnel.get("steps"))
                .extracting(step -> Json.whole(step, "sessions"))
                .containsExactly(4L, 2L, 2L, 1L);
        assertThat(funnel.get("steps"))
                .extracting(step -> Json.whole(step, "exits"))
                .containsExactly(1L, 0L, 1L, 0L);
        assertThat(Json.whole(funnel.get("steps").get(0), "uniqueCustomers")).isEqualTo(1);
    }

    @Test
    void abandoned_carts_are_open_recovered_or_expired() {
        session("2026-05-30T09:00:00Z", "complete", 6_000, "card", "pi_1");
        session("2026-05-30T09:00:00Z", "expired", 150_000, "card", null);
        session("2026-05-30T09:00:00Z", "open", 300, null, null);
        session("2026-05-31T11:59:00Z", "open", 400, null, null);
        ObjectNode page = ask(CheckoutFigures.figures(), "/analytics/checkout/abandonment", Map.of());
        assertThat(page.get("alerts"))
                .extracting(alert -> Json.text(alert, "status") + " " + Json.text(alert, "severity"))
                .containsExactly("open low", "expired critical", "recovered medium");
        assertThat(page.get("alerts").get(0).propertyNames()).hasSize(17);
        assertThat(Json.whole(page.get("alerts").get(0), "timeSpentSeconds")).isEqualTo(1_800);
        ObjectNode summary = ask(CheckoutFigures.figures(), "/analytics/checkout/abandonment/summary", Map.of());
        assertThat(Json.whole(summary, "openAlerts")).isEqualTo(1);
        assertThat(Json.whole(summary, "potentialRevenueLostCents")).isEqualTo(150_300);
        assertThat(Json.whole(summary, "recoveredRevenueCents")).isEqualTo(6_000);
        ObjectNode winback = ask(CheckoutFigures.figures(), "/analytics/checkout/winback/summary", Map.of());
        assertThat(Json.whole(winback.get("byType"), "repeatAbandoner")).isEqualTo(1);
    }

    @Test
    void links_convert_when_their_sessions_complete() {
        at("2026-05-01T00:00:00Z", work -> {
            work.insert("payment_link", work.draft("payment_link"));
            return work;
        });
        session("2026-05-30T09:00:00Z", "complete", 100, "card", "pi_1").accept("_payment_link_id");
        session("2026-05-30T09:00:00Z", "open", 100, null, null).accept("_payment_link_id");
        session("2026-05-30T09:00:00Z", "complete", 100, null, null);
        ObjectNode links = ask(CheckoutFigures.figures(), "/analytics/payment-links/conversion", Map.of());
        assertThat(Json.whole(links, "totalLinks")).isEqualTo(1);
        assertThat(Json.whole(links, "viewCount")).isEqualTo(2);
        assertThat(links.get("conversionRate").doubleValue()).isEqualTo(50);
        assertThat(Json.whole(links, "totalRevenue")).isEqualTo(100);
    }

    private ObjectNode subscription(String created, String status, String interval, long amount) {
        return at(created, work -> {
            ObjectNode made = work.draft("subscription").put("status", status).put("billing_interval", interval);
            made.put("amount_minor", amount).put("quantity", 1).put("created_at", work.nowText());
            work.insert("subscription", made);
            return made;
        });
    }

    private void changed(ObjectNode subscription, String field, String former) {
        at("2026-05-25T00:00:00Z", work -> {
            EventLog.write(
                    work, "subscription.updated", subscription, Json.stored("{\"" + field + "\":" + former + "}"));
            return work;
        });
    }

    private java.util.function.Consumer<String> session(
            String created, String status, long total, String method, String intent) {
        ObjectNode session = at(created, work -> {
            ObjectNode made = work.draft("checkout_session").put("status", status);
            made.put("amount_total", total).put("currency", "GBP").put("customer_id", "c-1");
            made.put("payment_intent_id", intent).put("selected_method", method);
            made.put("expires_at", work.now().plusSeconds(86_400).toString());
            made.put("created_at", work.nowText());
            made.put(
                    "_completed_at",
                    status.equals("complete") ? work.now().plusSeconds(3_600).toString() : null);
            work.insert("checkout_session", made);
            return made;
        });
        return field -> at(created, work -> {
            work.save("checkout_session", session.put(field, "link"));
            return work;
        });
    }

    private <T> T at(String moment, Function<Work, T> step) {
        return database.transaction(tx -> step.apply(Work.own(tx, Instant.parse(moment), ids)));
    }

    private ObjectNode ask(io.keentill.sandbox.api.Resource resource, String path, Map<String, String> query) {
        Keys.ApiKey caller = new Keys.ApiKey("test", Set.of(), Versions.CURRENT, null, null);
        Reply reply = database.read(tx -> Inside.endpoint(resource, "GET", path)
                .handler()
                .handle(new Call(Work.own(tx, NOW, ids), caller, "req", Map.of(), query, Json.object())));
        return Json.stored(reply.body());
    }
}
