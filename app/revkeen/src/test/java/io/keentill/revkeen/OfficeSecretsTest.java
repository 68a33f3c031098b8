package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.integrations.ActivationRequest;
import io.keentill.revkeen.integrations.Credentials;
import io.keentill.revkeen.integrations.PaymentMethodSource;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What opens something to whoever has it travels, and shows in no text form. */
class OfficeSecretsTest {
    private static final String SECRET = "sesame-open";

    @Test
    void credentials_are_sent_and_not_shown() {
        ActivationRequest request = ActivationRequest.of(Credentials.of(SECRET, "https://practice.example"));
        assertThat(Body.of(request).text())
                .isEqualTo("{\"credentials\":{\"apiKey\":\"sesame-open\",\"baseUrl\":\"https://practice.example\"}}");
        assertThat(request.toString()).doesNotContain(SECRET).contains("https://practice.example");
        PaymentMethodSource source = PaymentMethodSource.of("https://practice.example", SECRET);
        assertThat(source.toString()).doesNotContain(SECRET);
        assertThat(source).isNotEqualTo(PaymentMethodSource.of("https://practice.example", "another"));
    }

    @Test
    void what_the_api_leaves_untyped_is_kept_whole() {
        Map<String, Object> untyped = Caller.parse(
                "{\"data\":{\"object\":\"log\",\"deep\":{\"n\":1.5},\"none\":null}}".getBytes(StandardCharsets.UTF_8),
                Fields::all);
        assertThat(untyped.keySet()).containsExactly("object", "deep");
        assertThat(untyped.get("deep")).isInstanceOf(Map.class);
    }
}
