package io.keentill.device.links;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.util.Set;
import java.util.TreeSet;

/** Keeps a misspelt option from being ignored in silence. */
final class Options {

    private Options() {}

    /**
     * Accepts only options of these names.
     *
     * @throws LinkException naming those that are not known, and those that are
     */
    static void allowOnly(LinkAddress address, Set<String> known) throws LinkException {
        Set<String> unknown = new TreeSet<>(address.options().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new LinkException("The address " + address + " has the option " + String.join(", ", unknown)
                    + (known.isEmpty()
                            ? ", but a link of this kind has no options"
                            : ", but a link of this kind knows only " + String.join(", ", new TreeSet<>(known))));
        }
    }
}
