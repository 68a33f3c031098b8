package io.keentill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How much a commit writes into SQLite's log (sqlite.org/fileformat2.html, section 4.1): the frames that are not what they
 * were. Its length says nothing once the log is written over from the beginning.
 */
final class LogFrames {

    private static final int HEAD = 32;

    /** A page of 4 KiB and what stands before it. */
    static final int FRAME = 24 + 4096;

    private final Path log;
    private byte[] before;

    LogFrames(Path log) throws IOException {
        this.log = log;
        this.before = Files.readAllBytes(log);
    }

    /** Bytes of the frames written since the last call, or since the beginning. */
    int written() throws IOException {
        byte[] now = Files.readAllBytes(log);
        int frames = 0;
        for (int at = HEAD; at + FRAME <= now.length; at += FRAME) {
            boolean same = at + FRAME <= before.length && Arrays.equals(before, at, at + FRAME, now, at, at + FRAME);
            frames += same ? 0 : 1;
        }
        before = now;
        return frames * FRAME;
    }
}
