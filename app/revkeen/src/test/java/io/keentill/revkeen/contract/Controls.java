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

    /** A new benefit under this word. */
    void benefit(String key) {
        post("/benefits", "{'benefit_key':'" + key + "','name':'Members room','category':'rooms'}");
    }

    private Fields post(String path, String body) {
        Request request = new Request.Builder()
                .url(base + path)
                .post(RequestBody.create(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
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
