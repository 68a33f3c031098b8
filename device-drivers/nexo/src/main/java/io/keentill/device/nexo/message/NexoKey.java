package io.keentill.device.nexo.message;

import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key material behind a passphrase, and what is done with it (terminal-protocols, NexoCrypto): PBKDF2-HMAC-SHA1 over a
 * fixed salt, 4000 rounds, 80 bytes, of which the first 32 authenticate, the next 32 encrypt and the last 16 start the
 * block chain, mixed with a nonce.
 */
public final class NexoKey {

    /** Bytes of a nonce. */
    public static final int NONCE = 16;

    private static final byte[] SALT = "AdyenNexoV1Salt".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 4000;
    private static final int HMAC = 32;
    private static final int AES = 32;

    private final String identifier;
    private final int version;
    private final byte[] hmac;
    private final byte[] aes;
    private final byte[] iv;

    /**
     * Derives the keys.
     *
     * @param passphrase shared with the terminal; secret, not kept
     * @param identifier of the key, as the terminal knows it
     * @param version of the key, from 0
     */
    public NexoKey(String passphrase, String identifier, int version) {
        this.identifier = identifier;
        this.version = version;
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), SALT, ROUNDS, (HMAC + AES + NONCE) * 8);
        try {
            byte[] all = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded();
            this.hmac = Arrays.copyOfRange(all, 0, HMAC);
            this.aes = Arrays.copyOfRange(all, HMAC, HMAC + AES);
            this.iv = Arrays.copyOfRange(all, HMAC + AES, all.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot derive keys", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** As the terminal knows it. */
    public String identifier() {
        return identifier;
    }

    /** From 0. */
    public int version() {
        return version;
    }

    /** {@code plain} under {@code nonce}. */
    public byte[] encrypt(byte[] plain, byte[] nonce) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt", e);
        }
    }

    /**
     * What was encrypted.
     *
     * @throws UntrustedMessage if it was not encrypted with this key and nonce
     */
    public byte[] decrypt(byte[] secret, byte[] nonce) throws UntrustedMessage {
        if (nonce.length != NONCE) {
            throw new UntrustedMessage(
                    Sentence.of("nexo.answer-its-nonce-has-bytes", "its nonce has {0} bytes", nonce.length));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(secret);
        } catch (GeneralSecurityException e) {
            throw new UntrustedMessage(
                    Sentence.of("nexo.answer-it-was-encrypted-with-another-key", "it was encrypted with another key"));
        }
    }

    /** The proof that {@code plain} was not changed. */
    public byte[] proof(byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hmac, "HmacSHA256"));
            return mac.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot authenticate", e);
        }
    }

    /** Whether {@code proof} is that of {@code plain}; takes the same time for any wrong one. */
    public boolean proves(byte[] proof, byte[] plain) {
        return MessageDigest.isEqual(proof, proof(plain));
    }

    /** Its name, never the key. */
    @Override
    public String toString() {
        return "key " + identifier + ", version " + version;
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        byte[] start = iv.clone();
        for (int i = 0; i < NONCE; i++) {
            start[i] ^= nonce[i];
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(aes, "AES"), new IvParameterSpec(start));
        return cipher;
    }
}
