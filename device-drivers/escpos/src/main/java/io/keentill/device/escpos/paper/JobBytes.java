package io.keentill.device.escpos.paper;

/** The bytes of a job and how far they were read. */
final class JobBytes {

    private final byte[] bytes;
    private int at;

    JobBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int next() {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("The job ends inside a command, at byte " + at);
        }
        return bytes[at++] & 0xFF;
    }

    /** Two bytes, the low one first. */
    int nextWord() {
        int low = next();
        return low | next() << 8;
    }

    byte[] next(int count) {
        byte[] taken = new byte[count];
        for (int i = 0; i < count; i++) {
            taken[i] = (byte) next();
        }
        return taken;
    }

    IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("Not understood before byte " + at + " of the job: " + what);
    }
}
