package io.keentill.device.link;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where what was agreed with a device in pairing is kept: tokens, passphrases, pinned certificates. The till keeps it for
 * its owner alone, never in its database and never in a log. Each device has its own names.
 */
public interface SecretStore {

    /**
     * What is kept.
     *
     * @param device whose it is: a terminal's address, or {@code tls:host:port} for a pinned certificate
     * @param name which one, letters, digits, dots and dashes
     * @throws IOException if it cannot be read; the message is for people
     */
    Optional<String> get(String device, String name) throws IOException;

    /**
     * Keeps a secret in place of an earlier one; durable when this returns.
     *
     * @param value one line of text, not empty
     * @throws IOException if it cannot be written; the message is for people
     */
    void put(String device, String name, String value) throws IOException;

    /** Forgets a secret; nothing happens if there is none. */
    void remove(String device, String name) throws IOException;

    /** One that ends with the process: for trials, emulators and tests. */
    static SecretStore inMemory() {
        Map<String, String> kept = new ConcurrentHashMap<>();
        return new SecretStore() {
            @Override
            public Optional<String> get(String device, String name) {
                return Optional.ofNullable(kept.get(device + '\n' + name));
            }

            @Override
            public void put(String device, String name, String value) {
                kept.put(device + '\n' + name, value);
            }

            @Override
            public void remove(String device, String name) {
                kept.remove(device + '\n' + name);
            }
        };
    }
}
