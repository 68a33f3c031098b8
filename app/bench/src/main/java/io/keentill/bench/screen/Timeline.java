package io.keentill.bench.screen;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.store.WriteGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What happened below the screen, and when: commits, and what went to the terminal and came from it, and frames. */
final class Timeline implements WriteGuard {

    /** What can happen. */
    enum Kind {
        COMMIT,
        WRITE,
        /** An authorisation (06 01), the first byte that could move money. */
        AUTHORISATION,
        READ,
        /** A frame begins. */
        FRAME,
        /** The screen has heard what comes of it, and the next frame shows it. */
        SAID
    }

    /** Something that happened, by {@link System#nanoTime}. */
    record Moment(Kind kind, long nanos) {}

    private final List<Moment> moments = new ArrayList<>();

    synchronized void note(Kind kind) {
        moments.add(new Moment(kind, System.nanoTime()));
    }

    synchronized void clear() {
        moments.clear();
    }

    @Override
    public void committed() {
        note(Kind.COMMIT);
    }

    /** The first of this kind after a moment. */
    synchronized OptionalLong first(Kind kind, long after) {
        return moments.stream()
                .filter(m -> m.kind() == kind && m.nanos() > after)
                .mapToLong(Moment::nanos)
                .min();
    }

    /** The last of this kind before a moment. */
    synchronized OptionalLong last(Kind kind, long before) {
        return moments.stream()
                .filter(m -> m.kind() == kind && m.nanos() < before)
                .mapToLong(Moment::nanos)
                .max();
    }

    /** How many of this kind there were after a moment and before another one. */
    synchronized long between(Kind kind, long after, long before) {
        return moments.stream()
                .filter(m -> m.kind() == kind && m.nanos() > after && m.nanos() < before)
                .count();
    }

    /** A link that is listened to. */
    Link heard(Link link) {
        return new Link() {
            @Override
            public void write(byte[] bytes) throws LinkException {
                note(Kind.WRITE);
                if (bytes.length > 1 && bytes[0] == 0x06 && bytes[1] == 0x01) {
                    note(Kind.AUTHORISATION);
                }
                link.write(bytes);
            }

            @Override
            public int read(byte[] into, Duration atMost) throws LinkException {
                int count = link.read(into, atMost);
                if (count > 0) {
                    note(Kind.READ);
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
        };
    }
}
