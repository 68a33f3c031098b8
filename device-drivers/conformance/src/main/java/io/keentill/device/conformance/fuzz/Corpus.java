package io.keentill.device.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The inputs worth mutating: the recorded ones and those that reached something first, which stay; and those that only
 * went a new way through what was known, of which a number is kept.
 */
final class Corpus {

    private static final int MOST_PIONEERS = 8_192;
    private static final int MOST_OTHERS = 4_096;

    private final List<byte[]> pioneers;
    private final List<byte[]> others = new ArrayList<>();

    /** Starts with {@code recorded}, at least one. */
    Corpus(List<byte[]> recorded) {
        if (recorded.isEmpty()) {
            throw new IllegalArgumentException("Mutation needs something to mutate");
        }
        pioneers = new ArrayList<>(recorded);
    }

    /** One to mutate. Half of the time it is a pioneer, however many others there are. */
    byte[] any(RandomGenerator random) {
        List<byte[]> from = others.isEmpty() || random.nextBoolean() ? pioneers : others;
        return from.get(random.nextInt(from.size()));
    }

    /** Keeps an input that reached something first. */
    void addPioneer(byte[] input) {
        if (pioneers.size() < MOST_PIONEERS) {
            pioneers.add(input);
        }
    }

    /** Keeps an input that went a new way, in place of another one if there are too many. */
    void addOther(byte[] input, RandomGenerator random) {
        if (others.size() < MOST_OTHERS) {
            others.add(input);
        } else {
            others.set(random.nextInt(MOST_OTHERS), input);
        }
    }

    /** How many inputs. */
    int size() {
        return pioneers.size() + others.size();
    }

    /** How many bytes of memory they take, about. */
    long bytes() {
        return bytes(pioneers) + bytes(others);
    }

    private static long bytes(List<byte[]> inputs) {
        return inputs.stream().mapToLong(input -> input.length + 24L).sum();
    }
}
