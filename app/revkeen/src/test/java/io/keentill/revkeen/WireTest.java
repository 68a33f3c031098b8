package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.customers.CustomerUpsert;
import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoicePayment;
import io.keentill.revkeen.invoices.InvoiceUpsert;
import io.keentill.revkeen.invoices.OfflineMethod;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
import io.keentill.revkeen.products.ProductUpsert;
import io.keentill.revkeen.taxrates.TaxRateRequest;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact bytes of every mutating call. */
class WireTest {
    private LoopbackServer server;
    private RevKeen revkeen;

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        revkeen = RevKeen.at(server.url(), "rk_sandbox_secret123");
    }

    @AfterEach
    void close() throws Exception {
        revkeen.close();
        server.close();
    }

    static Arguments call(Function<RevKeen, ApiCall<?>> call, String line, String body) {
        return Arguments.of(call, line, body);
    }

    static Stream<Arguments> mutations() {
        var order = OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea é", 2, 150)))
                .withMetadata(Map.of("sale", "S1"));
        var upsert = InvoiceUpsert.of(
                        "c1",
                        "GBP",
                        360,
                        List.of(InvoiceLineRequest.of("Tea", 180).withQuantity(2L)))
                .withTaxMinor(60L);
        return Stream.of(
                call(
                        r -> r.orders().create(order),
                        "POST /v2/orders",
                        "{\"currency\":\"GBP\",\"line_items\":[{\"description\":\"Tea é\",\"quantity\":2,\"unit_price\":150}],\"metadata\":{\"sale\":\"S1\"}}"),
                call(r -> r.orders().cancel("o/1", "wrong"), "POST /v2/orders/o%2F1/cancel", "{\"reason\":\"wrong\"}"),
                call(
                        r -> r.terminalPayments()
                                .create(TerminalPaymentRequest.of("d1", 1250, "GBP")
                                        .withReference("T-7")),
                        "POST /v2/terminal-payments",
                        "{\"device_id\":\"d1\",\"amount_minor\":1250,\"currency\":\"GBP\",\"reference\":\"T-7\"}"),
                call(r -> r.terminalPayments().cancel("t1"), "POST /v2/terminal-payments/t1/cancel", ""),
                call(
                        r -> r.terminalPayments().refund("t1", 200L, null),
                        "POST /v2/terminal-payments/t1/refund",
                        "{\"amount_minor\":200}"),
                call(r -> r.terminalPayments().voidIt("t1", null), "POST /v2/terminal-payments/t1/void", "{}"),
                call(
                        r -> r.products()
                                .upsertExternal(
                                        "keentill",
                                        "SKU 1",
                                        ProductUpsert.of("Tea", 150).withIsActive(true)),
                        "PUT /v2/products/external/keentill/SKU%201",
                        "{\"name\":\"Tea\",\"amountCents\":150,\"isActive\":true}"),
                call(
                        r -> r.customers()
                                .create(CustomerRequest.of("a@b.example").withPostalCode("N1")),
                        "POST /v2/customers",
                        "{\"email\":\"a@b.example\",\"postalCode\":\"N1\"}"),
                call(
                        r -> r.customers()
                                .upsertExternal(
                                        "k",
                                        "1",
                                        CustomerUpsert.of("a@b.example").withPostalCode("N1")),
                        "PUT /v2/customers/external/k/1",
                        "{\"email\":\"a@b.example\",\"postal_code\":\"N1\"}"),
                call(
                        r -> r.taxRates()
                                .create(TaxRateRequest.of("VAT", new BigDecimal("8.25"))
                                        .withInclusive(true)),
                        "POST /v2/tax-rates",
                        "{\"display_name\":\"VAT\",\"percentage\":8.25,\"inclusive\":true}"),
                call(
                        r -> r.invoices().upsertExternal("k", "S1", upsert),
                        "PUT /v2/invoices/external/k/S1",
                        "{\"customer_uuid\":\"c1\",\"currency\":\"GBP\",\"total_minor\":360,\"line_items\":[{\"description\":\"Tea\",\"unit_amount_minor\":180,\"quantity\":2}],\"tax_minor\":60}"),
                call(
                        r -> r.invoices().finalizeDraft("i1", true),
                        "POST /v2/invoices/i1/finalize",
                        "{\"auto_advance\":true}"),
                call(
                        r -> r.invoices()
                                .pay("i1", InvoicePayment.of(OfflineMethod.CASH).withAmountMinor(360L)),
                        "POST /v2/invoices/i1/pay",
                        "{\"payment_method\":\"cash\",\"amount_minor\":360}"),
                call(r -> r.invoices().voidIt("i1", "gone"), "POST /v2/invoices/i1/void", "{\"reason\":\"gone\"}"),
                call(
                        r -> r.invoices().refund("i1", null, "back"),
                        "POST /v2/invoices/i1/refund",
                        "{\"reason\":\"back\"}"));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void the_bytes_on_the_wire_are_those_prepared(Function<RevKeen, ApiCall<?>> make, String line, String body)
            throws Exception {
        server.reply(400, "{}").reply(400, "{}");
        ApiCall<?> call = make.apply(revkeen).withIdempotencyKey("key-1");
        assertThat(new String(call.body(), "UTF-8")).isEqualTo(body);
        call.send();
        assertThat(revkeen.send(call.request())).isInstanceOf(ApiResult.Refused.class);
        for (int i = 0; i < 2; i++) {
            var got = server.arrived.take();
            assertThat(got.line()).isEqualTo(line + " HTTP/1.1");
            assertThat(got.text()).isEqualTo(body);
            assertThat(got.headers())
                    .containsEntry("x-api-key", "rk_sandbox_secret123")
                    .containsEntry("RevKeen-Version", "2026-05-01")
                    .containsEntry("Idempotency-Key", "key-1")
                    .containsEntry("Content-Length", String.valueOf(call.body().length));
            assertThat(got.headers().get("Content-Type")).isEqualTo(body.isEmpty() ? null : "application/json");
        }
    }

    @Test
    void keys_are_random_uuids_and_reads_carry_none() throws Exception {
        var one = revkeen.terminalPayments().cancel("t");
        assertThat(one.idempotencyKey()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(revkeen.terminalPayments().cancel("t").idempotencyKey()).isNotEqualTo(one.idempotencyKey());
        server.reply(404, "");
        revkeen.orders().get("x");
        assertThat(server.arrived.take().headers()).doesNotContainKey("Idempotency-Key");
    }

    @Test
    void a_frozen_request_is_guarded() {
        byte[] body = {1};
        var frozen = new FrozenRequest("POST", "/orders", body, "k");
        body[0] = 2;
        frozen.body()[0] = 3;
        assertThat(frozen.body()).containsExactly(1);
        assertThat(frozen).isEqualTo(new FrozenRequest("POST", "/orders", new byte[] {1}, "k"));
        for (String path : List.of("orders", "//evil.example/x", "/a/../b", "/a b", "/a#b", "http://x")) {
            assertThatThrownBy(() -> new FrozenRequest("POST", path, body, "k"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new FrozenRequest("GET", "/x", body, "k"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrozenRequest("POST", "/x", body, "k\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> revkeen.orders().get("..")).isInstanceOf(IllegalArgumentException.class);
    }
}
