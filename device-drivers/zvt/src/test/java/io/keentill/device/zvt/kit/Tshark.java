package io.keentill.device.zvt.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Wireshark's decoder of ZVT, which owes nothing to ours. */
public final class Tshark {

    /** Packets of link type 147 are frames of a serial line. */
    public static final int SERIAL_LINE = 147;

    private static final Path TSHARK = Path.of("/usr/bin/tshark");
    private static final String SERIAL_IS_ZVT = "uat:user_dlts:\"User 0 (DLT=147)\",\"zvt\",\"0\",\"\",\"0\",\"\"";

    private Tshark() {}

    /** Skips the test where it is missing. */
    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(TSHARK), "tshark is not installed");
    }

    /** What it prints for the packets of {@code capture} that {@code filter} lets through, one line each. */
    public static List<String> read(Path dir, byte[] capture, String filter, String... options)
            throws IOException, InterruptedException {
        Path file = dir.resolve("zvt.pcap");
        Path out = dir.resolve("out.txt");
        Path err = dir.resolve("err.txt");
        Files.write(file, capture);
        List<String> command = new ArrayList<>(List.of(TSHARK.toString(), "-n", "-r", file.toString()));
        command.addAll(List.of("-d", "tcp.port==20007,zvt", "-o", SERIAL_IS_ZVT, "-Y", filter));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }
}
