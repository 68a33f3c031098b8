package io.keentill.revkeen.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.http.Caller;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The key that signs deliveries. */
class WebhookSecretTest {
    @Test
    void it_is_read_and_not_shown() {
        String reply = "{\"data\":{\"id\":\"w1\",\"url\":\"https://shop.example/hook\",\"enabled_events\":[\"*\"],"
                + "\"status\":\"enabled\",\"secret\":\"whsec_sesame\"}}";
        WebhookEndpoint endpoint = Caller.parse(reply.getBytes(StandardCharsets.UTF_8), WebhookEndpoint::read);
        assertThat(endpoint.secret()).isEqualTo("whsec_sesame");
        assertThat(endpoint.toString()).doesNotContain("sesame").contains("https://shop.example/hook");
    }
}
