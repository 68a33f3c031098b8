package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void oneSecretHasAlwaysTheSameOneAndAnotherHasAnother() {
        assertThat(Fingerprint.of("rk_live_1")).isEqualTo(Fingerprint.of("rk_live_1"));
        assertThat(Fingerprint.of("rk_live_1")).isNotEqualTo(Fingerprint.of("rk_live_2"));
    }

    /** It is stored: a till that came to another one would doubt every key that it has. */
    @Test
    void itIsTheBeginningOfTheHashAndTooShortToTellTheSecret() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest("keentill credentials rk_live_1".getBytes(StandardCharsets.UTF_8));
        String hex = String.format("%064x", new BigInteger(1, hash));
        assertThat(Fingerprint.of("rk_live_1")).hasSize(8).isEqualTo(hex.substring(0, 8));
    }
}
