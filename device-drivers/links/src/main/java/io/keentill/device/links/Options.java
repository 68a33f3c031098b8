package io.keentill.device.links;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
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
            String names = String.join(", ", unknown);
            throw new LinkException(
                    known.isEmpty()
                            ? Sentence.of(
                                    "link.a-link-of-this-kind-has-no-options",
                                    "The address {0} has the option {1}, but a link of this kind has no options",
                                    address,
                                    names)
                            : Sentence.of(
                                    "link.a-link-of-this-kind-knows-only",
                                    "The address {0} has the option {1}, but a link of this kind knows only {2}",
                                    address,
                                    names,
                                    String.join(", ", new TreeSet<>(known))));
        }
    }
}
