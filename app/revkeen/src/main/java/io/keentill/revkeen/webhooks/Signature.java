package io.keentill.revkeen.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A signature header: {@code t=<unix seconds>,v1=<hex>}, with several {@code v1} while a secret is exchanged. Parts of
 * other names belong to schemes that we do not know, and are let be.
 */
record Signature(Instant time, String stamp, List<byte[]> digests) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 4_096;

    /** The signature in this header; null when it is none. */
    static @Nullable Signature parse(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return null;
        }
        String stamp = null;
        List<byte[]> digests = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String trimmed = part.strip();
            if (trimmed.matches("t=[0-9]{1,12}") && stamp == null) {
                stamp = trimmed.substring(2);
            } else if (trimmed.matches("v1=[0-9a-fA-F]{64}")) {
                digests.add(HexFormat.of().parseHex(trimmed.substring(3)));
            }
        }
        if (stamp == null || digests.isEmpty()) {
            return null;
        }
        return new Signature(Instant.ofEpochSecond(Long.parseLong(stamp)), stamp, digests);
    }

    /** Whether any of the digests is that of the body under any of the secrets; takes as long when none is. */
    boolean fits(List<String> secrets, byte[] body) {
        boolean fits = false;
        for (String secret : secrets) {
            byte[] right = digest(secret, body);
            for (byte[] given : digests) {
                fits |= MessageDigest.isEqual(right, given);
            }
        }
        return fits;
    }

    private byte[] digest(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((stamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }
}
