package io.keentill.device.nexo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names of exchanges: up to ten characters, never twice within 48 hours. */
final class ServiceId {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private ServiceId() {}

    /** Always the same for the same reference, so that it is never lost: 50 bits of its hash. */
    static String of(String reference) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("keentill nexo " + reference).getBytes(StandardCharsets.UTF_8));
            StringBuilder id = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                id.append(ALPHABET.charAt(hash[i] & 31));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
