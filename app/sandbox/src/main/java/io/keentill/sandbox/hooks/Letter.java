package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.FanOut;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The body of a delivery, in the newest form or the one up to April 2026, and its signature (API reference B.27, D.6). */
final class Letter {
    /** The merchant whose sandbox this is. */
    static final String ACCOUNT = "acct_sandbox";

    private static final String[] RECORDED = {"auth_code", "card_scheme", "masked_pan", "entry_mode"};

    private Letter() {}

    /** The body that tells of {@code event}. */
    static String body(Work work, ObjectNode event, boolean older) {
        String type = Json.need(event, "type");
        boolean flat = older && !FanOut.olderName(type).equals(type);
        return Json.write(flat ? flat(work, event) : whole(event));
    }

    private static ObjectNode whole(ObjectNode event) {
        ObjectNode letter = Json.object().put("id", Json.need(event, "id")).put("object", "event");
        letter.put("type", Json.need(event, "type"));
        Json.copy(event, letter, "api_version", "created", "livemode");
        letter.put("account", ACCOUNT);
        Json.copy(event, letter, "data", "request");
        return letter;
    }

    /** Terminal events up to April 2026: an ISO time, flat data. */
    private static ObjectNode flat(Work work, ObjectNode event) {
        ObjectNode letter = Json.object().put("id", Json.need(event, "id"));
        letter.put("type", FanOut.olderName(Json.need(event, "type")));
        letter.put(
                "created", Instant.ofEpochSecond(Json.whole(event, "created")).toString());
        letter.put("livemode", Json.yes(event, "livemode"));
        ObjectNode now = (ObjectNode) event.get("data").get("object");
        String id = Json.text(now, "id");
        ObjectNode data = letter.putObject("data");
        String sale = Json.text(now, "payment_id");
        if (sale != null) {
            data.put(Json.need(now, "object") + "_id", id); // a reversal's own id, beside its sale's (inferred)
        }
        data.put("terminal_payment_id", sale == null ? id : sale);
        data.put("invoice_id", Json.text(now, "invoice_id")).put("device_id", Json.text(now, "device_id"));
        data.put("amount_minor", Json.whole(now, "amount")).put("currency", Json.text(now, "currency"));
        data.put("terminal_serial", Json.text(now, "terminal_serial"));
        @Nullable String failed = Json.text(now, "failure_message");
        if (failed != null || now.has("failure_reason") || now.has("failure_code")) {
            String category = Json.text(now, "failure_code");
            data.put("error_message", failed);
            data.put("error_category", category == null ? Json.text(now, "failure_reason") : category);
            return letter;
        }
        ObjectNode payment = work.find("terminal_payment", id);
        if (payment != null) {
            Json.copy(payment, data, RECORDED);
        }
        return letter;
    }

    /** The value of {@code X-Revkeen-Signature}: HMAC-SHA256 under the secret's text, over the time and the body. */
    static String signature(String secret, long unixSeconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((unixSeconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + unixSeconds + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
