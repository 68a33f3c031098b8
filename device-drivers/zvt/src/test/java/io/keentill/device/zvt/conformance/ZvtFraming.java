package io.keentill.device.zvt.conformance;

/** Where ZVT messages end: by their length on TCP, by DLE ETX and checksum on a serial line. */
final class ZvtFraming {

    private static final int DLE = 0x10;
    private static final int ETX = 0x03;

    private ZvtFraming() {}

    static int tcp(byte[] bytes, int length) {
        if (length < 3) {
            return 0;
        }
        int data = bytes[2] & 0xFF;
        int head = 3;
        if (data == 0xFF) {
            if (length < 5) {
                return 0;
            }
            head = 5;
            data = (bytes[3] & 0xFF) | ((bytes[4] & 0xFF) << 8);
        }
        return length < head + data ? 0 : head + data;
    }

    static int serial(byte[] bytes, int length) {
        if (bytes[0] != DLE) {
            return 1;
        }
        for (int i = 2; i + 3 < length; i++) {
            if (bytes[i] == DLE) {
                if (bytes[i + 1] == ETX) {
                    return i + 4;
                }
                i++;
            }
        }
        return 0;
    }
}
