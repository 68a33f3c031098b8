package io.keentill.device.link;

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

    /** One that serves the kinds of {@code providers}. */
    static LinkOpener of(List<LinkProvider> providers) {
        List<LinkProvider> known = List.copyOf(providers);
        return (address, within) -> {
            for (LinkProvider provider : known) {
                if (provider.kind().equals(address.kind())) {
                    return provider.open(address, within);
                }
            }
            throw new LinkException("No link of kind \"" + address.kind() + "\" here; there are "
                    + String.join(
                            ", ",
                            known.stream().map(LinkProvider::kind).sorted().toList()));
        };
    }

    /** One that serves every provider found in {@code layer}'s modules or on the class path. */
    static LinkOpener found(ServiceLoader<LinkProvider> loader) {
        return of(loader.stream().map(ServiceLoader.Provider::get).toList());
    }
}
