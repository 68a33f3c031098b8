package io.keentill.device.poslink.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.FrameDecoder;
import io.keentill.device.poslink.codec.FrameDecoder.Event;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.kit.Bench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulated terminal as a stranger's till sees it, byte by byte over a plain socket. */
@Timeout(60)
class StrictTerminalTest {

    private static final Event ACK = new Event.Sign(Control.ACK);
    private static final Event NAK = new Event.Sign(Control.NAK);
    private static final Event EOT = new Event.Sign(Control.EOT);

    private static final class Stranger implements AutoCloseable {

        private final Socket socket;
        private final FrameDecoder decoder = new FrameDecoder();

        Stranger(PoslinkEmulator emulator) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port());
            socket.setSoTimeout(15_000);
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        void send(int control) throws IOException {
            socket.getOutputStream().write(control);
        }

        Event hear() throws IOException {
            while (true) {
                int next = socket.getInputStream().read();
                assertThat(next).as("the terminal hung up").isNotNegative();
                Event event = decoder.accept(next);
                if (event != null) {
                    return event;
                }
            }
        }

        Message answer() throws IOException {
            assertThat(hear()).isEqualTo(ACK);
            Event event = hear();
            assertThat(event).isInstanceOf(Event.Whole.class);
            return ((Event.Whole) event).message();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Message message(String text) {
        String body = text.replace('|', Control.FS).replace('~', Control.US);
        return Message.parse(body.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
    }

    private static PoslinkEmulator emulator() throws IOException {
        return PoslinkEmulator.tcp(0, Bench.profile(), Bench.traits());
    }

    @Test
    void aSaleInItsOrder() throws IOException {
        try (PoslinkEmulator emulator = emulator();
                Stranger till = new Stranger(emulator)) {
            till.send(Control.ENQ);
            assertThat(till.hear()).isEqualTo(ACK);
            till.send(Frame.wrap(message("T00|1.35|01|1000||R1|||||")));
            Message answer = till.answer();
            assertThat(answer.text(1)).isEqualTo("T01");
            assertThat(answer.text(3)).isEqualTo("000000");
            assertThat(answer.text(7)).isEqualTo("1000");
            assertThat(answer.field(9, 1)).isEqualTo("R1");
            till.send(Control.ACK);
            assertThat(till.hear()).isEqualTo(EOT);
            assertThat(emulator.terminal().acquirer().cardMinor()).isEqualTo(1000);
        }
    }

    @Test
    void wrongCheckBytesAreRefusedThreeTimes() throws IOException {
        try (PoslinkEmulator emulator = emulator();
                Stranger till = new Stranger(emulator)) {
            byte[] frame = Frame.wrap(message("T00|1.35|01|1000||R1|||||"));
            frame[frame.length - 1] ^= 1;
            for (Event expected : List.of(NAK, NAK, NAK, EOT)) {
                till.send(frame);
                assertThat(till.hear()).isEqualTo(expected);
            }
            assertThat(emulator.terminal().acquirer().all()).isEmpty();
        }
    }

    @Test
    void anAnswerIsRepeatedUntilItIsAcknowledged() throws IOException {
        try (PoslinkEmulator emulator = PoslinkEmulator.tcp(0, Bench.profile(), Bench.insistent());
                Stranger till = new Stranger(emulator)) {
            till.send(Frame.wrap(message("A00|1.35")));
            Message first = till.answer();
            till.send(Control.NAK);
            assertThat(till.hear()).isEqualTo(new Event.Whole(first));
            assertThat(till.hear()).as("silence counts as NAK").isEqualTo(new Event.Whole(first));
        }
        try (PoslinkEmulator emulator = emulator();
                Stranger till = new Stranger(emulator)) {
            till.send(Frame.wrap(message("A00|1.35")));
            Message first = till.answer();
            till.send(Control.NAK);
            assertThat(till.hear()).isEqualTo(new Event.Whole(first));
            till.send(Control.ACK);
            assertThat(till.hear()).as("said no more").isEqualTo(EOT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "T00|1.35|01|1000; 100003",
                "T00|1.35|01|1000||R1|||||||; 100003",
                "T00|1.35|01|10.00||R1|||||; 100003",
                "T00|1.35|01|||R1|||||; 100003",
                "T00|1.35|01|0||R1|||||; 100003",
                "T00|1.35|01|1000|||||||; 100003",
                "T00|1.35|01|1000||01234567890123456|||||; 100003",
                "T00|1.35|01|1000|4761739001010119|R1|||||; 100003",
                "T00|1.35|01|1000|~~~~~1|R1|||||; 100003",
                "T00|1.35|77|1000||R1|||||; 100004",
                "T00|1.35|16|1000||R1~~~9|||||; 100023",
                "T00|9|01|1000||R1|||||; 100003",
                "Z98|1.35; 100004",
                "B00|1.35|today; 100003",
                "R02|1.35|99||||||||; 100003",
                "R02|1.35|00||||||NOBODY|; 100023"
            })
    void malformedCommandsAreSaidToBe(String command, String code) throws IOException {
        try (PoslinkEmulator emulator = emulator();
                Stranger till = new Stranger(emulator)) {
            till.send(Frame.wrap(message(command)));
            assertThat(till.answer().text(3)).isEqualTo(code);
            assertThat(emulator.terminal().acquirer().all()).isEmpty();
        }
    }

    @Test
    void aReferenceIsTakenOnce() throws IOException {
        try (PoslinkEmulator emulator = emulator()) {
            for (String code : List.of("000000", "100011")) {
                try (Stranger till = new Stranger(emulator)) {
                    till.send(Frame.wrap(message("T00|1.35|01|1000||R1|||||")));
                    Message answer = till.answer();
                    assertThat(answer.text(3)).isEqualTo(code);
                    assertThat(answer.field(9, 0)).as("the original").isEqualTo("1");
                    till.send(Control.ACK);
                }
            }
            assertThat(emulator.terminal().acquirer().cardMinor()).isEqualTo(1000);
        }
    }

    @Test
    void overHttpToo() throws IOException {
        try (PoslinkEmulator emulator = PoslinkEmulator.http(0, Bench.profile(), Bench.traits());
                Stranger till = new Stranger(emulator)) {
            till.send("GET /?AkEwMBwxLjI4A0s= HTTP/1.1\r\nHost: terminal\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(till.socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(Frame.fromBase64(body).orElseThrow().text(1)).isEqualTo("A01");
        }
        try (PoslinkEmulator emulator = PoslinkEmulator.http(0, Bench.profile(), Bench.traits());
                Stranger till = new Stranger(emulator)) {
            till.send("GET /?nonsense HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(till.socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
    }
}
