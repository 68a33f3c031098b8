package io.keentill.device.poslink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The reference under which the terminal keeps a payment (ecrRef). Ours where it fits; otherwise made from ours, always the
 * same and, for all that can happen, unique: 75 bits of its SHA-256.
 */
final class EcrReference {

    /** Most characters that every terminal is believed to keep. */
    static final int LONGEST = 16;

    private static final Pattern FITS = Pattern.compile("[0-9A-Za-z-]{1," + LONGEST + "}");
    /** No I, L, O and U: it may have to be read from a slip. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final char MADE = 'K';

    private EcrReference() {}

    /** Whether a terminal keeps this as it is. */
    static boolean fits(String reference) {
        return FITS.matcher(reference).matches();
    }

    /** The terminal's reference for our {@code reference}. */
    static String of(String reference) {
        if (fits(reference)) {
            return reference;
        }
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        StringBuilder text = new StringBuilder().append(MADE);
        long bits = 0;
        int held = 0;
        for (int i = 0; text.length() < LONGEST; ) {
            if (held < 5) {
                bits = (bits << 8) | (hash[i++] & 0xFF);
                held += 8;
            }
            held -= 5;
            text.append(ALPHABET.charAt((int) ((bits >> held) & 31)));
        }
        return text.toString();
    }
}
