package io.keentill.device.zvt.codec;

/** CRC-16/KERMIT: polynomial 0x1021 reflected, start 0 (PA00P016, serial link). */
public final class Crc16 {

    private static final int POLYNOMIAL = 0x8408;

    private Crc16() {}

    /** The sum over all of {@code bytes}. */
    public static int of(Bytes bytes) {
        int crc = 0;
        for (int i = 0; i < bytes.length(); i++) {
            crc = with(crc, bytes.at(i));
        }
        return crc;
    }

    /** The sum when {@code octet} follows what gave {@code crc}. */
    static int with(int crc, int octet) {
        int sum = crc ^ octet;
        for (int bit = 0; bit < 8; bit++) {
            sum = (sum & 1) != 0 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
        }
        return sum;
    }
}
