package io.keentill.device.weblink;

import io.keentill.device.link.SecretStore;
import java.io.IOException;
import java.util.Optional;

/** Token and serial number, kept by the till under the terminal's address. */
final class Pairings {

    private static final String TOKEN = "token";
    private static final String SERIAL = "serial";
    private static final String IDS = "transaction-ids";

    private final SecretStore secrets;
    private final String device;

    Pairings(SecretStore secrets, String device) {
        this.secrets = secrets;
        this.device = device;
    }

    /**
     * What was agreed.
     *
     * @param serial the terminal's {@code tid}
     * @param token what every call carries; secret
     */
    record Paired(String serial, String token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Paired[" + serial + "]";
        }
    }

    /** What is kept; empty before pairing. */
    Optional<Paired> get() throws IOException {
        Optional<String> token = secrets.get(device, TOKEN);
        Optional<String> serial = secrets.get(device, SERIAL);
        return token.isPresent() && serial.isPresent()
                ? Optional.of(new Paired(serial.get(), token.get()))
                : Optional.empty();
    }

    void put(Paired paired) throws IOException {
        secrets.put(device, SERIAL, paired.serial());
        secrets.put(device, TOKEN, paired.token());
    }

    /** Whether the terminal is known to take the till's own transaction ids. */
    boolean takesOurIds() throws IOException {
        return secrets.get(device, IDS).filter("ours"::equals).isPresent();
    }

    /** Keeps whether it does: nothing secret, but true of this very terminal. */
    void takesOurIds(boolean does) throws IOException {
        if (takesOurIds() != does) {
            secrets.put(device, IDS, does ? "ours" : "its-own");
        }
    }

    void remove() throws IOException {
        secrets.remove(device, IDS);
        secrets.remove(device, TOKEN);
        secrets.remove(device, SERIAL);
    }
}
