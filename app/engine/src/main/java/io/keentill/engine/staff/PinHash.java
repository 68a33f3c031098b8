package io.keentill.engine.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes of PINs in the usual text form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. A PIN has few digits, so
 * that the cost of each guess, the lock-out and the owner-only folder protect it together.
 */
final class PinHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private PinHash() {}

    static String of(String pin, RandomGenerator secureRandom) {
        byte[] salt = new byte[SALT_BYTES];
        secureRandom.nextBytes(salt);
        byte[] hash = argon2(pin, salt, MEMORY_KIB, ITERATIONS, LANES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    static boolean matches(String pin, String stored) {
        String[] parts = stored.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id")) {
            throw new IllegalArgumentException("Not an Argon2id hash");
        }
        int memory = 0;
        int iterations = 0;
        int lanes = 0;
        for (String cost : parts[3].split(",", -1)) {
            int value = Integer.parseInt(cost.substring(2));
            switch (cost.charAt(0)) {
                case 'm' -> memory = value;
                case 't' -> iterations = value;
                case 'p' -> lanes = value;
                default -> throw new IllegalArgumentException("Unknown cost " + cost);
            }
        }
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = argon2(pin, Base64.getDecoder().decode(parts[4]), memory, iterations, lanes);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] argon2(String pin, byte[] salt, int memory, int iterations, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
