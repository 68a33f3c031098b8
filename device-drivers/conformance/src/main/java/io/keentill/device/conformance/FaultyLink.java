package io.keentill.device.conformance;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** A link on which one thing goes wrong. */
final class FaultyLink implements Link {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Link link;
    private final FaultPlan plan;
    private final ReentrantLock reading = new ReentrantLock();
    private final MessageQueue messages;
    private volatile boolean silent;
    private volatile boolean broken;

    FaultyLink(Link link, FaultPlan plan) {
        this.link = link;
        this.plan = plan;
        this.messages = new MessageQueue(plan);
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        if (silent || broken) {
            fail(silent);
            return;
        }
        int from = plan.out.getAndAdd(bytes.length);
        switch (plan.fault) {
            case Fault.Cut(boolean outwards, int at, boolean silently)
            when outwards && at < from + bytes.length && !plan.happened() -> {
                if (at > from) {
                    link.write(Arrays.copyOf(bytes, at - from));
                }
                fail(silently);
            }
            case Fault.Garble(boolean outwards, int at, int mask)
            when outwards && at >= from && at < from + bytes.length -> {
                byte[] changed = bytes.clone();
                changed[at - from] ^= (byte) mask;
                plan.happen();
                link.write(changed);
            }
            case Fault.Crumbs() -> {
                plan.happen();
                for (byte one : bytes) {
                    link.write(new byte[] {one});
                }
            }
            default -> link.write(bytes);
        }
    }

    private void fail(boolean silently) throws LinkException {
        plan.happen();
        silent = silently;
        if (!silently) {
            broken = true;
            link.close();
            throw new LinkException("The cable was pulled");
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        reading.lock();
        try {
            Deadline deadline = Deadline.in(atMost);
            if (silent || broken) {
                fail(silent);
            }
            int count = silent ? 0 : readWithFault(into, deadline);
            while (silent && !deadline.passed()) {
                // A silent line still ends when it is closed.
                int unheard = link.read(new byte[256], deadline.left(LOOK));
                assert unheard >= 0 : "a link reads zero bytes or more";
                if (Thread.currentThread().isInterrupted()) {
                    throw new LinkException("interrupted");
                }
            }
            return count;
        } finally {
            reading.unlock();
        }
    }

    private int readWithFault(byte[] into, Deadline deadline) throws LinkException {
        return switch (plan.fault) {
            case Fault.Cut(boolean outwards, int at, boolean silently)
            when !outwards && !plan.happened() -> readUpTo(into, at, silently, deadline);
            case Fault.SplitAt(int at) -> {
                int room = at - plan.in.get();
                yield counted(into, room > 0 ? Math.min(room, into.length) : into.length, deadline);
            }
            case Fault.Crumbs() -> counted(into, 1, deadline);
            case Fault.Garble(boolean outwards, int at, int mask) when !outwards -> garbled(into, at, mask, deadline);
            case Fault.Lost _, Fault.Late _, Fault.Twice _ -> messages.read(link, into, deadline);
            default -> counted(into, into.length, deadline);
        };
    }

    private int readUpTo(byte[] into, int at, boolean silently, Deadline deadline) throws LinkException {
        int room = at - plan.in.get();
        if (room > 0) {
            return counted(into, Math.min(room, into.length), deadline);
        }
        byte[] lost = new byte[1];
        if (link.read(lost, deadline.left()) > 0) {
            fail(silently);
        }
        return 0;
    }

    private int garbled(byte[] into, int at, int mask, Deadline deadline) throws LinkException {
        int from = plan.in.get();
        int count = counted(into, into.length, deadline);
        if (at >= from && at < from + count) {
            into[at - from] ^= (byte) mask;
            plan.happen();
        }
        return count;
    }

    private int counted(byte[] into, int most, Deadline deadline) throws LinkException {
        byte[] some = new byte[most];
        int count = link.read(some, deadline.left());
        System.arraycopy(some, 0, into, 0, count);
        int total = plan.in.addAndGet(count);
        if (plan.fault instanceof Fault.None) {
            messages.measure(into, count);
        } else if (plan.fault instanceof Fault.SplitAt(int at) && total == at) {
            plan.happen();
            LockSupport.parkNanos(1_000_000);
        } else if (plan.fault instanceof Fault.Crumbs && count > 0) {
            plan.happen();
        }
        return count;
    }

    @Override
    public LinkAddress address() {
        return link.address();
    }

    @Override
    public void close() {
        link.close();
    }
}
