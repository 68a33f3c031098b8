package io.keentill.device.conformance;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkOpener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One fault and how far an attempt has come, over all its links. */
final class FaultPlan {

    final Fault fault;
    final Framing framing;
    final AtomicInteger out = new AtomicInteger();
    final AtomicInteger in = new AtomicInteger();
    final AtomicInteger messages = new AtomicInteger();
    private final List<FaultyLink> links = new CopyOnWriteArrayList<>();
    private volatile boolean happened;

    FaultPlan(Fault fault, Framing framing) {
        this.fault = fault;
        this.framing = framing;
    }

    /** Links of {@code real} with this fault on them. */
    LinkOpener on(LinkOpener real) {
        return (address, within) -> {
            FaultyLink link = new FaultyLink(real.open(address, within), this);
            links.add(link);
            return link;
        };
    }

    /** The power of the till goes: every link ends without the driver having a say. */
    void pullEverything() {
        links.forEach(Link::close);
    }

    /** How many bytes went both ways. */
    int bytes() {
        return out.get() + in.get();
    }

    void happen() {
        happened = true;
    }

    boolean happened() {
        return happened;
    }
}
