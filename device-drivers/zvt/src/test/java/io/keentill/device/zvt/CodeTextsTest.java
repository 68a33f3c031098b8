package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Progress;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of PA00P015 has a sentence of its own. */
class CodeTextsTest {

    private static final String RESULTS =
            "64 65 66 67 68 6A 6B 6C 6E 6F 71 72 73 74 75 76 77 78 79 7A 7B 7C 7D 7E 83 85 89"
                    + " 9A 9B 9C A0 A1 A3 A5 B1 B2 B4 B5 B7 B8 C0 C1 C2 C3 C4 C5 C6 C8 C9 CB CC CD D2 DC DD DE E0 E2 E4 E7 E8 E9"
                    + " EA EB EC ED F0 F1 F5 F6 FA FB FC FD FE FF";
    private static final String CONDITIONS = "51 62 C2 CC DC DF F0";
    private static final String PROGRESS =
            "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18 19 1A"
                    + " 1B 1C 1D 26 27 28 29 2A 2B 2C 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F 50 51 52 53 54 55 56 57 58 59 5A"
                    + " 5B 5C 5D 5E 66 67 68 69 6A 6B 6C 6D C7 C8 C9 CA CB CC D2 D3 E0 E1 E2 F1 F2 F3";

    @Test
    void everyResultCodeSaysWhatHappened() {
        String unknown = ResultCode.of(0xBE).message().toString().replace("BE", "");
        for (String code : RESULTS.split(" ")) {
            ResultCode result = ResultCode.of(HexFormat.fromHexDigits(code));
            assertThat(result.message().toString().replace(code, ""))
                    .as(code)
                    .isNotEqualTo(unknown)
                    .hasSizeGreaterThan(20);
            assertThat(result.kind()).as(code).isNotEqualTo(ResultCode.Kind.APPROVED);
        }
        for (String code : CONDITIONS.split(" ")) {
            assertThat(FailureTexts.of(HexFormat.fromHexDigits(code)).toString().replace(code, ""))
                    .as(code)
                    .isNotEqualTo(unknown);
        }
        for (int code = 1; code <= 0x63; code++) {
            assertThat(ResultCode.of(code).kind()).isEqualTo(ResultCode.Kind.DECLINED);
        }
    }

    @Test
    void everyIntermediateCodeSaysWhatGoesOn() {
        String unknown = IntermediateTexts.of(0x99).text().toString();
        for (String code : PROGRESS.split(" ")) {
            Progress progress = IntermediateTexts.of(HexFormat.fromHexDigits(code));
            assertThat(progress.text().toString()).as(code).isNotBlank().doesNotStartWith(unknown);
        }
        assertThat(IntermediateTexts.of(0x4A).text().toString()).isEqualTo("Take the card out");
        assertThat(IntermediateTexts.of(0x4B).text().toString()).isEqualTo("Take the card out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF 06 06 24 04 07 02 81 9C", "FF 03 06 06 24 04 07 02 81 9C"})
    void wordsOfTheTerminalAreReadWithAndWithoutATime(String data) {
        Apdu message = new Apdu(Command.INTERMEDIATE, Bytes.hex(data));
        assertThat(IntermediateTexts.of(message, CharacterSet.STANDARD).text().toString())
                .isEqualTo("ü£");
    }

    @Test
    void namesOfCharacterSetsWin() {
        Apdu message = new Apdu(Command.INTERMEDIATE, Bytes.hex("FF 06 0A 14 01 FE 24 05 07 03 E2 82 AC"));
        assertThat(IntermediateTexts.of(message, CharacterSet.STANDARD).text().toString())
                .isEqualTo("€");
    }
}
