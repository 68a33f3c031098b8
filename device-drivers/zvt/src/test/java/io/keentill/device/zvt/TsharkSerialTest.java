package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Tshark;
import io.keentill.device.zvt.kit.Vectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent decoder reads the frames of a serial line. */
class TsharkSerialTest {

    @BeforeEach
    void needsTshark() {
        Tshark.assumeInstalled();
    }

    @Test
    void vectorsDecodeWithoutComplaint(@TempDir Path dir) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        Vectors.all()
                .forEach(
                        vector -> frames.add(Bytes.hex((String) vector.get()[1]).toArray()));
        check(dir, frames);
    }

    @Test
    void soDoesEverythingThatDriverAndEmulatorSay(@TempDir Path dir) throws Exception {
        Cutter out = new Cutter();
        Cutter in = new Cutter();
        try (Bench bench = Bench.serial(Bench.settings())) {
            bench.wrap = link -> new Tap(link, out, in);
            TsharkTest.everything(bench);
        }
        assertThat(out.frames).hasSizeGreaterThan(100);
        assertThat(in.frames).hasSizeGreaterThan(100);
        List<byte[]> all = new ArrayList<>(out.frames);
        all.addAll(in.frames);
        check(dir, all);
    }

    private static void check(Path dir, List<byte[]> frames) throws Exception {
        byte[] capture = capture(frames);
        assertThat(Tshark.read(dir, capture, "_ws.malformed || _ws.expert")).isEmpty();
        List<String> lines = Tshark.read(dir, capture, "zvt", "-T", "fields", "-e", "zvt.serial_char", "-e", "zvt.crc");
        assertThat(lines).hasSameSizeAs(frames);
        int whole = 0;
        for (int i = 0; i < frames.size(); i++) {
            byte[] frame = frames.get(i);
            if (frame.length == 1) {
                assertThat(lines.get(i).strip()).isEqualTo("0x%02x".formatted(frame[0]));
            } else if (!hasDoubled(frame)) {
                // This decoder counts a doubled 10 twice, and so loses its place behind one.
                int crc = frame[frame.length - 2] & 0xFF | (frame[frame.length - 1] & 0xFF) << 8;
                assertThat(lines.get(i))
                        .as(HexFormat.ofDelimiter(" ").formatHex(frame))
                        .isEqualTo("0x10,0x02,0x10,0x03\t0x%04x".formatted(crc));
                whole++;
            }
        }
        assertThat(whole).as("frames read from end to end").isGreaterThanOrEqualTo(5);
    }

    private static boolean hasDoubled(byte[] frame) {
        for (int i = 2; i < frame.length - 4; i++) {
            if (frame[i] == 0x10) {
                return true;
            }
        }
        return false;
    }

    private static byte[] capture(List<byte[]> frames) {
        int size = frames.stream().mapToInt(frame -> 16 + frame.length).sum();
        ByteBuffer file = ByteBuffer.allocate(24 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        file.putInt(65_535).putInt(Tshark.SERIAL_LINE);
        for (int i = 0; i < frames.size(); i++) {
            byte[] frame = frames.get(i);
            file.putInt(i).putInt(0).putInt(frame.length).putInt(frame.length).put(frame);
        }
        return file.array();
    }

    /** Cuts what goes one way into frames and acknowledgements. */
    private static final class Cutter {

        private final List<byte[]> frames = new ArrayList<>();
        private byte[] rest = {};

        synchronized void add(byte[] bytes, int count) {
            int before = rest.length;
            rest = Arrays.copyOf(rest, before + count);
            System.arraycopy(bytes, 0, rest, before, count);
            for (int end = end(); end > 0; end = end()) {
                frames.add(Arrays.copyOf(rest, end));
                rest = Arrays.copyOfRange(rest, end, rest.length);
            }
        }

        /** Where the first one ends; 0 if it is not whole. */
        private int end() {
            if (rest.length > 0 && rest[0] != 0x10) {
                return 1;
            }
            for (int i = 2; i + 3 < rest.length; i++) {
                if (rest[i] == 0x10 && rest[i + 1] == 0x03) {
                    return i + 4;
                }
                i += rest[i] == 0x10 ? 1 : 0;
            }
            return 0;
        }
    }

    private record Tap(Link link, Cutter out, Cutter in) implements Link {

        @Override
        public void write(byte[] bytes) throws LinkException {
            out.add(bytes, bytes.length);
            link.write(bytes);
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            int count = link.read(into, atMost);
            in.add(into, count);
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
