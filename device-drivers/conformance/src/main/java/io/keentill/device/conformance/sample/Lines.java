package io.keentill.device.conformance.sample;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Lines over a link: fields with bars between them, a checksum at the end. What does not add up is no line. */
final class Lines {

    private static final int LONGEST = 200;

    private final Link link;
    private final StringBuilder pending = new StringBuilder();

    Lines(Link link) {
        this.link = link;
    }

    void send(String... fields) throws LinkException {
        link.write(encode(fields));
    }

    /** The next line, its fields without the checksum; empty if none came in time. */
    Optional<List<String>> receive(Deadline deadline) throws LinkException {
        while (true) {
            int end = pending.indexOf("\n");
            if (end >= 0) {
                String line = pending.substring(0, end);
                pending.delete(0, end + 1);
                Optional<List<String>> fields = decode(line);
                if (fields.isPresent()) {
                    return fields;
                }
            } else if (pending.length() > LONGEST) {
                throw new LinkException("What answers is no terminal of this kind");
            } else if (deadline.passed()) {
                return Optional.empty();
            } else {
                byte[] some = new byte[256];
                int count = link.read(some, deadline.left());
                pending.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
            }
        }
    }

    static byte[] encode(String... fields) {
        String text = String.join("|", fields);
        return (text + "|" + checksum(text) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<List<String>> decode(String line) {
        int bar = line.lastIndexOf('|');
        return bar > 0 && line.substring(bar + 1).equals(checksum(line.substring(0, bar)))
                ? Optional.of(Arrays.asList(line.substring(0, bar).split("\\|", -1)))
                : Optional.empty();
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(crc.getValue());
    }
}
