package io.keentill.bench;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.nexo.NexoDriver;
import io.keentill.device.poslink.PoslinkDriver;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.weblink.WebLinkDriver;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** The families of terminals with a link, each with a terminal that takes no time. */
@SuppressWarnings("ImmutableEnumChecker") // nothing in it is ever changed, though its types could be
public enum Family {
    /** Over TCP. */
    ZVT("zvt:tcp:instant:1?quiet=0.001", "EUR", Map.of(), ZvtDriver::new, InstantZvt::new),
    /** Over TCP, a connection for each exchange. */
    POSLINK("poslink:tcp:instant:1?currency=GBP", "GBP", Map.of(), PoslinkDriver::new, InstantPoslink::new),
    /** HTTP without TLS. */
    WEBLINK(
            "weblink:tcp:127.0.0.1:1?tid=1850042763",
            "GBP",
            Map.of("serial", "1850042763", "token", "t"),
            WebLinkDriver::new,
            InstantWebLink::new),
    /** HTTP without TLS, every message sealed. */
    NEXO(
            "nexo:tcp:instant:1",
            "GBP",
            Map.of(
                    "poiid",
                    "V400m-1",
                    "passphrase",
                    InstantNexo.PASSPHRASE,
                    "key-identifier",
                    InstantNexo.IDENTIFIER,
                    "key-version",
                    String.valueOf(InstantNexo.VERSION)),
            NexoDriver::new,
            InstantNexo::new);

    private final TerminalAddress address;
    private final String currency;
    private final Map<String, String> paired;
    private final Supplier<TerminalDriver> driver;
    private final Supplier<Link> terminal;

    Family(
            String address,
            String currency,
            Map<String, String> paired,
            Supplier<TerminalDriver> driver,
            Supplier<Link> terminal) {
        this.address = TerminalAddress.parse(address);
        this.currency = currency;
        this.paired = paired;
        this.driver = driver;
        this.terminal = terminal;
    }

    /** A link to the terminal. */
    Link link() {
        return terminal.get();
    }

    /** The driver, which reaches its terminal by {@code links}. */
    PaymentTerminal open(LinkOpener links) {
        SecretStore secrets = SecretStore.inMemory();
        try {
            for (Map.Entry<String, String> secret : paired.entrySet()) {
                secrets.put(address.toString(), secret.getKey(), secret.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return driver.get()
                .open(address, new TerminalDriver.Context(links, Clock.systemUTC(), FrameTrace.OFF, secrets));
    }

    /** Ten of its currency. */
    Money amount() {
        return Money.of(1_000, currency);
    }
}
