package io.keentill.revkeen.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body (RFC 7578), made whole in memory so that it can be frozen. The boundary follows from
 * the content, so equal forms give equal bytes and a repeat under the same key is the same request.
 */
public final class Upload {
    private static final String LINE = "\r\n";
    private final List<byte[]> parts = new ArrayList<>();

    /** Adds a plain field; null adds nothing. */
    public Upload field(String name, @Nullable String value) {
        if (value != null) {
            add("name=\"" + quoted(name) + "\"", value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Adds a file of this media type. */
    public Upload file(String name, String fileName, String type, byte[] content) {
        add(
                "name=\"" + quoted(name) + "\"; filename=\"" + quoted(fileName) + "\"" + LINE + "Content-Type: " + type,
                content);
        return this;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary();
    }

    /** The whole body. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String dashes = "--" + boundary();
        for (byte[] part : parts) {
            out.writeBytes(ascii(dashes + LINE));
            out.writeBytes(part);
            out.writeBytes(ascii(LINE));
        }
        out.writeBytes(ascii(dashes + "--" + LINE));
        return out.toByteArray();
    }

    private void add(String disposition, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(
                ("Content-Disposition: form-data; " + disposition + LINE + LINE).getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        parts.add(part.toByteArray());
    }

    /** The first of a row of boundaries, begun at the content's checksum, that the content does not hold. */
    private String boundary() {
        CRC32 sum = new CRC32();
        parts.forEach(sum::update);
        String all = new String(joined(), StandardCharsets.ISO_8859_1);
        long next = sum.getValue();
        String boundary = "keentill-" + next;
        while (all.contains(boundary)) {
            boundary = "keentill-" + ++next;
        }
        return boundary;
    }

    private byte[] joined() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** As browsers do: what would end the quoted text or the line is percent-encoded. */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
