package io.keentill.device.conformance.sample;

/** Code with something deep inside: each digit of a combination is looked at only when those before it were right. */
public final class Combination {

    private Combination() {}

    /** How the bytes fail is told to nobody; the right five open it. */
    public static boolean opens(byte[] tried) {
        if (tried.length < 5 || tried[0] != 'k') {
            return false;
        }
        if (tried[1] != 0x1C) {
            return false;
        }
        if (tried[2] != 'z') {
            return false;
        }
        if (tried[3] != 9) {
            return false;
        }
        return tried[4] == (byte) 0xD7;
    }
}
