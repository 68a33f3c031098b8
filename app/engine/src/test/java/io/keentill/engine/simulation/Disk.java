package io.keentill.engine.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files of a till's folder as a crash leaves them. */
final class Disk {

    private static final String DATA = "keentill.db";
    private static final String LOG = "keentill.db-wal";
    private static final int PAGE = 4096;

    private Disk() {}

    /** The files at one moment. */
    @SuppressWarnings("ArrayRecordComponent")
    record Moment(byte[] data, byte[] log) {}

    /** What lies in a folder now. */
    static Moment moment(Path folder) {
        return new Moment(bytes(folder.resolve(DATA)), bytes(folder.resolve(LOG)));
    }

    /** Puts a moment into a folder. */
    static void write(Moment moment, Path to) {
        torn(moment, moment, 0, to);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies what lies in {@code from}: all that was committed is in it, and nothing else. */
    static void image(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of(DATA, LOG)) {
                if (Files.exists(from.resolve(name))) {
                    Files.copy(from.resolve(name), to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a power cut leaves between two moments. The log is written from front to back, so there is a place up to which
     * it is new. If the commit went on to move the log into the data file, the log was safe before that, and some pages of
     * the data are new.
     *
     * @param cut chooses the place
     */
    static void torn(Moment before, Moment after, long cut, Path to) {
        try {
            Files.createDirectories(to);
            if (Arrays.equals(before.data(), after.data())) {
                Files.write(to.resolve(DATA), before.data());
                Files.write(to.resolve(LOG), mixed(before.log(), after.log(), cut, 1));
            } else {
                Files.write(to.resolve(DATA), mixed(before.data(), after.data(), cut, PAGE));
                Files.write(to.resolve(LOG), after.log());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mixed(byte[] before, byte[] after, long cut, int unit) {
        int first = Arrays.mismatch(before, after);
        if (first < 0) {
            return after;
        }
        int last = after.length;
        while (last > first + 1 && last <= before.length && before[last - 1] == after[last - 1]) {
            last--;
        }
        int at = first + (int) Math.floorMod(cut * 7919, (long) Math.max(1, last - first));
        at = at / unit * unit;
        byte[] mixed = Arrays.copyOf(before, Math.max(before.length, at));
        System.arraycopy(after, 0, mixed, 0, at);
        return mixed;
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
