package io.keentill.device.nexo;

import io.keentill.device.link.SecretStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with one terminal, as it is kept now. Its key takes milliseconds to derive and is wanted in each call, so it
 * is derived again only when what is kept has changed. Thread-safe.
 */
final class Agreement {

    private final SecretStore secrets;
    private final String device;
    private @Nullable Derived last;

    /** {@code of} is a digest of what the terms were derived from: the passphrase itself is not kept in memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Derived(byte[] of, Terms terms) {}

    Agreement(SecretStore secrets, String device) {
        this.secrets = secrets;
        this.device = device;
    }

    /** The terms; empty before pairing. */
    synchronized Optional<Terms> read() throws IOException {
        Optional<Terms.Kept> kept = Terms.read(secrets, device);
        if (kept.isEmpty()) {
            last = null;
            return Optional.empty();
        }
        byte[] digest = digest(kept.get());
        Derived known = last;
        if (known == null || !MessageDigest.isEqual(known.of(), digest)) {
            known = new Derived(digest, kept.get().derived());
            last = known;
        }
        return Optional.of(known.terms());
    }

    private static byte[] digest(Terms.Kept kept) {
        String all = String.join("\0", kept.poiId(), kept.identifier(), kept.version(), kept.passphrase());
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
