package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.revkeen.webhooks.EventKind;
import io.keentill.revkeen.webhooks.EventSubject;
import io.keentill.revkeen.webhooks.Webhook;
import io.keentill.revkeen.webhooks.WebhookEvent;
import io.keentill.revkeen.webhooks.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries: who sent them, when, and what they say in either form. */
class WebhookTest {
    private static final String SECRET = "whsec_0123456789abcdef";
    private static final Instant NOW = Instant.ofEpochSecond(1_780_000_000);
    private static final String BODY =
            "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":1780000000,\"data\":{\"object\":{\"id\":\"inv_1\"}}}";
    private final WebhookVerifier verifier = WebhookVerifier.of(SECRET).on(() -> NOW);

    private static String hmac(String secret, long time, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    private static String signature(String secret, long time, String body) throws Exception {
        return "t=" + time + ",v1=" + hmac(secret, time, body);
    }

    private Webhook verify(String header, String body) {
        return verifier.verify(Map.of("x-revkeen-signature", header), body.getBytes(StandardCharsets.UTF_8));
    }

    private WebhookEvent event(String body) throws Exception {
        return ((Webhook.Genuine) verify(signature(SECRET, NOW.getEpochSecond(), body), body)).event();
    }

    private static Webhook.Reason reason(Webhook webhook) {
        return ((Webhook.Rejected) webhook).reason();
    }

    /** A vector worked out with another tool: openssl dgst -sha256 -hmac. */
    @Test
    void a_known_vector() {
        String body = "{\"id\":\"evt_1\",\"type\":\"order.paid\",\"data\":{\"object\":{\"id\":\"ord_1\"}}}";
        String header = "t=1780000000,v1=a0ec52c4a664007488ecc8d80b86682e474082a2966a480d2ab9560715e447e3";
        assertThat(verify(header, body)).isInstanceOf(Webhook.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Revkeen-Signature", "x-rk-signature", "revkeen-signature", "X-REVKEEN-SIGNATURE"})
    void any_of_the_headers_counts(String name) throws Exception {
        var headers = Map.of(name, signature(SECRET, NOW.getEpochSecond(), BODY));
        assertThat(verifier.verify(headers, BODY.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Webhook.Genuine.class);
    }

    @Test
    void the_window_is_five_minutes_both_ways() throws Exception {
        long now = NOW.getEpochSecond();
        for (long time : new long[] {now - 300, now, now + 300}) {
            assertThat(verify(signature(SECRET, time, BODY), BODY)).isInstanceOf(Webhook.Genuine.class);
        }
        for (long time : new long[] {now - 301, now + 301, 0, 999_999_999_999L}) {
            assertThat(reason(verify(signature(SECRET, time, BODY), BODY))).isEqualTo(Webhook.Reason.OUT_OF_TIME);
        }
        var wide = verifier.within(Duration.ofHours(1));
        var headers = Map.of("X-Revkeen-Signature", signature(SECRET, now - 3600, BODY));
        assertThat(wide.verify(headers, BODY.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Webhook.Genuine.class);
    }

    @Test
    void whoever_changes_body_time_or_secret_is_found_out() throws Exception {
        long now = NOW.getEpochSecond();
        String right = signature(SECRET, now, BODY);
        assertThat(reason(verify(right, BODY.replace("inv_1", "inv_2")))).isEqualTo(Webhook.Reason.WRONG_SIGNATURE);
        assertThat(reason(verify(right, BODY + " "))).isEqualTo(Webhook.Reason.WRONG_SIGNATURE);
        assertThat(reason(verify(right.replace("t=" + now, "t=" + (now - 1)), BODY)))
                .isEqualTo(Webhook.Reason.WRONG_SIGNATURE);
        assertThat(reason(verify(signature("whsec_other", now, BODY), BODY))).isEqualTo(Webhook.Reason.WRONG_SIGNATURE);
        for (int i = right.length() - 64; i < right.length(); i++) {
            char flipped = right.charAt(i) == '0' ? '1' : '0';
            String wrong = right.substring(0, i) + flipped + right.substring(i + 1);
            assertThat(reason(verify(wrong, BODY))).isEqualTo(Webhook.Reason.WRONG_SIGNATURE);
        }
    }

    @Test
    void several_signatures_and_several_secrets_during_a_rotation() throws Exception {
        long now = NOW.getEpochSecond();
        String old = hmac("whsec_old", now, BODY);
        String both = "t=" + now + ", v1=" + old + " ,v0=junk,v1=" + hmac(SECRET, now, BODY);
        assertThat(verify(both, BODY)).isInstanceOf(Webhook.Genuine.class);
        String oldOnly = "t=" + now + ",v1=" + old;
        assertThat(reason(verify(oldOnly, BODY))).isEqualTo(Webhook.Reason.WRONG_SIGNATURE);
        assertThat(verifier.or("whsec_old")
                        .verify(Map.of("X-Revkeen-Signature", oldOnly), BODY.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Webhook.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=,v1=",
                "v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1780000000",
                "t=-5,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=99999999999999999999,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1780000000,v1=00",
                "t=1780000000,v1=zz00000000000000000000000000000000000000000000000000000000000000",
                "sha256=0000000000000000000000000000000000000000000000000000000000000000"
            })
    void what_is_no_signature_is_none(String header) {
        assertThat(reason(verify(header, BODY))).isEqualTo(Webhook.Reason.NO_SIGNATURE);
        assertThat(reason(verifier.verify(Map.of(), new byte[0]))).isEqualTo(Webhook.Reason.NO_SIGNATURE);
    }

    @Test
    void rightly_signed_junk_is_told_apart() throws Exception {
        for (String body : new String[] {"", "[]", "not json", "{}", "{\"id\":\"e\",\"type\":\"x\"}"}) {
            assertThat(reason(verify(signature(SECRET, NOW.getEpochSecond(), body), body)))
                    .isEqualTo(Webhook.Reason.UNREADABLE);
        }
    }

    @Test
    void a_terminal_payment_in_the_present_form() throws Exception {
        WebhookEvent event = event("""
                {"id":"evt_1","object":"event","type":"terminal_payment.succeeded","created":1780000000,"livemode":true,
                "api_version":"2026-05-01","account":"m1","data":{"object":{"id":"tpay_1","object":"terminal_payment",
                "amount":1250,"currency":"gbp","status":"succeeded","device_id":"d1","terminal_serial":"SN","invoice_id":null,
                "card_brand":"VISA","last_four":"0119","auth_code":"123456","novelty":7}}}""");
        assertThat(event.is(EventKind.TERMINAL_PAYMENT_SUCCEEDED)).isTrue();
        assertThat(event.created()).isEqualTo(Instant.ofEpochSecond(1_780_000_000));
        assertThat(event.livemode()).isTrue();
        assertThat(event.account()).isEqualTo("m1");
        assertThat(event.extra()).isEmpty();
        var payment = (EventSubject.TerminalPayment) event.subject();
        assertThat(payment.id()).isEqualTo("tpay_1");
        assertThat(payment.amountMinor()).isEqualTo(1250);
        assertThat(payment.lastFour()).isEqualTo("0119");
        assertThat(payment.extra()).containsExactly(Map.entry("novelty", 7L));
    }

    @Test
    void a_terminal_payment_in_the_older_form_says_the_same() throws Exception {
        WebhookEvent event = event("""
                {"id":"evt_1","type":"billing.terminal_payment.error","created":"2026-05-28T20:26:40Z","data":{
                "terminal_payment_id":"tpay_1","invoice_id":"inv_1","device_id":"d1","amount_minor":1250,"currency":"GBP",
                "terminal_serial":"SN","card_scheme":"VISA","masked_pan":"4761730000000119","entry_mode":"contactless",
                "error_message":"no answer","error_category":"timeout"}}""");
        assertThat(event.type()).isEqualTo("billing.terminal_payment.error");
        assertThat(event.is(EventKind.TERMINAL_PAYMENT_ERROR)).isTrue();
        assertThat(event.created()).isEqualTo(Instant.ofEpochSecond(1_780_000_000));
        var payment = (EventSubject.TerminalPayment) event.subject();
        assertThat(payment.id()).isEqualTo("tpay_1");
        assertThat(payment.amountMinor()).isEqualTo(1250);
        assertThat(payment.cardScheme()).isEqualTo("VISA");
        assertThat(payment.lastFour()).as("never the whole number").isEqualTo("0119");
        assertThat(payment.failureCode()).isEqualTo("timeout");
        assertThat(payment.failureMessage()).isEqualTo("no answer");
        assertThat(event.toString()).doesNotContain("4761730000000119");
    }

    @Test
    void reversals_and_other_things() throws Exception {
        var voided = (EventSubject.TerminalReversal) event("""
                {"id":"evt_1","type":"terminal_void.succeeded","created":1,"data":{"object":{"id":"tvoid_1",
                "object":"terminal_void","amount":1250,"currency":"gbp","status":"succeeded","payment_id":"tpay_1"}}}""").subject();
        assertThat(voided.isVoid()).isTrue();
        assertThat(voided.paymentId()).isEqualTo("tpay_1");
        var invoice = (EventSubject.Thing) event("""
                {"id":"evt_1","type":"invoice.paid","created":1,"data":{"object":{"id":"inv_1","object":"invoice",
                "total_minor":360,"currency":"GBP","status":"paid","customer_id":"c1"},"previous_attributes":{"status":"open"}}}""").subject();
        assertThat(invoice.amountMinor()).isEqualTo(360);
        assertThat(invoice.object()).isEqualTo("invoice");
    }

    @Test
    void a_type_that_nobody_knows_is_kept() throws Exception {
        WebhookEvent event = event(
                "{\"id\":\"evt_1\",\"type\":\"loyalty.points.earned\",\"created\":1,\"data\":{\"object\":{\"id\":\"p1\",\"points\":5}}}");
        assertThat(event.kind()).isEmpty();
        assertThat(event.type()).isEqualTo("loyalty.points.earned");
        assertThat(event.subject().extra()).containsExactly(Map.entry("points", 5L));
    }

    @Test
    void both_spellings_of_every_kind_are_known() {
        for (EventKind kind : EventKind.values()) {
            assertThat(EventKind.of(kind.wire())).contains(kind);
            assertThat(EventKind.of("billing." + kind.wire())).contains(kind);
        }
        assertThat(EventKind.of("nothing.known")).isEmpty();
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(verifier.or("whsec_other").toString()).doesNotContain("whsec");
        assertThatThrownBy(() -> WebhookVerifier.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(((Webhook.Rejected) verify("t=1780000000,v1=" + "0".repeat(64), BODY)).message())
                .doesNotContain(SECRET);
    }
}
