package io.keentill.device.poslink.codec;

/** Control characters of frames and of the link layer. */
public final class Control {

    /** Begins a frame. */
    public static final int STX = 0x02;
    /** Ends the body of a frame; one check byte follows. */
    public static final int ETX = 0x03;
    /** Ends an exchange. */
    public static final int EOT = 0x04;
    /** Asks whether the other side is there. */
    public static final int ENQ = 0x05;
    /** The frame arrived whole. */
    public static final int ACK = 0x06;
    /** The frame arrived damaged: send it again. */
    public static final int NAK = 0x15;
    /** Stands between groups. */
    public static final char FS = 0x1C;
    /** Stands between the fields of a group. */
    public static final char US = 0x1F;

    private Control() {}
}
