package io.keentill.device.emulation;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What emulators of terminals that speak HTTP have in common: a server on loopback before an emulated terminal. */
public abstract class HttpEmulator implements AutoCloseable {

    private final EmulatedTerminal terminal;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable ControlServer control;

    /** Answers nothing before {@link #serve}. */
    protected HttpEmulator(EmulatedTerminal terminal, HttpServer server) {
        this.terminal = terminal;
        this.server = server;
        server.setExecutor(threads);
    }

    /** Begins to answer everything below {@code path} with {@code front}. */
    protected final void serve(String path, HttpHandler front) {
        server.createContext(path, front);
        server.start();
    }

    /**
     * A server with TLS on loopback.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    protected static HttpServer tlsServer(int port, Certificate certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        return server;
    }

    /** The same without TLS. */
    protected static HttpServer plainServer(int port) throws IOException {
        return HttpServer.create(loopback(port), 0);
    }

    /** The port that it listens on. */
    public final int port() {
        return server.getAddress().getPort();
    }

    /** Customer, host and script. */
    public final EmulatedTerminal terminal() {
        return terminal;
    }

    /** The acquirer's books. */
    public final Acquirer acquirer() {
        return terminal.acquirer();
    }

    /** Adds how a coming transaction shall go. */
    public final void next(Script script) {
        terminal.next(script);
    }

    /**
     * Opens the control port.
     *
     * @param wanted 0 for any free one
     * @return the port
     * @throws IOException if it is taken
     */
    public final int control(int wanted) throws IOException {
        ControlServer opened = new ControlServer(terminal, wanted);
        control = opened;
        return opened.port();
    }

    @Override
    public final void close() {
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
