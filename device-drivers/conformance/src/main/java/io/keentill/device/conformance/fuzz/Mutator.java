package io.keentill.device.conformance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes new inputs of known ones by the mistakes that lines, terminals and attackers make. */
final class Mutator {

    private static final int[] TELLING = {0x00, 0x01, 0x02, 0x03, 0x06, 0x10, 0x15, 0x1C, 0x1F, 0x7F, 0x80, 0xF0, 0xFF};
    /** Words that readers of numbers and text stumble over. */
    private static final List<String> AWKWARD =
            List.of("-1", "0", "9223372036854775808", "1e999", "0.005", "null", "\\u0000", "[", "{", "\r\n\r\n");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{2,24}");

    private final RandomGenerator random;
    private final int longest;
    private final List<byte[]> words = new ArrayList<>();

    /**
     * One that knows the words of {@code recorded}.
     *
     * @param longest bytes that an input has at most
     */
    Mutator(RandomGenerator random, int longest, List<byte[]> recorded) {
        this.random = random;
        this.longest = longest;
        Set<String> found = new LinkedHashSet<>(AWKWARD);
        for (byte[] input : recorded) {
            WORD.matcher(new String(input, StandardCharsets.ISO_8859_1))
                    .results()
                    .forEach(word -> found.add(word.group()));
        }
        found.forEach(word -> words.add(word.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A new input from one of {@code corpus}; now and then pure nonsense. */
    byte[] next(Corpus corpus) {
        if (random.nextInt(50) == 0) {
            byte[] nonsense = new byte[random.nextInt(Math.min(longest, 64)) + 1];
            random.nextBytes(nonsense);
            return nonsense;
        }
        byte[] input = corpus.any(random).clone();
        int changes = 1 + random.nextInt(random.nextInt(8) == 0 ? 16 : 4);
        for (int i = 0; i < changes; i++) {
            input = change(input, corpus);
        }
        return input.length > longest ? Arrays.copyOf(input, longest) : input;
    }

    private byte[] change(byte[] input, Corpus corpus) {
        if (input.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(input.length);
        return switch (random.nextInt(11)) {
            case 0 -> with(input, at, input[at] ^ (1 << random.nextInt(8)));
            case 1 -> with(input, at, random.nextInt(256));
            case 2 -> with(input, at, TELLING[random.nextInt(TELLING.length)]);
            case 3 -> with(input, at, input[at] + random.nextInt(5) - 2);
            case 4 -> Arrays.copyOf(input, at);
            case 5 -> spliced(input, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 6 -> spliced(input, at, new byte[0], Math.min(input.length, at + 1 + random.nextInt(8)));
            case 7 -> repeated(input, at);
            case 8 -> spliced(input, at, word(), Math.min(input.length, at + random.nextInt(2) * random.nextInt(12)));
            case 9 -> part(input, at, corpus.any(random));
            default -> tail(input, at, corpus.any(random));
        };
    }

    private static byte[] with(byte[] input, int at, int value) {
        input[at] = (byte) value;
        return input;
    }

    private byte[] word() {
        return words.get(random.nextInt(words.size()));
    }

    /** A piece again behind itself, mostly once. */
    private byte[] repeated(byte[] input, int at) {
        int to = Math.min(input.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 64 : 8));
        int times = random.nextInt(8) == 0 ? 1 + random.nextInt(32) : 1;
        byte[] piece = Arrays.copyOfRange(input, at, to);
        byte[] pieces = new byte[Math.min(longest, piece.length * times)];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = piece[i % piece.length];
        }
        return spliced(input, to, pieces, to);
    }

    /** A piece of {@code other} in the middle. */
    private byte[] part(byte[] input, int at, byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(64));
        return spliced(input, at, Arrays.copyOfRange(other, from, to), at);
    }

    /** The end of {@code other}, or all of it, in place of the end of {@code input}. */
    private byte[] tail(byte[] input, int at, byte[] other) {
        if (random.nextBoolean()) {
            return spliced(input, input.length, other, input.length);
        }
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return spliced(input, at, Arrays.copyOfRange(other, from, other.length), input.length);
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
