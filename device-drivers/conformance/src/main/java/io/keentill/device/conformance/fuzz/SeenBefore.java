package io.keentill.device.conformance.fuzz;

/** A set of numbers that never grows: once three quarters full, it takes everything for known. */
final class SeenBefore {

    private final long[] table;
    private int size;
    private boolean zero;

    /** @param bits the table has 2 to the power of this many places of 8 bytes */
    SeenBefore(int bits) {
        table = new long[1 << bits];
    }

    /** Whether {@code value} is new and was put in. */
    boolean add(long value) {
        if (value == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        int at = (int) Mix.of(value) & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == value) {
                return false;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (size >= table.length / 4 * 3) {
            return false;
        }
        table[at] = value;
        size++;
        return true;
    }

    /** How many are in it. */
    int size() {
        return size + (zero ? 1 : 0);
    }
}
