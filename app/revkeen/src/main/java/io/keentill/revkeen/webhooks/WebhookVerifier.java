package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells RevKeen's deliveries from others (section B.27): an HMAC-SHA256 over time and body, in {@code
 * X-Revkeen-Signature}. Give it the raw body as it came, before anything parses it.
 */
public final class WebhookVerifier {
    /** A delivery that was signed longer ago than this, or this far ahead, is not taken. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final List<String> HEADERS = List.of("X-Revkeen-Signature", "x-rk-signature", "revkeen-signature");

    private final List<String> secrets;
    private final Duration tolerance;
    private final InstantSource clock;

    private WebhookVerifier(List<String> secrets, Duration tolerance, InstantSource clock) {
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * With the secret of the endpoint, on the system's clock.
     *
     * @param secret exactly as issued, with its prefix
     */
    public static WebhookVerifier of(String secret) {
        return new WebhookVerifier(List.of(checked(secret)), TOLERANCE, InstantSource.system());
    }

    /** The same, taking this secret too: for the old one while a new one is put in place. */
    public WebhookVerifier or(String secret) {
        List<String> more = new ArrayList<>(secrets);
        more.add(checked(secret));
        return new WebhookVerifier(more, tolerance, clock);
    }

    /** The same with another window than five minutes. */
    public WebhookVerifier within(Duration window) {
        if (window.isNegative()) {
            throw new IllegalArgumentException("the tolerance must not be negative");
        }
        return new WebhookVerifier(secrets, window, clock);
    }

    /** The same on another clock. */
    public WebhookVerifier on(InstantSource other) {
        return new WebhookVerifier(secrets, tolerance, other);
    }

    /**
     * Whether a delivery is RevKeen's, and what it says.
     *
     * @param headers of the request, names in any letter case
     * @param body of the request, byte for byte
     */
    public Webhook verify(Map<String, String> headers, byte[] body) {
        Signature signature = Signature.parse(header(headers));
        if (signature == null) {
            return rejected(Webhook.Reason.NO_SIGNATURE, "The delivery has no usable signature header.");
        }
        if (!signature.fits(secrets, body)) {
            return rejected(
                    Webhook.Reason.WRONG_SIGNATURE,
                    "The delivery is not signed with this endpoint's secret: check the secret, and that the body is given"
                            + " as it came.");
        }
        Duration age = Duration.between(signature.time(), clock.instant()).abs();
        if (age.compareTo(tolerance) > 0) {
            return rejected(
                    Webhook.Reason.OUT_OF_TIME,
                    "The delivery was signed " + age.toSeconds() + " s away from now: check this machine's clock.");
        }
        try {
            return new Webhook.Genuine(WebhookEvent.read(Fields.parse(body)));
        } catch (MalformedReplyException e) {
            return rejected(Webhook.Reason.UNREADABLE, "The delivery is no event of the API: " + e.getMessage());
        }
    }

    private static Webhook rejected(Webhook.Reason reason, String message) {
        return new Webhook.Rejected(reason, message);
    }

    private static @Nullable String header(Map<String, String> headers) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return HEADERS.stream()
                .map(anyCase::get)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private static String checked(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the webhook secret is empty: copy it from where the endpoint was made");
        }
        return secret;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WebhookVerifier[" + secrets.size() + " secrets, within " + tolerance + "]";
    }
}
