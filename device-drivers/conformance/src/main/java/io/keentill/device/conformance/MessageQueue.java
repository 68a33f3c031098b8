package io.keentill.device.conformance;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Cuts what comes into messages and lets one of them be lost, late or doubled. One reader uses it. */
final class MessageQueue {

    private final FaultPlan plan;
    private final Deque<byte[]> ready = new ArrayDeque<>();
    private byte[] partial = new byte[0];
    private Deadline due = Deadline.in(Duration.ZERO);

    MessageQueue(FaultPlan plan) {
        this.plan = plan;
    }

    /** Counts the messages of an attempt in which nothing goes wrong. */
    void measure(byte[] came, int count) {
        take(came, count);
        ready.clear();
    }

    int read(Link link, byte[] into, Deadline deadline) throws LinkException {
        while (true) {
            if (!ready.isEmpty() && due.passed()) {
                return handOut(into);
            }
            if (deadline.passed()) {
                return 0;
            }
            Deadline until = ready.isEmpty() ? deadline : due.earlier(deadline);
            byte[] came = new byte[4096];
            int count = link.read(came, until.left());
            plan.in.addAndGet(count);
            take(came, count);
        }
    }

    private int handOut(byte[] into) {
        byte[] first = ready.remove();
        int count = Math.min(first.length, into.length);
        System.arraycopy(first, 0, into, 0, count);
        if (count < first.length) {
            ready.addFirst(Arrays.copyOfRange(first, count, first.length));
        }
        return count;
    }

    private void take(byte[] came, int count) {
        int before = partial.length;
        partial = Arrays.copyOf(partial, before + count);
        System.arraycopy(came, 0, partial, before, count);
        while (partial.length > 0) {
            int length = plan.framing.firstMessage(partial, partial.length);
            if (length <= 0) {
                return;
            }
            arrived(Arrays.copyOf(partial, length));
            partial = Arrays.copyOfRange(partial, length, partial.length);
        }
    }

    private void arrived(byte[] message) {
        int index = plan.messages.getAndIncrement();
        switch (plan.fault) {
            case Fault.Lost(int which) when which == index -> plan.happen();
            case Fault.Late(int which, Duration by)
            when which == index -> {
                plan.happen();
                due = Deadline.in(by);
                ready.add(message);
            }
            case Fault.Twice(int which)
            when which == index -> {
                plan.happen();
                ready.add(message);
                ready.add(message.clone());
            }
            default -> ready.add(message);
        }
    }
}
