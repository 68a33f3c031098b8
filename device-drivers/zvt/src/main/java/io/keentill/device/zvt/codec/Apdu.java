package io.keentill.device.zvt.codec;

/**
 * One ZVT message: class, instruction, length, data (PA00P015, "APDU structure"). The length is one byte, or FF and two
 * bytes low first from 255 up.
 *
 * @param command class and instruction as one number: 0x0601
 * @param data 0 to 65535 bytes
 */
public record Apdu(int command, Bytes data) {

    /** The most data one message can carry. */
    public static final int MAX_DATA = 0xFFFF;

    /** Refuses what does not fit a message. */
    public Apdu {
        if (command < 0 || command > 0xFFFF || data.length() > MAX_DATA) {
            throw new IllegalArgumentException("No ZVT message: command " + command + ", " + data.length() + " bytes");
        }
    }

    /** One with data. */
    public static Apdu of(int command, int... data) {
        return new Apdu(command, Bytes.of(data));
    }

    /** First byte. */
    public int commandClass() {
        return command >> 8;
    }

    /** Second byte. */
    public int instruction() {
        return command & 0xFF;
    }

    /** As it goes over TCP, and into a serial frame. */
    public Bytes encode() {
        int length = data.length();
        Bytes head = length < 0xFF
                ? Bytes.of(commandClass(), instruction(), length)
                : Bytes.of(commandClass(), instruction(), 0xFF, length & 0xFF, length >> 8);
        return head.plus(data);
    }

    /** {@code 06 01, 7 bytes}: never the data, which may hold a card number. */
    @Override
    public String toString() {
        return name() + ", " + data.length() + " bytes";
    }

    /** {@code 06 01}. */
    public String name() {
        return Bytes.of(commandClass(), instruction()).toHex();
    }
}
