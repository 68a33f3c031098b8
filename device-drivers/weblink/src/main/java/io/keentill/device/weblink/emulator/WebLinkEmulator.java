package io.keentill.device.weblink.emulator;

import com.sun.net.httpserver.HttpServer;
import io.keentill.device.emulation.Certificate;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.HttpEmulator;
import io.keentill.device.emulation.Profile;
import java.io.IOException;

/**
 * A PAX terminal with POSitive WebLink, without hardware: HTTPS with a self-signed certificate, pairing, transactions,
 * reports (terminal-protocols, WebLink). Strict about what it is asked. Thread-safe.
 */
public final class WebLinkEmulator extends HttpEmulator {

    private final Pairing pairing = new Pairing();

    private WebLinkEmulator(Profile profile, Behaviour behaviour, HttpServer server) {
        super(new EmulatedTerminal(profile), server);
        serve("/", new Front(terminal(), pairing, behaviour));
    }

    /**
     * One with TLS on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static WebLinkEmulator tls(int port, Profile profile, Behaviour behaviour, Certificate certificate)
            throws IOException {
        return new WebLinkEmulator(profile, behaviour, tlsServer(port, certificate));
    }

    /** One without TLS, for tests that count bytes. */
    public static WebLinkEmulator plain(int port, Profile profile, Behaviour behaviour) throws IOException {
        return new WebLinkEmulator(profile, behaviour, plainServer(port));
    }

    /** The code that the terminal shows for pairing. */
    public String pairingCode() {
        return pairing.code();
    }

    /** A token as if a till had paired. */
    public String token() {
        return pairing.token();
    }
}
