package io.keentill.device.nexo.emulator;

import com.sun.net.httpserver.HttpServer;
import io.keentill.device.emulation.Certificate;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.HttpEmulator;
import io.keentill.device.emulation.Profile;
import io.keentill.device.nexo.message.NexoKey;
import java.io.IOException;
import java.net.URI;

/**
 * A terminal with nexo Sale-to-POI, without hardware: encrypted messages over HTTPS, one payment at a time
 * (terminal-protocols, nexo). Strict about envelope, header and service ids. Thread-safe.
 */
public final class NexoEmulator extends HttpEmulator {

    private final String poiId;
    private final NexoKey key;
    private final Desk desk;

    private NexoEmulator(Profile profile, NexoKey key, HttpServer server) {
        super(new EmulatedTerminal(profile), server);
        this.poiId = "EMU1-" + profile.serial();
        this.key = key;
        this.desk = new Desk(terminal());
        serve("/nexo", new Front(terminal(), key, poiId, desk));
    }

    /**
     * From now on calls the till with texts to show and lines to print.
     *
     * @param till where it listens, for instance {@code http://127.0.0.1:8444/nexo}
     */
    public void callTill(URI till) {
        desk.callTill(new TillCalls(till, key, poiId));
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
