package io.keentill.device.nexo;

import io.keentill.device.link.SecretStore;
import io.keentill.device.nexo.message.NexoKey;
import java.io.IOException;
import java.util.Optional;

/**
 * What was agreed with a terminal.
 *
 * @param poiId the terminal: model and serial number
 * @param key what messages are sealed with
 */
record Terms(String poiId, NexoKey key) {

    private static final String POI = "poiid";
    private static final String PASSPHRASE = "passphrase";
    private static final String IDENTIFIER = "key-identifier";
    private static final String VERSION = "key-version";

    /**
     * As they are kept; the key is not derived yet.
     *
     * @param passphrase secret
     */
    record Kept(String poiId, String passphrase, String identifier, String version) {

        /** Takes some milliseconds. */
        Terms derived() {
            return new Terms(poiId, new NexoKey(passphrase, identifier, Integer.parseInt(version)));
        }

        /** Without the passphrase. */
        @Override
        public String toString() {
            return "Kept[" + poiId + ", " + identifier + ", " + version + "]";
        }
    }

    /** What is kept under {@code device}; empty before pairing. */
    static Optional<Kept> read(SecretStore secrets, String device) throws IOException {
        Optional<String> poi = secrets.get(device, POI);
        Optional<String> passphrase = secrets.get(device, PASSPHRASE);
        Optional<String> identifier = secrets.get(device, IDENTIFIER);
        Optional<String> version = secrets.get(device, VERSION);
        if (poi.isEmpty() || passphrase.isEmpty() || identifier.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Kept(poi.get(), passphrase.get(), identifier.get(), version.get()));
    }

    /** Keeps them. */
    static void write(
            SecretStore secrets, String device, String poiId, String passphrase, String identifier, String version)
            throws IOException {
        secrets.put(device, POI, poiId);
        secrets.put(device, IDENTIFIER, identifier);
        secrets.put(device, VERSION, version);
        secrets.put(device, PASSPHRASE, passphrase);
    }

    /** Forgets them. */
    static void remove(SecretStore secrets, String device) throws IOException {
        for (String name : new String[] {PASSPHRASE, POI, IDENTIFIER, VERSION}) {
            secrets.remove(device, name);
        }
    }
}
