package io.keentill.device.link;

import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Links of the kinds that some providers open. */
record ProvidedLinks(List<LinkProvider> providers, SecretStore memory) implements LinkOpener {

    ProvidedLinks {
        providers = List.copyOf(providers);
    }

    @Override
    public Link open(LinkAddress address, Duration within) throws LinkException {
        return provider(address).open(address, within, memory);
    }

    @Override
    public LinkListener listen(LinkAddress address) throws LinkException {
        return provider(address).listen(address);
    }

    private LinkProvider provider(LinkAddress address) throws LinkException {
        for (LinkProvider provider : providers) {
            if (provider.kind().equals(address.kind())) {
                return provider;
            }
        }
        throw new LinkException(Sentence.of(
                "link.no-link-of-kind-here",
                "No link of kind \"{0}\" here; there are {1}",
                address.kind(),
                String.join(
                        ", ",
                        providers.stream().map(LinkProvider::kind).sorted().toList())));
    }

    @Override
    public void forget(LinkAddress address) throws IOException {
        for (LinkProvider provider : providers) {
            if (provider.kind().equals(address.kind())) {
                provider.forget(address, memory);
            }
        }
    }
}
