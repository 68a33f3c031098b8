package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.SerialLinkProvider;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.links.TlsLinkProvider;
import io.keentill.device.links.UsbLinkProvider;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.storefront.text.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real faults of real links, and addresses that cannot be taken, said in German. */
@Timeout(300)
class LinksSaidTest {

    private final Texts german = new Texts(Locale.GERMANY, ZoneOffset.UTC);
    private final LinkOpener links = LinkOpener.of(
            List.of(new TcpLinkProvider(), new TlsLinkProvider(), new SerialLinkProvider(), new UsbLinkProvider()),
            SecretStore.inMemory());

    private String fault(String address) {
        LinkException fault = catchThrowableOfType(
                LinkException.class, () -> links.open(LinkAddress.parse(address), Duration.ofSeconds(20)));
        assertThat(fault).hasMessage(fault.said().toString());
        return german.said(fault.said());
    }

    private String refused(String address) {
        return german.said(
                Spoken.by(catchThrowableOfType(IllegalArgumentException.class, () -> TerminalAddress.parse(address))));
    }

    @Test
    void aPortWhereNothingListens() throws Exception {
        // Taken, so that nobody else gets it meanwhile, and nothing listens there.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = taken.getLocalPort();
            assertThat(fault("tcp:127.0.0.1:" + port))
                    .startsWith("An 127.0.0.1:" + port + " antwortet nichts (")
                    .endsWith(
                            "Prüfen, ob das Gerät an ist, ob seine App oder sein Dienst läuft und ob der Port stimmt");
        }
    }

    @Test
    void aSerialPortThatIsNotThere() {
        assertThat(fault("serial:/dev/keentill-none"))
                .startsWith(
                        "Einen seriellen Anschluss /dev/keentill-none gibt es nicht. Prüfen, ob das Gerät eingesteckt"
                                + " und eingeschaltet ist; dieser Rechner zeigt ");
    }

    @Test
    void anOptionThatIsNotKnown() {
        assertThat(fault("tcp:127.0.0.1:9?speed=9"))
                .isEqualTo("Die Adresse tcp:127.0.0.1:9 hat die Option speed, aber eine Verbindung dieser Art hat keine"
                        + " Optionen");
        assertThat(fault("serial:/dev/ttyS0?speed=9"))
                .isEqualTo(
                        "Die Adresse serial:/dev/ttyS0 hat die Option speed, aber eine Verbindung dieser Art kennt nur"
                                + " baud, format");
    }

    @Test
    void aPartOfASentenceIsGermanToo() {
        assertThat(fault("tcp:127.0.0.1"))
                .isEqualTo("„127.0.0.1“ ist keine TCP-Adresse: Der Port fehlt. host:port schreiben, etwa"
                        + " 192.168.1.20:20007 oder [fe80::1]:20007");
        assertThat(fault("usb:04b8:0202?out=99"))
                .isEqualTo(
                        "Die Option out=99 von usb:04b8:0202 ist nicht möglich. Zu schreiben ist ein Endpunkt von 01 bis"
                                + " 0f, etwa 01");
    }

    @Test
    void anAddressThatIsNone() {
        assertThat(fault("pigeon:loft"))
                .isEqualTo("Eine Verbindung der Art „pigeon“ gibt es hier nicht; es gibt serial, tcp, tls, usb");
        assertThat(refused("host:20007"))
                .isEqualTo("„host:20007“ ist keine Terminaladresse: family:link:where schreiben, etwa"
                        + " zvt:tcp:192.168.1.20:20007");
        assertThat(refused("zvt:tcp:host:1?pw"))
                .isEqualTo("„pw“ in tcp:host:1?pw ist keine Option: hinter dem Fragezeichen name=wert schreiben");
    }

    /** RevKeen's client knows no sentences; what it refuses before a call is said in German all the same. */
    @Test
    void anAddressOfRevKeenThatCannotBeUsed() {
        assertThat(check("revkeen", "rk_sandbox_0123456789"))
                .isEqualTo(
                        "Die Basisadresse ist nicht nutzbar: https://host/v2 angeben (http nur auf diesem Rechner), ohne"
                                + " Benutzer, Abfrage oder Fragment");
        assertThat(check("https://till.example.com/v2", "rk_sandbox_0123456789"))
                .isEqualTo(
                        "Der Rechner till.example.com ist weder RevKeens noch dieser hier: ihn ausdrücklich erlauben");
        assertThat(check("https://staging-api.revkeen.com/v2", "a b"))
                .startsWith("Der API-Schlüssel ist leer, zu kurz oder enthält Leerzeichen");
    }

    private String check(String api, String key) {
        Sentence why = ((KeyCheck.Result.Refused) KeyCheck.check(api, key, RevKeenOptions.defaults())).message();
        return german.said(why);
    }
}
