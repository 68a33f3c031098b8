package io.keentill.device.nexo.message;

import io.keentill.domain.text.Sentence;
import java.util.Base64;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message on the wire: its header in clear, all of it once more encrypted, and a trailer that proves it
 * (terminal-protocols, NexoCrypto). Only what was encrypted is ever believed.
 */
public final class Envelope {

    private static final int CRYPTO_VERSION = 1;

    private Envelope() {}

    /**
     * Seals a message.
     *
     * @param message {@code {"SaleToPOIRequest": {"MessageHeader": …, …}}} or the response
     * @param random for the nonce; must be cryptographically strong
     */
    public static ObjectNode seal(ObjectNode message, NexoKey key, RandomGenerator random) {
        String root = root(message);
        byte[] plain = Json.bytes(message);
        byte[] nonce = new byte[NexoKey.NONCE];
        random.nextBytes(nonce);
        ObjectNode sealed = Json.object();
        ObjectNode body = sealed.putObject(root);
        body.set("MessageHeader", message.path(root).path("MessageHeader"));
        body.put("NexoBlob", Base64.getEncoder().encodeToString(key.encrypt(plain, nonce)));
        body.putObject("SecurityTrailer")
                .put("KeyVersion", key.version())
                .put("KeyIdentifier", key.identifier())
                .put("Hmac", Base64.getEncoder().encodeToString(key.proof(plain)))
                .put("Nonce", Base64.getEncoder().encodeToString(nonce))
                .put("AdyenCryptoVersion", CRYPTO_VERSION);
        return sealed;
    }

    /**
     * Opens a sealed message and gives what was encrypted.
     *
     * @throws UntrustedMessage if it is malformed, under another key, or changed
     */
    public static ObjectNode open(ObjectNode sealed, NexoKey key) throws UntrustedMessage {
        String root = root(sealed);
        JsonNode body = sealed.path(root);
        JsonNode trailer = body.path("SecurityTrailer");
        if (root.isEmpty() || !body.path("NexoBlob").isString()) {
            throw new UntrustedMessage(Sentence.of("nexo.answer-it-is-not-encrypted", "it is not encrypted"));
        }
        if (trailer.path("AdyenCryptoVersion").asInt(0) != CRYPTO_VERSION
                || trailer.path("KeyVersion").asInt(-1) != key.version()
                || !trailer.path("KeyIdentifier").asString("").equals(key.identifier())) {
            throw new UntrustedMessage(
                    Sentence.of("nexo.answer-it-is-under-another-key-than", "it is under another key than {0}", key));
        }
        byte[] plain = key.decrypt(base64(body.path("NexoBlob")), base64(trailer.path("Nonce")));
        if (!key.proves(base64(trailer.path("Hmac")), plain)) {
            throw new UntrustedMessage(
                    Sentence.of("nexo.answer-it-was-changed-on-its-way", "it was changed on its way"));
        }
        ObjectNode message = Json.read(plain);
        if (!root(message).equals(root)) {
            throw new UntrustedMessage(
                    Sentence.of("nexo.answer-it-is-not-what-it-says-outside", "it is not what it says outside"));
        }
        return message;
    }

    /** {@code SaleToPOIRequest} or {@code SaleToPOIResponse}, whichever it has; empty for neither. */
    public static String root(JsonNode message) {
        for (String root : new String[] {"SaleToPOIRequest", "SaleToPOIResponse"}) {
            if (message.path(root).isObject()) {
                return root;
            }
        }
        return "";
    }

    private static byte[] base64(JsonNode text) throws UntrustedMessage {
        try {
            return Base64.getDecoder().decode(text.asString(""));
        } catch (IllegalArgumentException e) {
            throw new UntrustedMessage(Sentence.of("nexo.answer-a-part-is-no-base64", "a part is no base64"));
        }
    }
}
