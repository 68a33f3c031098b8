package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Crc16;
import java.util.Arrays;

/** Gives mutated frames the checksum that they would have, so that what is in them gets read. */
final class Repair {

    private Repair() {}

    /** The same with a right CRC behind each 10 03, made longer if it ended before. */
    static byte[] frames(byte[] input) {
        byte[] all = Arrays.copyOf(input, input.length);
        int content = -1;
        byte[] plain = new byte[input.length + 1];
        int at = 0;
        while (at + 1 < all.length) {
            int one = all[at] & 0xFF;
            int next = all[at + 1] & 0xFF;
            if (one == 0x10 && next == 0x02) {
                content = 0;
                at += 2;
            } else if (one == 0x10 && next == 0x03 && content >= 0) {
                plain[content++] = 0x03;
                int crc = Crc16.of(Bytes.copyOf(plain, content));
                all = Arrays.copyOf(all, Math.max(all.length, at + 4));
                all[at + 2] = (byte) crc;
                all[at + 3] = (byte) (crc >> 8);
                content = -1;
                at += 4;
            } else {
                at += one == 0x10 && next == 0x10 ? 2 : 1;
                if (content >= 0 && content < plain.length - 1) {
                    plain[content++] = (byte) one;
                }
            }
        }
        return all;
    }
}
