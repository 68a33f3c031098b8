package io.keentill.device.weblink;

import io.keentill.device.link.SecretStore;
import java.io.IOException;
import java.util.Optional;

/** Token and serial number, kept by the till under the terminal's address. */
final class Pairings {

    private static final String TOKEN = "token";
    private static final String SERIAL = "serial";

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

    /** Another terminal may stand there than before: what was known of its books goes first. */
    void put(Paired paired) throws IOException {
        approvals().forget();
        secrets.put(device, SERIAL, paired.serial());
        secrets.put(device, TOKEN, paired.token());
    }

    /** What the till knows of the terminal's books. */
    Approvals approvals() {
        return new Approvals(secrets, device);
    }

    void remove() throws IOException {
        approvals().forget();
        secrets.remove(device, TOKEN);
        secrets.remove(device, SERIAL);
    }
}
