package io.keentill.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash that chains what is never to change. Every field is written as its length in four bytes and then its UTF-8
 * bytes, so that no two different rows give the same bytes.
 */
final class ChainHash {

    /** What stands in place of the hash before the first row. */
    static final String START = "0".repeat(64);

    private ChainHash() {}

    /** SHA-256 over these fields in their sequence, in lower-case hex. */
    static String of(String... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String field : fields) {
            append(bytes, field);
        }
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
