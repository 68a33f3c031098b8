package io.keentill.revkeen.contract;

import io.keentill.revkeen.json.Fields;
import io.keentill.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The sandbox's own controls, for what no call of the API brings about. Bodies are written with single quotes. */
final class Controls {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
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

    private Fields post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() > 299) {
                throw new AssertionError(path + ": " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            Fields top = Fields.parse(response.body());
            Fields data = top.object("data");
            return data == null ? top : data;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + path, e);
        }
    }
}
