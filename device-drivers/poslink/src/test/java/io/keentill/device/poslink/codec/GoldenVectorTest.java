package io.keentill.device.poslink.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes from the examples of the protocol's own description, and from recordings of real terminals. */
class GoldenVectorTest {

    private static final String FS = "\u001c";
    private static final String US = "\u001f";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A00|1.28; K; AkEwMBwxLjI4A0s=",
                "A08|1.28|0|90000; J; AkEwOBwxLjI4HDAcOTAwMDADSg==",
                "A20|1.28|0|||200; K; AkEyMBwxLjI4HDAcHBwyMDADSw==",
                "T00|1.28|01|100||1|||||; C; AlQwMBwxLjI4HDAxHDEwMBwcMRwcHBwcA0M=",
                "T00|1.31|01|100||1||||||; W; AlQwMBwxLjMxHDAxHDEwMBwcMRwcHBwcHANX",
                "A14|1.35; B; AkExNBwxLjM1A0I="
            })
    void requestsOfTheDescription(String body, String check, String base64) {
        String text = body.replace("|", FS);
        Message message =
                Message.parse(text.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
        byte[] frame = Frame.wrap(message);
        assertThat(new String(frame, StandardCharsets.ISO_8859_1)).isEqualTo("\u0002" + text + "\u0003" + check);
        assertThat(Frame.toBase64(message)).isEqualTo(base64);
        assertThat(Frame.fromBase64(base64)).contains(message);
        assertThat(HttpForm.target(message)).isEqualTo("/?" + base64);
    }

    @Test
    void aTimeoutAsATerminalSentIt() {
        String frame = "\u00020" + FS + "T01" + FS + "1.40" + FS + "100001" + FS + "TIMEOUT\u0003&";
        Message message =
                Frame.unwrap(frame.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
        assertThat(message.text(1)).isEqualTo("T01");
        assertThat(message.text(3)).isEqualTo("100001");
        assertThat(message.field(9, 1)).as("it names no payment").isEmpty();
    }

    @Test
    void anApprovalAsATerminalSentIt() {
        String frame = "\u00020|T01|1.32|000000|OK|0~APPROVED~000000~88888888~~|01|522~0~22~0~0~33~12048~2022|"
                + "1111~0~1122~~~~01~~~~1|1~1~20170317003101|~|~~~||\u0003`";
        Message message = Frame.unwrap(frame.replace("|", FS).replace("~", US).getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow();
        assertThat(message.group(7)).containsExactly("522", "0", "22", "0", "0", "33", "12048", "2022");
        assertThat(message.group(9)).containsExactly("1", "1", "20170317003101");
        assertThat(message.group(10)).as("nothing but separators").isEmpty();
    }

    @Test
    void bytesOfAFrame() {
        Message message = Message.request("A00", "1.35", List.of());
        assertThat(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(Frame.wrap(message)))
                .isEqualTo("02 41 30 30 1C 31 2E 33 35 03 47");
    }

    @Test
    void formsOfAnHttpBody() {
        Message message = Message.request("A00", "1.28", List.of());
        byte[] frame = Frame.wrap(message);
        assertThat(Frame.fromHttpBody(frame)).as("the frame itself").contains(message);
        assertThat(Frame.fromHttpBody((new String(frame, StandardCharsets.ISO_8859_1) + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .contains(message);
        assertThat(Frame.fromHttpBody("AkEwMBwx\r\nLjI4A0s\n".getBytes(StandardCharsets.US_ASCII)))
                .as("broken over lines, without padding")
                .contains(message);
        assertThat(Frame.fromHttpBody("<html>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(Frame.fromHttpBody(new byte[0])).isEmpty();
        frame[4] ^= 1;
        assertThat(Frame.fromHttpBody(frame)).as("damaged").isEmpty();
    }

    @Test
    void requestLinesOfHttp() {
        Message message = Message.request("A00", "1.28", List.of());
        assertThat(HttpForm.inRequestLine("GET /?AkEwMBwxLjI4A0s= HTTP/1.1")).contains(message);
        assertThat(HttpForm.inRequestLine("GET ?AkEwMBwxLjI4A0s= HTTP/1.0")).contains(message);
        assertThat(HttpForm.inRequestLine("GET /?AkEwMBwxLjI4A0s%3D HTTP/1.1")).contains(message);
        assertThat(HttpForm.inRequestLine("POST /?AkEwMBwxLjI4A0s= HTTP/1.1")).isEmpty();
        assertThat(HttpForm.inRequestLine("GET /else?AkEwMBwxLjI4A0s= HTTP/1.1"))
                .isEmpty();
        assertThat(HttpForm.inRequestLine("GET /?AkEwMBwxLjI4A0w= HTTP/1.1")).isEmpty();
    }
}
