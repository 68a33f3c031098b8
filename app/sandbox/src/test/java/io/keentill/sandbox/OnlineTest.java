package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Payment links, checkout sessions, entitlements and the customer portal, with their refusals. */
class OnlineTest {
    @TempDir
    Path directory;

    Shop shop;
    String customer;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        customer = shop.customer();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void pass(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
    }

    @Test
    void a_link_sums_its_lines_and_refuses_what_does_not_fit() {
        String lines = "{'line_items':[{'price_data':{'unit_amount':250,'currency':'GBP',"
                + "'product_data':{'name':'Tea'}},'quantity':3}],'currency':'GBP','slug':'tea','name':'Tea'}";
        Answer made = shop.api.post("/payment-links", lines);
        assertThat(made.status()).isEqualTo(201);
        assertThat(Json.whole(made.json(), "amount_minor")).isEqualTo(750);
        assertThat(Json.text(made.json(), "status")).isEqualTo("active");
        ObjectNode line = (ObjectNode) made.json().get("line_items").get(0);
        assertThat(Json.yes(line, "is_adhoc")).isTrue();
        assertThat(Json.text(line.get("product_details"), "name")).isEqualTo("Tea");
        assertThat(shop.api.post("/payment-links", lines).status()).isEqualTo(409);
        assertThat(Json.text(shop.api.post("/payment-links", "{}").json(), "status"))
                .isEqualTo("draft");
        for (String wrong : new String[] {
            "{'line_items':[{'quantity':1}]}",
            "{'line_items':[{'price':'11111111-1111-4111-8111-111111111111'}]}",
            "{'product_ids':['none']}",
            "{'mode':'invoice'}",
            "{'subscription_id':'11111111-1111-4111-8111-111111111111'}",
            "{'amount_minor':-1}",
            "{'colour':'red'}",
            "{'default_product_id':'11111111-1111-4111-8111-111111111111'}"
        }) {
            Answer refused = shop.api.post("/payment-links", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().get("error").isString()).as(wrong).isTrue();
        }
        ObjectNode list = shop.api.get("/payment-links?search=tea").json();
        assertThat(Json.whole(list.get("pagination"), "limit")).isEqualTo(50);
        assertThat(Json.whole(list.get("pagination"), "total")).isEqualTo(1);
    }

    @Test
    void a_line_of_a_stored_price_says_how_often_it_recurs() {
        String product = Json.need(shop.api.get("/products").json().get("data").get(0), "id");
        String price = shop.api
                .post(
                        "/prices",
                        "{'product_id':'" + product + "','unit_amount':900,'type':'recurring','interval':'month',"
                                + "'interval_count':3}")
                .id();
        ObjectNode link = shop.api
                .post("/payment-links", "{'line_items':[{'price':'" + price + "'}]}")
                .json();
        var line = link.get("line_items").get(0);
        assertThat(Json.text(line, "price_id")).isEqualTo(price);
        assertThat(Json.yes(line, "is_adhoc")).isFalse();
        assertThat(line.get("product_details").get("recurring").toString())
                .isEqualTo("{\"interval\":\"month\",\"interval_count\":3}");
    }

    @Test
    void a_companion_device_shows_the_session_that_was_made_for_it() {
        String device = shop.admin.post("/companion-devices", "{}").id();
        String session = shop.api
                .post("/checkout-sessions", "{'amountMinor':500,'companionDeviceId':'" + device + "'}")
                .data()
                .get("id")
                .stringValue();
        assertThat(Json.text(shop.admin.get("/companion-devices/" + device).json(), "checkout_session_id"))
                .isEqualTo(session);
        assertThat(shop.admin.get("/companion-devices/none").status()).isEqualTo(404);
    }

    @Test
    void a_link_is_switched_on_and_off_until_it_is_archived() {
        ObjectNode link =
                shop.api.post("/payment-links", "{'amount_minor':500}").json();
        String path = "/payment-links/" + Json.text(link, "public_id");
        ObjectNode off =
                shop.api.patch(path + "/status", "{'status':'inactive'}").json();
        assertThat(off.propertyNames()).containsExactly("id", "status", "status_changed_at", "is_active", "updated_at");
        assertThat(Json.yes(off, "is_active")).isFalse();
        assertThat(shop.admin.post(path + "/checkout", "{}").status()).isEqualTo(400);
        assertThat(Json.yes(shop.api.post(path + "/activate", "").json(), "is_active"))
                .isTrue();
        assertThat(Json.text(shop.api.post(path + "/deactivate", "").json(), "status"))
                .isEqualTo("inactive");
        assertThat(Json.text(shop.api.post(path + "/archive", "").json(), "status"))
                .isEqualTo("archived");
        assertThat(shop.api.post(path + "/archive", "").status()).isEqualTo(200);
        assertThat(shop.api.post(path + "/activate", "").status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/deactivate", "").status()).isEqualTo(400);
        assertThat(shop.api.post(path + "/expire", "").status()).isEqualTo(400);
        assertThat(shop.api.patch(path + "/status", "{'status':'expired'}").status())
                .isEqualTo(400);
        assertThat(shop.api.get("/payment-links/none").status()).isEqualTo(404);
    }

    @Test
    void a_link_expires_when_told_or_by_its_time() {
        String now = shop.api.post("/payment-links", "{'amount_minor':500}").id();
        assertThat(Json.text(
                        shop.api
                                .post("/payment-links/" + now + "/expire", "{'reason':'x'}")
                                .json(),
                        "status"))
                .isEqualTo("expired");
        assertThat(shop.api.post("/payment-links/" + now + "/expire", "").status())
                .isEqualTo(400);
        assertThat(shop.api.post("/payment-links/" + now + "/activate", "").status())
                .isEqualTo(400);
        String later = shop.api
                .post("/payment-links", "{'amount_minor':500,'expires_at':'2026-05-02T00:00:00Z'}")
                .id();
        assertThat(shop.status("/payment-links/" + later)).isEqualTo("active");
        pass(Duration.ofDays(1));
        assertThat(shop.status("/payment-links/" + later)).isEqualTo("expired");
        assertThat(shop.api.get("/payment-links?status=expired").json().get("data"))
                .hasSize(2);
    }

    @Test
    void a_link_for_an_invoice_is_completed_when_it_is_paid() {
        String invoice = shop.openInvoice(900);
        String link = shop.api
                .post("/payment-links", "{'mode':'invoice','invoice_id':'%s'}".formatted(invoice))
                .id();
        ObjectNode session =
                shop.admin.post("/payment-links/" + link + "/checkout", "{}").json();
        assertThat(Json.whole(session, "amount_total")).isEqualTo(900);
        String path = "/checkout-sessions/" + Json.need(session, "id");
        assertThat(Json.text(
                        shop.admin.post(path + "/pay", "{'card':'declined'}").json(), "status"))
                .isEqualTo("open");
        assertThat(Json.text(shop.admin.post(path + "/pay", "{}").json(), "status"))
                .isEqualTo("complete");
        assertThat(shop.status("/invoices/" + invoice)).isEqualTo("paid");
        assertThat(shop.status("/payment-links/" + link)).isEqualTo("completed");
        assertThat(shop.api.post("/payment-links/" + link + "/expire", "").status())
                .isEqualTo(400);
        assertThat(shop.admin.post("/payment-links/" + link + "/checkout", "{}").status())
                .isEqualTo(400);
        assertThat(shop.api
                        .get("/events?type=checkout.session.completed")
                        .json()
                        .get("data"))
                .hasSize(1);
    }

    @Test
    void a_checkout_session_is_paid_or_expires() {
        Answer made = shop.api.post(
                "/checkout-sessions", "{'amountMinor':1200,'currency':'GBP','successUrl':'https://shop.test/ok'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().propertyNames())
                .containsExactly(
                        "id",
                        "url",
                        "public_token",
                        "amount_minor",
                        "currency",
                        "customer_id",
                        "expires_at",
                        "allowed_methods",
                        "selected_method");
        assertThat(Json.text(made.json(), "requestId")).startsWith("req_");
        String path = "/checkout-sessions/" + made.id();
        ObjectNode read = shop.api.get(path).data();
        assertThat(Json.whole(read, "amount_total")).isEqualTo(1200);
        shop.admin.post(path + "/pay", "{'card':'challenge'}");
        assertThat(shop.status(path)).isEqualTo("pending");
        assertThat(shop.api.post(path + "/expire", "").status()).isEqualTo(409);
        shop.admin.post(path + "/challenge", "{'passed':true}");
        assertThat(shop.status(path)).isEqualTo("complete");
        assertThat(shop.api.post(path + "/expire", "").status()).isEqualTo(409);
        assertThat(shop.admin.post(path + "/pay", "{}").status()).isEqualTo(400);
        String second = shop.api.post("/checkout-sessions", "{'amountMinor':5}").id();
        ObjectNode ended =
                shop.api.post("/checkout-sessions/" + second + "/expire", "").data();
        assertThat(ended.propertyNames()).containsExactly("id", "status", "expired_at");
        String third = shop.api.post("/checkout-sessions", "{'amountMinor':5}").id();
        pass(Duration.ofHours(24));
        assertThat(shop.status("/checkout-sessions/" + third)).isEqualTo("expired");
        assertThat(shop.api.get("/checkout-sessions/none").status()).isEqualTo(404);
    }

    @Test
    void a_checkout_session_refuses_what_it_cannot_charge() {
        Map<String, Integer> wrong = Map.of(
                "{}",
                400,
                "{'invoiceId':'11111111-1111-4111-8111-111111111111'}",
                404,
                "{'productId':'11111111-1111-4111-8111-111111111111'}",
                404,
                "{'amountMinor':1,'allowedMethods':['gold']}",
                400,
                "{'amountMinor':1,'companionDeviceId':'11111111-1111-4111-8111-111111111111'}",
                404,
                "{'invoiceId':'" + shop.openInvoice(10) + "','amountMinor':11}",
                400);
        wrong.forEach((body, status) -> {
            Answer refused = shop.api.post("/checkout-sessions", body);
            assertThat(refused.status()).as(body).isEqualTo(status);
            assertThat(refused.json().propertyNames()).as(body).containsExactly("error");
        });
    }

    @Test
    void an_entitlement_is_granted_checked_expires_and_is_revoked() {
        shop.admin.post("/benefits", "{'benefit_key':'lounge','name':'Lounge','category':'perks'}");
        String of = "/customers/" + customer + "/entitlements";
        assertThat(access(of, "lounge")).isEqualTo("not_granted");
        Answer made = shop.api.post(of, "{'benefitKey':'lounge','expiresAt':'2026-05-03T00:00:00Z'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(Json.text(made.data(), "access_level")).isEqualTo("full");
        assertThat(access(of, "lounge")).isEqualTo("yes");
        assertThat(shop.api.post(of, "{'benefitKey':'none'}").status()).isEqualTo(404);
        assertThat(shop.api.post(of, "{}").status()).isEqualTo(400);
        ObjectNode list = shop.api.get("/entitlements?customer_id=" + customer).json();
        assertThat(list.propertyNames()).containsExactly("data", "pagination", "customer");
        assertThat(Json.whole(list.get("pagination"), "limit")).isEqualTo(50);
        assertThat(shop.api.get(of + "?category=other").json().get("data")).isEmpty();
        assertThat(shop.api.get("/entitlements").status()).isEqualTo(400);
        assertThat(shop.api.get("/entitlements/check?customer_id=" + customer).status())
                .isEqualTo(400);
        pass(Duration.ofDays(3));
        assertThat(access(of, "lounge")).isEqualTo("expired");
        assertThat(shop.api.get(of).json().get("data")).isEmpty();
        assertThat(shop.api.get(of + "?includeExpired=true").json().get("data")).hasSize(1);
        String again = shop.api.post(of, "{'benefitKey':'lounge'}").id();
        assertThat(shop.api.delete(of + "/" + again).status()).isEqualTo(200);
        assertThat(shop.api.delete(of + "/" + again).status()).isEqualTo(404);
        assertThat(access(of, "lounge")).isIn("canceled", "expired");
        shop.api.post(of, "{'benefitKey':'lounge'}");
        assertThat(shop.api.delete(of + "?benefitKey=lounge").status()).isEqualTo(200);
        assertThat(shop.api.delete(of).status()).isEqualTo(400);
        assertThat(shop.api.get("/customers/none/entitlements").status()).isEqualTo(404);
        assertThat(shop.api.get("/events?type=entitlement.revoked").json().get("data"))
                .hasSize(2);
    }

    private String access(String of, String key) {
        ObjectNode check = shop.api.get(of + "/check?benefitKey=" + key).data();
        return Json.yes(check, "has_access") ? "yes" : Json.text(check, "reason");
    }

    @Test
    void a_portal_token_shows_its_customer_only_and_ends() {
        String invoice = shop.openInvoice(900);
        shop.api.post("/invoices/" + invoice + "/pay", "{'amount_minor':400,'payment_method':'cash'}");
        String body = "{'customer_id':'%s','ttl_minutes':5}".formatted(customer);
        Answer session = shop.api.post("/customer-portal/sessions", body);
        assertThat(session.status()).isEqualTo(201);
        String[] bearer = {"authorization", "Bearer " + Json.need(session.data(), "token")};
        Client portal = new Client(shop.sandbox.baseUrl(), null);
        ObjectNode me =
                portal.send("GET", "/customer-portal/customer", null, bearer).data();
        assertThat(Json.text(me, "email")).isEqualTo("walk-in@shop.test");
        ObjectNode list =
                portal.send("GET", "/customer-portal/invoices", null, bearer).json();
        assertThat(Json.text(list, "url")).isEqualTo("/v2/customer-portal/invoices");
        ObjectNode shown = portal.send("GET", "/customer-portal/invoices/" + invoice, null, bearer)
                .data();
        assertThat(Json.whole(shown, "amount_paid")).isEqualTo(400);
        assertThat(Json.whole(shown, "amount_due")).isEqualTo(500);
        assertThat(portal.send("GET", "/customer-portal/invoices/none", null, bearer)
                        .status())
                .isEqualTo(404);
        assertThat(portal.send("GET", "/invoices", null, bearer).status()).isEqualTo(403);
        Answer withKey = shop.api.get("/customer-portal/customer");
        assertThat(withKey.status()).isEqualTo(401);
        assertThat(withKey.json().get("error").propertyNames()).containsExactly("type", "code", "message");
        pass(Duration.ofMinutes(5));
        assertThat(portal.send("GET", "/customer-portal/customer", null, bearer).status())
                .isEqualTo(401);
        assertThat(shop.api
                        .post("/customer-portal/sessions", "{'customer_id':'%s','ttl_minutes':4}".formatted(customer))
                        .status())
                .isEqualTo(400);
        String nobody = "{'customer_id':'11111111-1111-4111-8111-111111111111'}";
        assertThat(shop.api.post("/customer-portal/sessions", nobody).status()).isEqualTo(404);
    }

    @Test
    void a_customer_cancels_their_own_subscription_in_the_portal() {
        String product = shop.api
                .post(
                        "/products",
                        "{'product_id':'GYM','name':'Gym','currency':'GBP','kind':'subscription',"
                                + "'pricing_model':'recurring','amount_minor':3000,'interval':'month'}")
                .id();
        shop.admin.post("/payment-methods", "{'customer_id':'%s'}".formatted(customer));
        String id = shop.api
                .post("/subscriptions", "{'customerId':'%s','productId':'%s'}".formatted(customer, product))
                .id();
        Answer session = shop.api.post("/customer-portal/sessions", "{'customer_id':'%s'}".formatted(customer));
        String[] bearer = {"authorization", "Bearer " + Json.need(session.data(), "token")};
        Client portal = new Client(shop.sandbox.baseUrl(), null);
        String path = "/customer-portal/subscriptions";
        ObjectNode list = portal.send("GET", path, null, bearer).json();
        assertThat(Json.text(list.get("data").get(0), "interval")).isEqualTo("month");
        ObjectNode flagged =
                portal.send("POST", path + "/" + id + "/cancel", "{}", bearer).data();
        assertThat(Json.text(flagged, "status")).isEqualTo("active");
        assertThat(Json.has(flagged, "cancel_at")).isTrue();
        String now = "{'cancel_at_period_end':false,'reason':'moved'}";
        assertThat(Json.text(
                        portal.send("POST", path + "/" + id + "/cancel", now, bearer)
                                .data(),
                        "status"))
                .isEqualTo("canceled");
        assertThat(portal.send("POST", path + "/" + id + "/cancel", now, bearer).status())
                .isEqualTo(200);
        assertThat(portal.send("POST", path + "/none/cancel", now, bearer).status())
                .isEqualTo(404);
    }
}
