package io.keentill.device.zvt.codec;

import java.io.ByteArrayOutputStream;

/** How a message is wrapped on a serial line (PA00P016): {@code 10 02 | message, every 10 doubled | 10 03 | CRC low, high}. */
public final class SerialFrame {

    /** Data link escape. */
    public static final int DLE = 0x10;
    /** After DLE: a frame begins. */
    public static final int STX = 0x02;
    /** After DLE: a frame ends. */
    public static final int ETX = 0x03;
    /** Alone: frame taken. */
    public static final int ACK = 0x06;
    /** Alone: frame damaged, send again. */
    public static final int NAK = 0x15;

    /** For what stands around a message, and for some doubled bytes. */
    private static final int ROOM = 16;

    private SerialFrame() {}

    /** The whole frame around {@code message}. */
    public static Bytes wrap(Bytes message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length() + ROOM);
        out.write(DLE);
        out.write(STX);
        for (int i = 0; i < message.length(); i++) {
            out.write(message.at(i));
            if (message.at(i) == DLE) {
                out.write(DLE);
            }
        }
        int crc = checksum(message);
        out.write(DLE);
        out.write(ETX);
        out.write(crc);
        out.write(crc >> 8);
        return Bytes.owning(out.toByteArray());
    }

    /** What follows the end of a frame around {@code message}: the CRC over the message and ETX. */
    static int checksum(Bytes message) {
        return Crc16.with(Crc16.of(message), ETX);
    }
}
