package io.keentill.device.nexo.emulator;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.keentill.device.emulation.Acquirer;
import io.keentill.device.emulation.Certificate;
import io.keentill.device.emulation.ControlServer;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Profile;
import io.keentill.device.emulation.Script;
import io.keentill.device.nexo.message.NexoKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A terminal with nexo Sale-to-POI, without hardware: encrypted messages over HTTPS, one payment at a time
 * (terminal-protocols, nexo). Strict about envelope, header and service ids. Thread-safe.
 */
public final class NexoEmulator implements AutoCloseable {

    private final EmulatedTerminal terminal;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String poiId;
    private @Nullable ControlServer control;

    private NexoEmulator(Profile profile, NexoKey key, HttpServer server) {
        this.terminal = new EmulatedTerminal(profile);
        this.poiId = "EMU1-" + profile.serial();
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/nexo", new Front(terminal, key, poiId));
        server.start();
    }

    /**
     * One with TLS on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static NexoEmulator tls(int port, Profile profile, NexoKey key, Certificate certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        return new NexoEmulator(profile, key, server);
    }

    /** One without TLS, for tests that count bytes; what it says is encrypted all the same. */
    public static NexoEmulator plain(int port, Profile profile, NexoKey key) throws IOException {
        return new NexoEmulator(profile, key, HttpServer.create(loopback(port), 0));
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Its name: model and serial number. */
    public String poiId() {
        return poiId;
    }

    /** Customer, host and script. */
    public EmulatedTerminal terminal() {
        return terminal;
    }

    /** The acquirer's books. */
    public Acquirer acquirer() {
        return terminal.acquirer();
    }

    /** Adds how a coming transaction shall go. */
    public void next(Script script) {
        terminal.next(script);
    }

    /**
     * Opens the control port.
     *
     * @param wanted 0 for any free one
     * @return the port
     * @throws IOException if it is taken
     */
    public int control(int wanted) throws IOException {
        ControlServer opened = new ControlServer(terminal, wanted);
        control = opened;
        return opened.port();
    }

    @Override
    public void close() {
        server.stop(0);
        terminal.close();
        threads.shutdownNow();
        if (control != null) {
            control.close();
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
