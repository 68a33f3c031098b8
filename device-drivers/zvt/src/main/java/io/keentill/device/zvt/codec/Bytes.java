package io.keentill.device.zvt.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that nobody can change, with value equality. */
public final class Bytes {

    /** None. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** The low eight bits of each value. */
    public static Bytes of(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return new Bytes(octets);
    }

    /** A copy of {@code octets}. */
    public static Bytes copyOf(byte[] octets) {
        return new Bytes(octets.clone());
    }

    /** A copy of the first {@code length} of {@code octets}. */
    public static Bytes copyOf(byte[] octets, int length) {
        return new Bytes(Arrays.copyOf(octets, length));
    }

    /** {@code octets} themselves: whoever made them must not touch them again. */
    static Bytes owning(byte[] octets) {
        return new Bytes(octets);
    }

    /**
     * From hexadecimal digits; blanks between them are ignored.
     *
     * @throws IllegalArgumentException if something else is among them
     */
    public static Bytes hex(String text) {
        return new Bytes(HexFormat.of().parseHex(text.replace(" ", "")));
    }

    /** {@code text} in {@code charset}. */
    public static Bytes text(String text, Charset charset) {
        return new Bytes(text.getBytes(charset));
    }

    /** How many. */
    public int length() {
        return octets.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** The value at {@code index}, 0 to 255. */
    public int at(int index) {
        return octets[index] & 0xFF;
    }

    /** From {@code start} to the end. */
    public Bytes from(int start) {
        return slice(start, octets.length);
    }

    /** From {@code start} up to and without {@code end}. */
    public Bytes slice(int start, int end) {
        if (start < 0 || end > octets.length || start > end) {
            throw new IndexOutOfBoundsException(start + ".." + end + " of " + octets.length);
        }
        return new Bytes(Arrays.copyOfRange(octets, start, end));
    }

    /** These and then {@code more}. */
    public Bytes plus(Bytes more) {
        byte[] both = Arrays.copyOf(octets, octets.length + more.octets.length);
        System.arraycopy(more.octets, 0, both, octets.length, more.octets.length);
        return new Bytes(both);
    }

    /** A copy. */
    public byte[] toArray() {
        return octets.clone();
    }

    /** As text in {@code charset}; what it cannot read becomes its replacement character. */
    public String text(Charset charset) {
        return new String(octets, charset);
    }

    /** {@code 06 0F 00}. */
    public String toHex() {
        return HEX.formatHex(octets);
    }

    /** Puts bytes together, each copied once however many pieces there are. */
    static final class Builder {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        /** The low eight bits of {@code value}. */
        Builder add(int value) {
            all.write(value);
            return this;
        }

        Builder add(Bytes more) {
            all.writeBytes(more.octets);
            return this;
        }

        Bytes build() {
            return new Bytes(all.toByteArray());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return octets.length + " bytes";
    }
}
