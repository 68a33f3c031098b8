package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key never goes to the wrong place. */
class KeyPlacementTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.revkeen.com/v2, rk_sandbox_abcdef",
        "https://API.revkeen.com/v2, whatever_abcdef",
        "https://staging-api.revkeen.com/v2, rk_live_abcdef",
        "https://sandbox-api.revkeen.com/v2, rk_live_abcdef",
        "https://mock-api.revkeen.com/v2, rk_live_abcdef",
        "http://api.revkeen.com/v2, rk_live_abcdef",
        "https://shop.example/v2, rk_sandbox_abcdef",
        "http://192.168.0.9:8080/v2, rk_sandbox_abcdef",
        "http://127.0.0.1.evil.example/v2, rk_sandbox_abcdef",
        "http://localhost@evil.example/v2, rk_sandbox_abcdef",
        "ftp://localhost/v2, rk_sandbox_abcdef",
        "nonsense, rk_sandbox_abcdef",
        "http://localhost:1/v2, abc123"
    })
    void refused_without_showing_the_key(String url, String key) {
        assertThatThrownBy(() -> RevKeen.at(url, key))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(key);
    }

    @Test
    void a_key_with_a_line_break_is_refused() {
        assertThatThrownBy(() -> RevKeen.live("rk_live_abc\ndef")).hasMessageContaining("line breaks");
    }

    @Test
    void allowed() {
        RevKeen.live("rk_live_abcdef").close();
        RevKeen.staging("rk_sandbox_abcdef").close();
        RevKeen.at("http://localhost:8080/v2/", "anything-goes").close();
        var trusting = RevKeenOptions.builder().trustCustomHost(true).build();
        RevKeen.at("http://192.168.0.9:8080/v2", "rk_sandbox_abcdef", trusting).close();
        assertThatThrownBy(() -> RevKeen.at("http://192.168.0.9/v2", "rk_live_abcdef", trusting))
                .hasMessageContaining("https");
        assertThat(RevKeen.live("rk_live_abcdef")).hasToString("RevKeen at https://api.revkeen.com/v2");
    }
}
