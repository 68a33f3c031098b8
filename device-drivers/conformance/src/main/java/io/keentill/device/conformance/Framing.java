package io.keentill.device.conformance;

/** Finds where a message ends, so that the kit can lose, delay and double whole answers. */
@FunctionalInterface
public interface Framing {

    /** For protocols of which nothing is known: whatever comes at once is a message. */
    Framing BURSTS = (bytes, length) -> length;

    /**
     * How long the first message is.
     *
     * @param bytes what has come from the terminal, from its start
     * @param length how much of {@code bytes} counts, above zero
     * @return bytes of the first message, 0 while it is not complete
     */
    int firstMessage(byte[] bytes, int length);
}
