package io.keentill.device.nexo.emulator;

import com.sun.net.httpserver.HttpServer;
import io.keentill.device.emulation.Certificate;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.HttpEmulator;
import io.keentill.device.emulation.Profile;
import io.keentill.device.nexo.message.NexoKey;
import java.io.IOException;

/**
 * A terminal with nexo Sale-to-POI, without hardware: encrypted messages over HTTPS, one payment at a time
 * (terminal-protocols, nexo). Strict about envelope, header and service ids. Thread-safe.
 */
public final class NexoEmulator extends HttpEmulator {

    private final String poiId;

    private NexoEmulator(Profile profile, NexoKey key, HttpServer server) {
        super(new EmulatedTerminal(profile), server);
        this.poiId = "EMU1-" + profile.serial();
        serve("/nexo", new Front(terminal(), key, poiId));
    }

    /**
     * One with TLS on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static NexoEmulator tls(int port, Profile profile, NexoKey key, Certificate certificate) throws IOException {
        return new NexoEmulator(profile, key, tlsServer(port, certificate));
    }

    /** One without TLS, for tests that count bytes; what it says is encrypted all the same. */
    public static NexoEmulator plain(int port, Profile profile, NexoKey key) throws IOException {
        return new NexoEmulator(profile, key, plainServer(port));
    }

    /** Its name: model and serial number. */
    public String poiId() {
        return poiId;
    }
}
