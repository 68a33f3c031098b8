package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.LinkProvider;
import io.keentill.device.link.SecretStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class TcpLinkProviderTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @BeforeAll
    static void useProvidersAsAnApplicationDoes() {
        TcpLinkProviderTest.class.getModule().addUses(LinkProvider.class);
    }

    @Test
    void everyProviderIsFound() {
        assertThat(ServiceLoader.load(LinkProvider.class))
                .extracting(LinkProvider::kind)
                .containsExactlyInAnyOrder("tcp", "tls", "serial", "usb");
    }

    @Test
    void anOpenerOfWhatIsFoundOpensTcp() throws IOException {
        LinkOpener opener = LinkOpener.found(ServiceLoader.load(LinkProvider.class), SecretStore.inMemory());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LinkAddress address = LinkAddress.parse("tcp:127.0.0.1:" + server.getLocalPort());
            try (Link link = opener.open(address, SOON)) {
                assertThat(link.address()).isEqualTo(address);
            }
        }
    }

    @Test
    void anIpv6AddressStandsInBrackets() throws IOException {
        try (ServerSocket server = onIpv6();
                Link link = new TcpLinkProvider().open(LinkAddress.parse("tcp:[::1]:" + server.getLocalPort()), SOON);
                Socket device = server.accept()) {
            link.write(new byte[] {7});
            assertThat(device.getInputStream().read()).isEqualTo(7);
        }
    }

    private static ServerSocket onIpv6() {
        try {
            return new ServerSocket(0, 1, InetAddress.getByName("::1"));
        } catch (IOException e) {
            return Assumptions.abort("no IPv6 on this computer: " + e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.168.1.20        | the port is missing
            192.168.1.20:       | the port is missing
            [fe80::1]           | the port is missing
            fe80::1:20007       | needs brackets
            [fe80::1:20007      | not closed
            [fe80::1]x:20007    | a colon and the port must follow
            :20007              | the host is missing
            []:20007            | the host is missing
            terminal:0          | from 1 to 65535
            terminal:65536      | from 1 to 65535
            terminal:99999999999| from 1 to 65535
            terminal:-1         | from 1 to 65535
            terminal:http       | from 1 to 65535
            """)
    void saysWhatIsWrongWithAnAddress(String where, String what) {
        assertThatThrownBy(() -> open("tcp:" + where))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("192.168.1.20:20007");
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThatThrownBy(() -> open("tcp:127.0.0.1:20007?baud=9600"))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("baud");
    }

    @Test
    void saysWhenNothingListens() throws IOException {
        // Held all the time, so that nobody else begins to listen there.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = held.getLocalPort();
            assertThatThrownBy(() -> open("tcp:127.0.0.1:" + port))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("Nothing answers at 127.0.0.1:" + port);
        }
    }

    @Test
    void saysWhenAHostIsNotKnown() {
        assertThatThrownBy(() -> open("tcp:no-such-host.invalid:20007"))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("no-such-host.invalid");
    }

    @Test
    void keepsTheDeadlineWhenNobodyAccepts() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LinkAddress address = LinkAddress.parse("tcp:127.0.0.1:" + server.getLocalPort());
            // A full backlog answers no further connection, as a host behind a closed firewall does.
            // A busy machine can only tell it later: the best of a few times counts.
            long least = Long.MAX_VALUE;
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < 20 && least > 800; i++) {
                long start = System.nanoTime();
                try {
                    links.add(new TcpLinkProvider().open(address, Duration.ofMillis(300)));
                } catch (LinkException e) {
                    long took = (System.nanoTime() - start) / 1_000_000;
                    assertThat(e).hasMessageContaining("did not answer in time");
                    assertThat(took).as("not before").isGreaterThanOrEqualTo(300);
                    least = Math.min(least, took);
                }
            }
            links.forEach(Link::close);
            Assumptions.assumeTrue(least < Long.MAX_VALUE, "this system accepts beyond the backlog");
            assertThat(least).as("not much later").isLessThanOrEqualTo(800);
        }
    }

    private static Link open(String address) throws LinkException {
        return new TcpLinkProvider().open(LinkAddress.parse(address), Duration.ofSeconds(2));
    }
}
