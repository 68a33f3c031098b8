package io.keentill.device.weblink;

import java.util.List;
import java.util.Optional;

/**
 * What the till stores of an attempt before it is sent, to ask for it later. Written as {@code UTI after=57/600057/SALE
 * was=0f3a}; the words behind the first may be missing.
 *
 * @param uti under which it is asked for
 * @param after the till's last approval before it: what the terminal booked earlier is not this attempt
 * @param was the print of what the terminal showed under {@code uti} before; empty if it showed nothing
 */
record Hint(String uti, Optional<Booked> after, String was) {

    private static final String AFTER = "after=";
    private static final String WAS = "was=";

    /** Of a stored hint; one that is empty names the attempt by its reference. */
    static Hint parse(String stored, String reference) {
        List<String> words = List.of(stored.strip().split(" ", -1));
        String first = words.getFirst();
        return new Hint(
                first.isEmpty() ? WireType.uti(reference) : first,
                word(words, AFTER).flatMap(Booked::parse),
                word(words, WAS).orElse(""));
    }

    private static Optional<String> word(List<String> words, String name) {
        return words.stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst();
    }

    /** What to store. */
    String text() {
        return uti + after.map(known -> ' ' + AFTER + known.text()).orElse("") + (was.isEmpty() ? "" : ' ' + WAS + was);
    }
}
