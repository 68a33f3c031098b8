package io.keentill.device.nexo;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkListener;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.nexo.emulator.NexoEmulator;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The terminal calls the till while a payment runs; strangers call in vain. */
class DeviceRequestsTest {
    private static final NexoKey KEY = new NexoKey("test", "key", 1);

    private final List<String> shown = new CopyOnWriteArrayList<>();

    private final AttemptMonitor monitor = new AttemptMonitor() {
        @Override
        public void sending(String recoveryHint) {}

        @Override
        public void progress(Progress progress) {
            shown.add(progress.text().toString());
        }

        @Override
        public void outcome(Outcome outcome) {}
    };

    /** Links that tell the emulated terminal, and {@code port}, where the till listens: at whatever port was free. */
    private static LinkOpener calledBy(NexoEmulator emulator, SecretStore secrets, AtomicInteger port) {
        LinkOpener links = Till.links(secrets);
        return new LinkOpener() {
            @Override
            public Link open(LinkAddress address, Duration within) throws LinkException {
                return links.open(address, within);
            }

            @Override
            public LinkListener listen(LinkAddress address) throws LinkException {
                LinkListener listener = links.listen(address);
                String where = listener.address().where();
                port.set(Integer.parseInt(where.substring(where.lastIndexOf(':') + 1)));
                emulator.callTill(URI.create("http://" + where + "/nexo"));
                return listener;
            }
        };
    }

    @Test
    void texts_are_shown_and_lines_go_onto_the_shops_copy() throws Exception {
        AtomicInteger listening = new AtomicInteger();
        SecretStore secrets = SecretStore.inMemory();
        try (NexoEmulator emulator = NexoEmulator.plain(0, Till.profile(), KEY)) {
            TerminalAddress address =
                    TerminalAddress.parse("nexo:tcp:127.0.0.1:" + emulator.port() + "?listen=127.0.0.1:0&payment=60");
            Terms.write(secrets, address.toString(), emulator.poiId(), "test", "key", "1");
            LinkOpener links = calledBy(emulator, secrets, listening);
            try (PaymentTerminal terminal = new NexoDriver()
                    .open(address, new TerminalDriver.Context(links, Till.CLOCK, (way, text) -> {}, secrets))) {
                Outcome outcome = terminal.perform(Till.sale("R1", 1250), monitor);
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Approved.class,
                                ok -> assertThat(ok.receipts().merchant())
                                        .startsWith("Terminal copy")
                                        .contains("SALE"));
                assertThat(shown).contains("The terminal is ready for the card", "The customer enters the PIN");
                int port = listening.get();
                assertThat(answer(port, "POST /nexo HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"))
                        .startsWith("HTTP/1.1 403");
                assertThat(answer(port, "GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403");
                assertThat(answer(port, "nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
                assertThat(terminal.perform(Till.sale("R2", 700), monitor)).isInstanceOf(Outcome.Approved.class);
            }
        }
    }

    @Test
    void a_port_that_is_taken_costs_texts_and_never_a_payment() throws Exception {
        SecretStore secrets = SecretStore.inMemory();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NexoEmulator emulator = NexoEmulator.plain(0, Till.profile(), KEY)) {
            TerminalAddress address = TerminalAddress.parse("nexo:tcp:127.0.0.1:" + emulator.port()
                    + "?listen=127.0.0.1:" + taken.getLocalPort() + "&payment=60");
            Terms.write(secrets, address.toString(), emulator.poiId(), "test", "key", "1");
            try (PaymentTerminal terminal = new NexoDriver()
                    .open(
                            address,
                            new TerminalDriver.Context(Till.links(secrets), Till.CLOCK, (way, text) -> {}, secrets))) {
                assertThat(terminal.perform(Till.sale("R1", 1250), monitor)).isInstanceOf(Outcome.Approved.class);
                assertThat(shown).anyMatch(text -> text.contains("cannot listen"));
            }
        }
    }

    private static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
