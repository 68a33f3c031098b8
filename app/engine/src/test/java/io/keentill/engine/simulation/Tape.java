package io.keentill.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/** All that happened in a day, as one number that two equal days share, and as lines if somebody wants to read them. */
final class Tape {

    private static final long PRIME = 0x100000001b3L;

    private final Timeline time;
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private long hash = 0xcbf29ce484222325L;
    private long events;

    /** Keeps the lines only if {@code kept}. */
    Tape(Timeline time, boolean kept) {
        this.time = time;
        this.kept = kept;
    }

    /** Something happened. */
    void add(String who, String what) {
        events++;
        mix(time.elapsed().toNanos());
        mix(who);
        mix(what);
        if (kept) {
            lines.add(stamp() + " " + who + ": " + what);
        }
    }

    private String stamp() {
        java.time.Duration at = time.elapsed();
        String day = at.toDays() == 0 ? "" : "+" + at.toDays() + "d ";
        return day
                + String.format(
                        java.util.Locale.ROOT,
                        "%02d:%02d:%02d.%03d",
                        at.toHoursPart(),
                        at.toMinutesPart(),
                        at.toSecondsPart(),
                        at.toMillisPart());
    }

    private void mix(String text) {
        for (int i = 0; i < text.length(); i++) {
            mix(text.charAt(i));
        }
    }

    private void mix(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 29;
    }

    /** The same for the same events at the same times. */
    long hash() {
        return hash;
    }

    long events() {
        return events;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
