package io.keentill.revkeen.contract;

import io.keentill.revkeen.json.Fields;
import io.keentill.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The sandbox's own controls, for what no call of the API brings about. Bodies are written with single quotes. */
final class Controls {
    private final OkHttpClient http = new OkHttpClient();
    private final URI base;

    Controls(Sandbox sandbox) {
        base = sandbox.adminUrl();
    }

    /** A customer's new stored card of this kind, such as {@code success}; its id. */
    String storedCard(String customerId, String card) {
        return post("/payment-methods", "{'customer_id':'" + customerId + "','card':'" + card + "'}")
                .needText("id");
    }

    /** A new dispute of a payment; its id. */
    String dispute(String paymentId) {
        return post("/disputes", "{'payment_id':'" + paymentId + "'}").needText("id");
    }

    /** Ends a dispute like this: won, lost or withdrawn. */
    void resolve(String disputeId, String resolution) {
        post("/disputes/" + disputeId + "/resolve", "{'resolution':'" + resolution + "'}");
    }

    /** A payer pays on the page of this checkout session. */
    void payOnPage(String sessionId) {
        post("/checkout-sessions/" + sessionId + "/pay", "{'card':'success'}");
    }

    /** A new screen beside the till; its id. */
    String companionDevice() {
        return post("/companion-devices", "{}").needText("id");
    }

    /** Whether webhooks of terminal payments are named and filled as up to April 2026. */
    void olderEvents(boolean on) {
        send("PATCH", "/settings", "{'older_events':" + on + "}");
    }

    /** Whether answers are spelt in camelCase where they were up to May 2026. */
    void olderSpelling(boolean on) {
        send("PATCH", "/settings", "{'older_spelling':" + on + "}");
    }

    /** A new benefit under this word. */
    void benefit(String key) {
        post("/benefits", "{'benefit_key':'" + key + "','name':'Members room','category':'rooms'}");
    }

    private Fields post(String path, String body) {
        return send("POST", path, body);
    }

    private Fields send(String method, String path, String body) {
        Request request = new Request.Builder()
                .url(base + path)
                .method(method, RequestBody.create(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .build();
        try (Response response = http.newCall(request).execute()) {
            byte[] answer = response.body().bytes();
            if (!response.isSuccessful()) {
                throw new AssertionError(path + ": " + new String(answer, StandardCharsets.UTF_8));
            }
            Fields top = Fields.parse(answer);
            Fields data = top.object("data");
            return data == null ? top : data;
        } catch (IOException e) {
            throw new AssertionError("no answer to " + path, e);
        }
    }
}
