package io.keentill.engine.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells secrets apart without keeping them: 32 of 256 bits of a hash, from which nothing can be worked out. */
final class Fingerprint {

    private static final int HEX_DIGITS = 8;

    private Fingerprint() {}

    static String of(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("keentill credentials " + secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
