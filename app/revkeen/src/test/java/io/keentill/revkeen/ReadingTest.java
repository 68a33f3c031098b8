package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.revkeen.orders.OrderStatus;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tolerant reading: unknown fields and words, both spellings, both wrappings. */
class ReadingTest {
    private final RevKeen revkeen = RevKeen.at("http://127.0.0.1:1/v2", "test-key");

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void unknown_fields_and_words_are_kept() {
        var order = revkeen.orders()
                .parse(
                        json(
                                "{'id':'o1','status':'laid_away','currency':'gbp','subtotal':100,'total':100.0,"
                                        + "'amount_due':0,'created_at':'2026-11-24T08:00:00Z','paid_at':'yesterday','new_thing':{'a':[1,2.5,null]},"
                                        + "'metadata':{'camelKey':'v'},'line_items':[{'id':'l1','quantity':1,'unit_price':100,'subtotal':100,'total':100,'hue':'red'}]}"));
        assertThat(order.status().known()).isEmpty();
        assertThat(order.status()).hasToString("laid_away");
        assertThat(order.status().or(OrderStatus.DRAFT)).isEqualTo(OrderStatus.DRAFT);
        assertThat(order.total()).isEqualTo(100);
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
        assertThat(order.paidAt()).isNull();
        assertThat(order.metadata()).isEqualTo(Map.of("camelKey", "v"));
        assertThat(order.extra()).containsOnlyKeys("paid_at", "new_thing");
        assertThat(order.lineItems().getFirst().extra()).containsEntry("hue", "red");
    }

    @Test
    void both_spellings_and_both_wrappings() {
        var camel = revkeen.customers()
                .parse(
                        json(
                                "{'data':{'id':'c1','merchantId':'m','email':'e','addressLine1':'A 1','postalCode':'N1','createdAt':'2026-01-01'}}"));
        var snake = revkeen.customers()
                .parse(
                        json(
                                "{'id':'c1','merchant_id':'m','email':'e','address_line1':'A 1','postal_code':'N1','created_at':'2026-01-01T00:00:00Z'}"));
        assertThat(camel).isEqualTo(snake);
        assertThat(camel.extra()).isEmpty();
        var payment = revkeen.terminalPayments()
                .parse(json("{'data':{'id':'t','status':'approved','amount_minor':5,'currency':'GBP'}}"));
        assertThat(payment.status().is(TerminalPaymentStatus.APPROVED)).isTrue();
    }

    @Test
    void event_data_is_not_taken_for_a_wrapper() {
        var event = revkeen.events()
                .parse(
                        json(
                                "{'id':'e1','type':'order.created','data':{'object':{'id':'o1'}},'created':1780000000,'livemode':false}"));
        assertThat(event.object()).containsEntry("id", "o1");
        assertThat(event.created()).isEqualTo(Instant.ofEpochSecond(1780000000));
    }

    @Test
    void decimals_are_exact_and_money_is_whole() {
        assertThat(revkeen.taxRates()
                        .parse(json("{'id':'x','percentage':8.25}"))
                        .percentage())
                .isEqualTo(new BigDecimal("8.25"));
        for (String amount : new String[] {"12.5", "99999999999999999999", "{}", "'x'"}) {
            assertThatThrownBy(() -> revkeen.terminalPayments()
                            .parse(json(
                                    "{'id':'t','status':'approved','currency':'GBP','amount_minor':" + amount + "}")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void ignored_upserts_are_told_apart() throws Exception {
        try (var server = new LoopbackServer();
                var client = RevKeen.at(server.url(), "test-key")) {
            server.reply(
                            200,
                            "{\"ignored\":true,\"reason\":\"stale_update\",\"stored_timestamp\":\"2026-01-01T00:00:00Z\"}")
                    .reply(200, "{\"data\":{\"id\":\"c1\"},\"created\":true,\"warnings\":[\"w\"]}");
            var call =
                    client.customers().upsertExternal("k", "1", io.keentill.revkeen.customers.CustomerUpsert.of("e"));
            assertThat(call.send().orThrow()).isInstanceOf(Upsert.Ignored.class);
            var stored = (Upsert.Stored<?>) call.send().orThrow();
            assertThat(stored.created()).isTrue();
            assertThat(stored.warnings()).containsExactly("w");
        }
    }
}
