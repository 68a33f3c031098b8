package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent decoder reads what driver and emulator say to each other. */
class TsharkTest {

    private static final Path TSHARK = Path.of("/usr/bin/tshark");

    @Test
    void ourMessagesDecodeWithoutComplaint(@TempDir Path dir) throws Exception {
        assumeTrue(Files.isExecutable(TSHARK), "tshark is not installed");
        Capture capture = new Capture();
        try (Bench bench = Bench.tcp(Bench.settings())) {
            bench.wrap = link -> new Tap(link, capture);
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
            bench.terminal.status();
            bench.terminal.settle(Currency.getInstance("EUR"));
        }
        Path file = dir.resolve("zvt.pcap");
        Files.write(file, capture.bytes());
        assertThat(tshark(dir, file, "zvt"))
                .as("packets read as ZVT")
                .hasSize(capture.packets - capture.unknownToTshark);
        assertThat(tshark(dir, file, "_ws.malformed || _ws.expert.group == \"Malformed\""))
                .isEmpty();
        assertThat(tshark(dir, file, "zvt.control_field == 0x0601")).hasSize(1);
        assertThat(tshark(dir, file, "zvt.control_field == 0x040f")).hasSizeGreaterThan(1);
    }

    private static String[] tshark(Path dir, Path file, String filter) throws IOException, InterruptedException {
        Path out = dir.resolve("out.txt");
        Process process = new ProcessBuilder(
                        TSHARK.toString(), "-n", "-r", file.toString(), "-d", "tcp.port==20007,zvt", "-Y", filter)
                .redirectOutput(out.toFile())
                .redirectError(dir.resolve("err.txt").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(dir.resolve("err.txt")))
                .isZero();
        return Files.readAllLines(out).toArray(String[]::new);
    }

    /** A capture file of bare IPv4 packets with one TCP connection, port 20007 being the terminal's. */
    private static final class Capture {

        private final ByteBuffer file = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
        private int packets;
        /** Its dissector has no entry for 05 01 and 06 20 and leaves them to others. */
        private int unknownToTshark;

        private int outSequence = 1;
        private int inSequence = 1;

        Capture() {
            file.putInt(0xA1B2C3D4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putInt(0)
                    .putInt(0);
            file.putInt(65_535).putInt(228);
        }

        synchronized void add(boolean out, byte[] data) {
            int command = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
            unknownToTshark += command == Command.STATUS_ENQUIRY || command == Command.REPEAT_RECEIPT ? 1 : 0;
            int length = 40 + data.length;
            file.putInt(packets++).putInt(0).putInt(length).putInt(length);
            file.order(ByteOrder.BIG_ENDIAN);
            file.putShort((short) 0x4500).putShort((short) length).putInt(0).putInt(0x40060000);
            file.putInt(0x7F000001).putInt(0x7F000001);
            file.putShort((short) (out ? 40_000 : 20_007)).putShort((short) (out ? 20_007 : 40_000));
            file.putInt(out ? outSequence : inSequence).putInt(out ? inSequence : outSequence);
            file.putInt(0x50181000).putInt(0).put(data).order(ByteOrder.LITTLE_ENDIAN);
            if (out) {
                outSequence += data.length;
            } else {
                inSequence += data.length;
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(file.array(), file.position());
        }
    }

    private record Tap(Link link, Capture capture) implements Link {

        @Override
        public void write(byte[] bytes) throws LinkException {
            capture.add(true, bytes);
            link.write(bytes);
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            int count = link.read(into, atMost);
            if (count > 0) {
                capture.add(false, Arrays.copyOf(into, count));
            }
            return count;
        }

        @Override
        public LinkAddress address() {
            return link.address();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
