package io.keentill.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash that chains journal entries. Every field is written as its length in four bytes and then its UTF-8 bytes, so
 * that no two different entries give the same bytes.
 */
final class JournalHash {

    /** What stands in place of the hash before the first entry. */
    static final String START = "0".repeat(64);

    private JournalHash() {}

    /** The hash that an entry with these fields must have. */
    static String of(JournalEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        append(bytes, entry.previous());
        append(bytes, Long.toString(entry.seq()));
        append(bytes, Long.toString(Instants.toNanos(entry.at())));
        append(bytes, entry.type());
        append(bytes, entry.actor());
        append(bytes, entry.subject());
        append(bytes, entry.detail());
        return HexFormat.of().formatHex(sha256().digest(bytes.toByteArray()));
    }

    private static void append(ByteArrayOutputStream bytes, String field) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
