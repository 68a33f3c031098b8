package io.keentill.device.weblink.emulator;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.keentill.device.emulation.Acquirer;
import io.keentill.device.emulation.Certificate;
import io.keentill.device.emulation.ControlServer;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Profile;
import io.keentill.device.emulation.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A PAX terminal with POSitive WebLink, without hardware: HTTPS with a self-signed certificate, pairing, transactions,
 * reports (terminal-protocols, WebLink). Strict about what it is asked. Thread-safe.
 */
public final class WebLinkEmulator implements AutoCloseable {

    private final EmulatedTerminal terminal;
    private final Pairing pairing = new Pairing();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable ControlServer control;

    private WebLinkEmulator(Profile profile, Behaviour behaviour, HttpServer server) {
        this.terminal = new EmulatedTerminal(profile);
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", new Front(terminal, pairing, behaviour));
        server.start();
    }

    /**
     * One with TLS on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static WebLinkEmulator tls(int port, Profile profile, Behaviour behaviour, Certificate certificate)
            throws IOException {
        HttpsServer server = HttpsServer.create(loopback(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        return new WebLinkEmulator(profile, behaviour, server);
    }

    /** One without TLS, for tests that count bytes. */
    public static WebLinkEmulator plain(int port, Profile profile, Behaviour behaviour) throws IOException {
        return new WebLinkEmulator(profile, behaviour, HttpServer.create(loopback(port), 0));
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The code that the terminal shows for pairing. */
    public String pairingCode() {
        return pairing.code();
    }

    /** A token as if a till had paired. */
    public String token() {
        return pairing.token();
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
