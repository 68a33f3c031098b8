package io.keentill.engine.setup;

import io.keentill.device.link.SecretStore;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What was agreed with terminals in pairing, among the other secrets of the till, in a file each. */
public final class TerminalSecrets implements SecretStore {

    private final Secrets secrets;

    /** Keeps them among these. */
    public TerminalSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Optional<String> get(String device, String name) throws IOException {
        return secrets.get(file(device, name));
    }

    @Override
    public void put(String device, String name, String value) throws IOException {
        if (value.isBlank() || value.lines().count() != 1) {
            throw new IllegalArgumentException("A secret is one line of text");
        }
        secrets.put(file(device, name), value);
    }

    @Override
    public void remove(String device, String name) throws IOException {
        secrets.remove(file(device, name));
    }

    /** An address has colons and slashes that no file name has everywhere; a star stays as it is and must not. */
    private static String file(String device, String name) {
        return "terminal-" + encoded(device) + "+" + encoded(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("+", "%20");
    }
}
