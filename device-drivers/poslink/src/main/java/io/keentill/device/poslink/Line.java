package io.keentill.device.poslink;

import io.keentill.device.http.HttpClient;
import io.keentill.device.http.HttpLimits;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.poslink.transport.Exchange;
import io.keentill.device.poslink.transport.FramedExchange;
import io.keentill.device.poslink.transport.HttpExchange;
import io.keentill.device.poslink.transport.Wire;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way to one terminal. Over TCP and HTTP each exchange has a connection of its own, as terminals of this kind take one
 * at a time and other tills may want it; a serial line stays open. Only {@link #close} may come from another thread.
 */
final class Line implements AutoCloseable {

    /** An answer holds one frame in base64, no more. */
    private static final int MOST_BODY = 64 * 1024;

    private static final int MOST_HEAD = 16 * 1024;

    private final LinkAddress address;
    private final LinkOpener links;
    private final PoslinkSettings settings;
    private volatile boolean closed;
    private volatile @Nullable Exchange used;
    private volatile @Nullable Wire serial;

    Line(LinkAddress address, LinkOpener links, PoslinkSettings settings) {
        this.address = address;
        this.links = links;
        this.settings = settings;
    }

    /** Opens an exchange; over HTTP that reaches the terminal only with the request. */
    Exchange open() throws LinkException {
        Exchange exchange = switch (address.kind()) {
            case "http" -> http();
            case "serial" -> new FramedExchange(serialWire(), settings.timings());
            default -> tcp();
        };
        used = exchange;
        if (closed) {
            exchange.close();
            throw new LinkException(
                    Sentence.of("poslink.this-terminal-was-closed-by-the", "This terminal was closed by the till"));
        }
        return exchange;
    }

    /** Ends an exchange; {@code orderly} if nothing of it can come any more. */
    void done(Exchange exchange, boolean orderly) {
        used = null;
        if (orderly && isSerial() && !closed) {
            return;
        }
        serial = null;
        exchange.close();
    }

    /** Whether losing the other side does not show on the link itself. */
    boolean isSerial() {
        return address.kind().equals("serial");
    }

    @Override
    public void close() {
        closed = true;
        Exchange now = used;
        Wire line = serial;
        if (now != null) {
            now.close();
        }
        if (line != null) {
            line.close();
        }
    }

    private Exchange http() {
        HttpLimits limits = new HttpLimits(settings.connect(), MOST_HEAD, MOST_BODY);
        return new HttpExchange(new HttpClient(links, address.over("tcp", Set.of()), limits));
    }

    private Exchange tcp() throws LinkException {
        Wire wire = new Wire(
                links.open(address.over("tcp", Set.of()), settings.connect()),
                settings.timings().interByte());
        return new FramedExchange(wire, settings.timings());
    }

    private Wire serialWire() throws LinkException {
        Wire open = serial;
        Duration quiet = Duration.ZERO;
        if (open == null) {
            open = new Wire(
                    links.open(serialAddress(), settings.connect()),
                    settings.timings().interByte());
            serial = open;
            quiet = settings.quiet();
        }
        try {
            // What is still on the line belongs to an earlier exchange.
            open.discard(quiet);
        } catch (LinkException e) {
            serial = null;
            open.close();
            throw e;
        }
        return open;
    }

    /** Eight bits, no parity, one stop bit, unless the address says otherwise: a line's own standard may be another. */
    private LinkAddress serialAddress() {
        Map<String, String> options = new LinkedHashMap<>(Map.of("format", "8N1"));
        options.putAll(address.over("serial", PoslinkSettings.LINE_OPTIONS).options());
        return new LinkAddress("serial", address.where(), options);
    }
}
