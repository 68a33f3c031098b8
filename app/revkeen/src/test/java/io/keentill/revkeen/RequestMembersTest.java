package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.customers.CustomerUpsert;
import io.keentill.revkeen.discounts.DiscountQuery;
import io.keentill.revkeen.events.EventQuery;
import io.keentill.revkeen.invoices.InvoiceLineRequest;
import io.keentill.revkeen.invoices.InvoicePayment;
import io.keentill.revkeen.invoices.InvoiceQuery;
import io.keentill.revkeen.invoices.InvoiceUpsert;
import io.keentill.revkeen.invoices.OfflineMethod;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.orders.OrderRequest;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.revkeen.prices.PriceQuery;
import io.keentill.revkeen.products.ProductUpsert;
import io.keentill.revkeen.taxrates.TaxRateQuery;
import io.keentill.revkeen.taxrates.TaxRateRequest;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optional member of every request, set in no particular order, arrives under its own name, in one order. */
class RequestMembersTest {

    static <T> Arguments body(T request, BiFunction<RevKeen, T, ApiCall<?>> call, String members) {
        return Arguments.of(request, call, members.replace('\'', '"'));
    }

    static <T> Arguments query(T filter, BiConsumer<RevKeen, T> call, String parameters) {
        return Arguments.of(filter, call, parameters);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                body(
                        CustomerUpsert.of("E"),
                        (r, x) -> r.customers().upsertExternal("k", "1", x),
                        "{'email':'E','name':'Name','phone':'Phone','address_line1':'AddressLine1',"
                                + "'address_line2':'AddressLine2','city':'City','state':'State','postal_code':'PostalCode',"
                                + "'country':'Country','tax_id':'TaxId','tax_id_country':'TaxIdCountry','notes':'Notes',"
                                + "'metadata':{'k':'Metadata'},'custom_fields':{'k':'CustomFields'},"
                                + "'external_updated_at':'1970-01-01T00:16:48Z'}"),
                body(
                        CustomerRequest.of("E"),
                        (r, x) -> r.customers().create(x),
                        "{'email':'E','name':'Name','phone':'Phone','companyName':'CompanyName',"
                                + "'addressLine1':'AddressLine1','addressLine2':'AddressLine2','city':'City','state':'State',"
                                + "'postalCode':'PostalCode','country':'Country','metadata':{'k':'Metadata'},"
                                + "'customFields':{'k':'CustomFields'}}"),
                body(
                        InvoiceUpsert.of("C", "GBP", 360, List.of(Filled.in(InvoiceLineRequest.of("D", 180)))),
                        (r, x) -> r.invoices().upsertExternal("k", "1", x),
                        "{'customer_uuid':'C','currency':'GBP','total_minor':360,'line_items':[{'description':'D',"
                                + "'unit_amount_minor':180,'quantity':1,'product_id':'ProductId'}],'subtotal_minor':2,"
                                + "'tax_minor':1,'discount_minor':12,'invoice_number':'InvoiceNumber',"
                                + "'invoice_date':'1970-01-01T00:16:47Z','due_date':'1970-01-01T00:16:50Z','status':'draft',"
                                + "'notes':'Notes','metadata':{'k':'Metadata'},'custom_fields':{'k':'CustomFields'},"
                                + "'subscription_terms':{'collection_method':'charge_automatically',"
                                + "'start_mode':'when_paid','duration_type':'until_cancelled',"
                                + "'first_payment_behavior':'charge_first_cycle_now'},"
                                + "'external_updated_at':'1970-01-01T00:16:48Z','external_type':'ExternalType'}"),
                body(
                        InvoicePayment.of(OfflineMethod.CASH),
                        (r, x) -> r.invoices().pay("i", x),
                        "{'payment_method':'cash','amount_minor':4,'reference':'Reference','notes':'Notes',"
                                + "'paid_at':'1970-01-01T00:16:41Z'}"),
                body(
                        OrderRequest.of("GBP", List.of(Filled.in(OrderLineRequest.of("D", 2, 150)))),
                        (r, x) -> r.orders().create(x),
                        "{'currency':'GBP','line_items':[{'description':'D','quantity':2,'unit_price':150,"
                                + "'product_id':'ProductId','metadata':{'k':'Metadata'}}],'customer_id':'CustomerId',"
                                + "'billing_type':'one_time','metadata':{'k':'Metadata'},'notes':'Notes',"
                                + "'expires_at':'1970-01-01T00:16:44Z','invoice_id':'InvoiceId','subscription_id':'SubscriptionId'}"),
                body(
                        ProductUpsert.of("N", 150),
                        (r, x) -> r.products().upsertExternal("k", "1", x),
                        "{'name':'N','amountCents':150,'description':'Description','kind':'subscription',"
                                + "'currency':'Currency','isActive':true,'interval':'Interval','intervalCount':4,"
                                + "'externalUpdatedAt':'1970-01-01T00:16:45Z','externalRef':'ExternalRef',"
                                + "'metadata':{'k':'Metadata'}}"),
                body(
                        TaxRateRequest.of("V", new BigDecimal("8.25")),
                        (r, x) -> r.taxRates().create(x),
                        "{'display_name':'V','percentage':8.25,'description':'Description','jurisdiction':'Jurisdiction',"
                                + "'inclusive':false,'tax_type':'vat','country':'Country','state':'State',"
                                + "'metadata':{'k':'Metadata'}}"),
                body(
                        TerminalPaymentRequest.of("DEV", 1250, "GBP"),
                        (r, x) -> r.terminalPayments().create(x),
                        "{'device_id':'DEV','amount_minor':1250,'currency':'GBP','invoice_id':'InvoiceId',"
                                + "'reference':'Reference'}"));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                query(
                        DiscountQuery.any(),
                        (r, x) -> r.discounts().list(x).firstPage(),
                        "is_active=true&is_archived=false"),
                query(
                        EventQuery.any(),
                        (r, x) -> r.events().list(x).firstPage(),
                        "type=Type&types=Types&customer_id=CustomerId&invoice_id=InvoiceId&"
                                + "subscription_id=SubscriptionId&order_id=OrderId&created_gte=1007&created_lte=1006"),
                query(
                        InvoiceQuery.any(),
                        (r, x) -> r.invoices().list(x).firstPage(),
                        "status=draft&customerId=CustomerId"),
                query(
                        OrderQuery.any(),
                        (r, x) -> r.orders().list(x).firstPage(),
                        "customer_id=CustomerId&status=draft&billing_type=one_time&created_gte=1003&created_lte=1002"),
                query(
                        PaymentQuery.any(),
                        (r, x) -> r.payments().list(x).firstPage(),
                        "customer_id=CustomerId&invoice_id=InvoiceId&status=pending&payment_channel=card_present&"
                                + "created_gte=1005&created_lte=1004"),
                query(
                        PriceQuery.any(),
                        (r, x) -> r.prices().list(x).firstPage(),
                        "product_id=ProductId&type=one_time&pricing_model=fixed&active=true&currency=Currency&"
                                + "lookup_key=LookupKey"),
                query(
                        TaxRateQuery.any(),
                        (r, x) -> r.taxRates().list(x).firstPage(),
                        "active=true&inclusive=false&tax_type=vat&country=Country&state=State"),
                query(
                        TerminalPaymentQuery.any(),
                        (r, x) -> r.terminalPayments().list(x).firstPage(),
                        "invoice_id=InvoiceId&status=requested&type=sale&device_id=DeviceId"));
    }

    @ParameterizedTest
    @MethodSource({"bodies", "io.keentill.revkeen.MoneyRequests#bodies", "io.keentill.revkeen.RecurringRequests#bodies"
    })
    void a_body_has_every_member_in_its_place(
            Object request, BiFunction<RevKeen, Object, ApiCall<?>> call, String members) {
        try (var revkeen = RevKeen.at("http://127.0.0.1:1/v2", "rk_sandbox_secret123")) {
            byte[] body = call.apply(revkeen, Filled.in(request)).body();
            assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(members);
        }
    }

    @ParameterizedTest
    @MethodSource({
        "queries",
        "io.keentill.revkeen.MoneyRequests#queries",
        "io.keentill.revkeen.RecurringRequests#queries"
    })
    void a_query_has_every_parameter_in_its_place(Object filter, BiConsumer<RevKeen, Object> call, String parameters)
            throws Exception {
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), "rk_sandbox_secret123")) {
            server.reply(404, "").reply(404, "");
            call.accept(revkeen, Filled.in(filter));
            assertThat(server.arrived.take().line()).contains("?" + parameters + "&limit=");
            call.accept(revkeen, filter);
            assertThat(server.arrived.take().line()).contains("?limit=");
        }
    }

    @ParameterizedTest
    @MethodSource({
        "bodies",
        "queries",
        "io.keentill.revkeen.MoneyRequests#bodies",
        "io.keentill.revkeen.MoneyRequests#queries",
        "io.keentill.revkeen.RecurringRequests#bodies",
        "io.keentill.revkeen.RecurringRequests#queries"
    })
    void requests_are_values(Object request) {
        Object filled = Filled.in(request);
        assertThat(filled).isEqualTo(Filled.inReverse(request)).hasSameHashCodeAs(Filled.inReverse(request));
        assertThat(filled).isNotEqualTo(request).isNotEqualTo("text");
        assertThat(Filled.in(filled)).isEqualTo(filled);
        assertThat(filled.toString())
                .startsWith(request.getClass().getSimpleName())
                .doesNotContain("@");
    }
}
