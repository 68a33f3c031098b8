package io.keentill.device.conformance;

import io.keentill.device.terminal.Capability;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * What the kit must know of a driver.
 *
 * @param name in reports, for instance {@code zvt over tcp}
 * @param capabilities what the driver is to announce, no more and no less
 * @param currency of all payments
 * @param variants kinds of simulated terminal to run every fault against, at least one
 * @param framing where messages from the terminal end
 * @param late how long a late answer is held back: longer than the shortest wait of the driver in tests
 * @param patience the longest that any call may take with the waits of the tests
 * @param every faults by byte are tried at every such byte: 1 is all of them, slow lines take more
 * @param sealed why a byte to the terminal cannot change on its way without the link breaking, as under TLS, although the
 *     simulation goes without; empty where it can. Such faults are then skipped, with this as the reason
 */
public record Profile(
        String name,
        Set<Capability> capabilities,
        Currency currency,
        List<String> variants,
        Framing framing,
        Duration late,
        Duration patience,
        int every,
        String sealed) {

    /** Copies what can change. */
    public Profile {
        capabilities = Set.copyOf(capabilities);
        variants = List.copyOf(variants);
        if (variants.isEmpty() || every < 1) {
            throw new IllegalArgumentException("A profile has a variant, and a step of at least one byte");
        }
    }

    /** One with a single variant, waits of usual length, and faults at every byte. */
    public static Profile of(String name, Set<Capability> capabilities, String currency, Framing framing) {
        return new Profile(
                name,
                capabilities,
                Currency.getInstance(currency),
                List.of("standard"),
                framing,
                Duration.ofMillis(400),
                Duration.ofSeconds(20),
                1,
                "");
    }

    /** The same against these kinds of simulated terminal. */
    public Profile against(String... kinds) {
        return new Profile(name, capabilities, currency, List.of(kinds), framing, late, patience, every, sealed);
    }

    /** The same with faults at every so many bytes. */
    public Profile every(int bytes) {
        return new Profile(name, capabilities, currency, variants, framing, late, patience, bytes, sealed);
    }

    /** The same with other waits. */
    public Profile waiting(Duration lateBy, Duration longest) {
        return new Profile(name, capabilities, currency, variants, framing, lateBy, longest, every, sealed);
    }

    /** The same over what lets no byte to the terminal change unnoticed, and why that is so. */
    public Profile sealed(String why) {
        return new Profile(name, capabilities, currency, variants, framing, late, patience, every, why);
    }
}
