package io.keentill.device.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceMaskTest {

    private static final String NUMBER = "4761739001010119";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "card 4761739001010119 read",
                "4761 7390 0101 0119",
                "4761-7390-0101-0119",
                "{\"cardPan\":\"4761739001010119\"}",
                "{\"pan\": 4761739001010119}",
                "<PAN>4761739001010119</PAN>",
                "<n:CardNumber type=\"x\">4761739001010119</n:CardNumber>",
                ";4761739001010119=251220100000?",
                "4761739001010119D25122010000012300000",
                "%B4761739001010119^DOE/JANE^25122010000?",
                "pan=4761739001010119&x=1"
            })
    void noCardNumberAndNoTrackIsLeft(String text) {
        String masked = TraceMask.of(text);
        assertThat(masked.replaceAll("[ -]", "")).doesNotContain("47617390", "0101011", "2512", "DOE");
        assertThat(masked).contains("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer s3cr3t.s3cr3t\r\n",
                "{\"serialNumber\":\"1\",\"authToken\":\"s3cr3t\"}",
                "{\"authToken\" : \"s3cr3t\\\"s3cr3t\"}",
                "GET /pair?pairingCode=s3cr3t&tid=12",
                "{\"passphrase\":\"s3cr3t\"",
                "{\"pin\":\"s3cr3t\",\"cvv\":\"s3cr3t\"}",
                "TOKEN=s3cr3t",
                "<Password>s3cr3t</Password>",
                "apiKey=s3cr3t",
                "{\"Track2\":\"s3cr3t\"}"
            })
    void noSecretIsLeft(String text) {
        assertThat(TraceMask.of(text)).doesNotContain("s3cr3t").contains("***");
    }

    @Test
    void whatMattersStays() {
        assertThat(TraceMask.of(
                        "{\"amountTrans\":1000,\"uti\":\"3f2a-77\",\"responseCode\":\"00\",\"rrn\":\"633112345678\"}"))
                .isEqualTo(
                        "{\"amountTrans\":1000,\"uti\":\"3f2a-77\",\"responseCode\":\"00\",\"rrn\":\"633112345678\"}");
        assertThat(TraceMask.of("\u0002T00\u001c1.35\u001c01\u001c1000\u0003x".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("<STX>T00<FS>1.35<FS>01<FS>1000<ETX>x");
        assertThat(TraceMask.of("card 4761739001010119")).isEqualTo("card ************0119");
        assertThat(TraceMask.of("spinning=1 keypad=2 shopping_pint=3"))
                .isEqualTo("spinning=1 keypad=2 shopping_pint=3");
    }

    @Property
    void noRunOfDigitsThatCouldBeACardNumber(
            @ForAll @NumericChars @StringLength(min = 13, max = 19) String digits,
            @ForAll @StringLength(max = 5) String before,
            @ForAll @IntRange(max = 3) int where) {
        String text = switch (where) {
            case 0 -> digits;
            case 1 -> before + "|" + digits + "|" + before;
            case 2 -> "{\"x\":\"" + digits + "\"}";
            default -> "a" + digits + "b";
        };
        assertThat(TraceMask.of(text)).doesNotContainPattern("\\d{13}");
    }
}
