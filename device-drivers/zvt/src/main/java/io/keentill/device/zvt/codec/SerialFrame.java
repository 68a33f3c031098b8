package io.keentill.device.zvt.codec;

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

    private SerialFrame() {}

    /** The whole frame around {@code message}. */
    public static Bytes wrap(Bytes message) {
        int[] out = new int[2 * message.length() + 6];
        int at = 0;
        out[at++] = DLE;
        out[at++] = STX;
        for (int i = 0; i < message.length(); i++) {
            out[at++] = message.at(i);
            if (message.at(i) == DLE) {
                out[at++] = DLE;
            }
        }
        int crc = checksum(message);
        out[at++] = DLE;
        out[at++] = ETX;
        out[at++] = crc & 0xFF;
        out[at++] = crc >> 8;
        return Bytes.of(out).slice(0, at);
    }

    /** What follows the end of a frame around {@code message}: the CRC over the message and ETX. */
    static int checksum(Bytes message) {
        return Crc16.of(message.plus(Bytes.of(ETX)));
    }
}
