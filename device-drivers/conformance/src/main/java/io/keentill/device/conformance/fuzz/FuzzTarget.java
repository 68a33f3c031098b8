package io.keentill.device.conformance.fuzz;

/** Something that takes bytes from strangers. */
@FunctionalInterface
public interface FuzzTarget {

    /**
     * Takes one input as if it had come over the line. The same one may come again: to see what it reaches once
     * everything is loaded, or to see again how long it takes.
     *
     * @param input valid, nearly valid or nonsense; may be changed
     * @return anything that tells ways of reacting apart (a kind of message, an error, a state): inputs that bring about a
     *     reaction not seen before are kept and mutated further
     * @throws RuntimeException or Error only if the target is broken: parsers answer nonsense with a value
     */
    int take(byte[] input);
}
