package io.keentill.device.zvt.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.ApduReader;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.SerialFrame;
import io.keentill.device.zvt.kit.SerialLine;
import io.keentill.device.zvt.kit.Vectors;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published vectors as they leave and arrive, whole and byte by byte, acknowledgements included. */
class TransportVectorTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final SerialTimings TIMINGS = new SerialTimings(SOON, SOON, 2);

    static Stream<Arguments> vectors() {
        return Vectors.all();
    }

    private final SerialLine line = new SerialLine();
    private final Link terminal = line.terminal();

    @ParameterizedTest
    @MethodSource("vectors")
    void overASerialLine(String message, String frame) throws LinkException {
        ApduTransport till = ApduTransport.over(new OneByOne(line.till(), "serial"), TIMINGS);
        terminal.write(new byte[] {SerialFrame.ACK});
        assertThat(till.send(apdu(message))).as("sent again").isZero();
        assertThat(till.confirmsDelivery()).isTrue();
        assertThat(heard()).isEqualTo(frame);

        terminal.write(Bytes.hex(frame).toArray());
        assertThat(till.receive(SOON)).isEqualTo(apdu(message));
        assertThat(heard()).as("acknowledged").isEqualTo("06");

        byte[] damaged = Bytes.hex(frame).toArray();
        damaged[damaged.length - 1] ^= 1;
        terminal.write(damaged);
        terminal.write(Bytes.hex(frame).toArray());
        assertThat(till.receive(SOON)).isEqualTo(apdu(message));
        assertThat(heard()).as("refused, then acknowledged").isEqualTo("15 06");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void overTcp(String message, String frame) throws LinkException {
        ApduTransport till = ApduTransport.over(new OneByOne(line.till(), "tcp"), TIMINGS);
        assertThat(till.send(apdu(message))).isZero();
        assertThat(heard()).as("bare").isEqualTo(message).isNotEqualTo(frame);
        terminal.write(Bytes.hex(message + " " + message).toArray());
        assertThat(till.receive(SOON)).isEqualTo(apdu(message));
        assertThat(till.receive(SOON)).isEqualTo(apdu(message));
        assertThat(till.receive(Duration.ZERO)).isNull();
        assertThat(heard()).as("nothing is acknowledged").isEmpty();
    }

    private static Apdu apdu(String message) {
        return Objects.requireNonNull(ApduReader.whole(Bytes.hex(message)));
    }

    private String heard() throws LinkException {
        byte[] buffer = new byte[256];
        int count = terminal.read(buffer, Duration.ZERO);
        return Bytes.copyOf(buffer, count).toHex();
    }

    /** A link that gives one byte at a time. */
    private record OneByOne(Link link, String kind) implements Link {

        @Override
        public void write(byte[] bytes) throws LinkException {
            link.write(bytes);
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            byte[] one = new byte[1];
            int count = link.read(one, atMost);
            into[0] = count > 0 ? one[0] : into[0];
            return count;
        }

        @Override
        public LinkAddress address() {
            return new LinkAddress(kind, "vectors", Map.of());
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
