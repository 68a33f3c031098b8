package io.keentill.device.conformance.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes new inputs of known ones by the mistakes that lines, terminals and attackers make. */
final class Mutator {

    private static final int[] TELLING = {0x00, 0x01, 0x02, 0x03, 0x06, 0x10, 0x15, 0x1C, 0x1F, 0x7F, 0x80, 0xF0, 0xFF};

    private final RandomGenerator random;
    private final int longest;

    /** @param longest bytes that an input has at most */
    Mutator(RandomGenerator random, int longest) {
        this.random = random;
        this.longest = longest;
    }

    /** A new input from one of {@code corpus}; now and then pure nonsense. */
    byte[] next(List<byte[]> corpus) {
        if (random.nextInt(50) == 0) {
            byte[] nonsense = new byte[random.nextInt(Math.min(longest, 64)) + 1];
            random.nextBytes(nonsense);
            return nonsense;
        }
        byte[] input = corpus.get(random.nextInt(corpus.size())).clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            input = change(input, corpus);
        }
        return input.length > longest ? Arrays.copyOf(input, longest) : input;
    }

    private byte[] change(byte[] input, List<byte[]> corpus) {
        if (input.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(input.length);
        switch (random.nextInt(8)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt(256);
            case 2 -> input[at] = (byte) TELLING[random.nextInt(TELLING.length)];
            case 3 -> input[at] += (byte) (random.nextInt(5) - 2);
            case 4 -> {
                return Arrays.copyOf(input, at);
            }
            case 5 -> {
                return spliced(input, at, new byte[] {(byte) random.nextInt(256)}, at);
            }
            case 6 -> {
                int to = Math.min(input.length, at + 1 + random.nextInt(8));
                return spliced(input, to, Arrays.copyOfRange(input, at, to), to);
            }
            default -> {
                byte[] other = corpus.get(random.nextInt(corpus.size()));
                int from = other.length == 0 ? 0 : random.nextInt(other.length);
                return spliced(input, at, Arrays.copyOfRange(other, from, other.length), input.length);
            }
        }
        return input;
    }

    /** The start of {@code input} up to {@code at}, then {@code middle}, then {@code input} again from {@code rest}. */
    private static byte[] spliced(byte[] input, int at, byte[] middle, int rest) {
        byte[] all = new byte[at + middle.length + input.length - rest];
        System.arraycopy(input, 0, all, 0, at);
        System.arraycopy(middle, 0, all, at, middle.length);
        System.arraycopy(input, rest, all, at + middle.length, input.length - rest);
        return all;
    }
}
