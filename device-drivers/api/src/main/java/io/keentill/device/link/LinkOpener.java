package io.keentill.device.link;

import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

/** Opens a link of whatever kind an address names. What drivers are given instead of sockets and ports. */
@FunctionalInterface
public interface LinkOpener {

    /**
     * Opens a link.
     *
     * @throws LinkException if the kind is unknown or the link cannot be opened
     */
    Link open(LinkAddress address, Duration within) throws LinkException;

    /**
     * Forgets whom it met at {@code address}, such as a pinned certificate: part of unpairing.
     *
     * @throws IOException if that cannot be written; the message is for people
     */
    default void forget(LinkAddress address) throws IOException {
        // An opener without a memory has nothing to forget.
    }

    /**
     * Waits for devices that open a link to the till.
     *
     * @param address where at this machine
     * @throws LinkException if it cannot; the message says what to check
     */
    default LinkListener listen(LinkAddress address) throws LinkException {
        throw new LinkException(Sentence.of(
                "link.nobody-can-call-the-till-over", "Nobody can call the till over {0} here", address.kind()));
    }

    /** One that serves the kinds of {@code providers}, which remember whom they met in {@code memory}. */
    static LinkOpener of(List<LinkProvider> providers, SecretStore memory) {
        return new ProvidedLinks(providers, memory);
    }

    /** One that serves every provider found in {@code layer}'s modules or on the class path. */
    static LinkOpener found(ServiceLoader<LinkProvider> loader, SecretStore memory) {
        return of(loader.stream().map(ServiceLoader.Provider::get).toList(), memory);
    }
}
