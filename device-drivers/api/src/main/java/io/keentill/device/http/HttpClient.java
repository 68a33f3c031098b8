package io.keentill.device.http;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.domain.text.Sentence;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP/1.1 with one device. It never repeats a request by itself: whoever asked decides, knowing whether the first
 * try may have arrived. A call that is not {@linkplain HttpCall#isRepeatable repeatable} always gets a link of its own, so
 * that a connection that died unnoticed while idle cannot put a payment in doubt.
 *
 * <p>Calls take turns; {@link #close} does not wait for them.
 */
public final class HttpClient implements AutoCloseable {

    private final LinkOpener links;
    private final LinkAddress address;
    private final String host;
    private final HttpLimits limits;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Link kept;
    private volatile @Nullable Link used;
    private volatile boolean closed;

    /**
     * One for the device at {@code address}. Opens nothing yet.
     *
     * @param address of a link that exists: tcp or tls; its place is sent as Host
     */
    public HttpClient(LinkOpener links, LinkAddress address, HttpLimits limits) {
        this.links = links;
        this.address = address;
        this.host = address.where();
        this.limits = limits;
        if (!HttpSyntax.isVisible(host)) {
            throw new IllegalArgumentException("\"" + host + "\" cannot stand in an HTTP request");
        }
    }

    /**
     * Sends {@code call} and waits for its answer. An interrupted thread gets NotSent or NoAnswer with its interrupt flag
     * still set.
     *
     * @param within for all of it, opening included
     */
    public HttpResult exchange(HttpCall call, java.time.Duration within) {
        Deadline deadline = Deadline.in(within);
        turn.lock();
        try {
            return exchange(call, deadline);
        } finally {
            used = null;
            turn.unlock();
        }
    }

    private HttpResult exchange(HttpCall call, Deadline deadline) {
        Link link;
        try {
            link = link(call.isRepeatable(), deadline);
        } catch (LinkException e) {
            return new HttpResult.NotSent(e.said());
        }
        used = link;
        if (closed || deadline.passed()) {
            link.close();
            return new HttpResult.NotSent(
                    closed
                            ? Sentence.of("device.the-till-stopped-using", "The till stopped using {0}", address)
                            : Sentence.of(
                                    "device.there-was-no-time-left-to", "There was no time left to ask {0}", address));
        }
        ReplyReader reader = new ReplyReader(link, limits, deadline);
        try {
            link.write(call.encode(host, call.isRepeatable()));
            HttpReply reply = reader.read(call.method());
            keepOrClose(link, call.isRepeatable() && reader.isReusable());
            return new HttpResult.Answered(reply);
        } catch (LinkException e) {
            link.close();
            return new HttpResult.NoAnswer(e.said());
        } catch (MalformedReply e) {
            link.close();
            return new HttpResult.NoAnswer(Sentence.of(
                    "device.answered-with-what-is-no-valid",
                    "{0} answered with what is no valid HTTP: {1}",
                    address,
                    e.said()));
        }
    }

    private Link link(boolean mayReuse, Deadline deadline) throws LinkException {
        Link old = kept;
        kept = null;
        if (old != null && mayReuse) {
            return old;
        }
        if (old != null) {
            old.close();
        }
        return links.open(address, deadline.left(limits.connect()));
    }

    private void keepOrClose(Link link, boolean keep) {
        if (!keep) {
            link.close();
            return;
        }
        kept = link;
        if (closed) {
            link.close();
        }
    }

    /** Lets go of the link; a running exchange ends with {@link HttpResult.NoAnswer}. */
    @Override
    public void close() {
        closed = true;
        closeIfThere(used);
        closeIfThere(kept);
    }

    private static void closeIfThere(@Nullable Link link) {
        if (link != null) {
            link.close();
        }
    }
}
