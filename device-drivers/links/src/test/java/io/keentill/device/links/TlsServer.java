package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A device that speaks TLS with a certificate of its own making. */
final class TlsServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final ServerSocket server;
    private final String protocol;
    private final BlockingQueue<SSLSocket> met = new LinkedBlockingQueue<>();
    private volatile SSLContext context;

    /** One with these keys, at a free port. */
    TlsServer(Path keys, String protocol) throws IOException, GeneralSecurityException {
        this.protocol = protocol;
        this.context = context(keys);
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** From now on somebody else with these keys answers at the same port. */
    void become(Path keys) throws IOException, GeneralSecurityException {
        context = context(keys);
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(factory.getKeyManagers(), null, null);
        return made;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> handshake(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void handshake(Socket plain) {
        try {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            met.add(socket);
        } catch (IOException refused) {
            try {
                plain.close();
            } catch (IOException e) {
                refused.addSuppressed(e);
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next device end of a link whose handshake went well. */
    SSLSocket met() throws InterruptedException {
        SSLSocket socket = met.poll(10, TimeUnit.SECONDS);
        assertThat(socket).as("a till connected").isNotNull();
        return socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SSLSocket socket : met) {
            socket.close();
        }
    }

    /** Runs the JDK's keytool; returns {@code file}. */
    static Path keytool(Path file, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-keypass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return file;
    }

    /** A new key with a certificate that it signed itself. */
    static Path selfSigned(Path folder, String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        return keytool(
                file,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "own",
                "-dname",
                "CN=" + name,
                "-validity",
                "1",
                "-keystore",
                file.toString());
    }
}
