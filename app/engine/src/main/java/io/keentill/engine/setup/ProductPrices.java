package io.keentill.engine.setup;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.products.Product;
import io.keentill.store.RemoteObject;
import io.keentill.store.View;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a product of RevKeen costs at this till, in the shop's currency.
 *
 * @param one the price where none is chosen: one whose lookup key begins with {@code till} before the product's own, and
 *     where that is in another currency the newest there is
 * @param open whether the clerk says it
 * @param choices the prices that have a nickname, by amount, if there are at least two of them
 */
record ProductPrices(Money one, boolean open, List<PriceChoice> choices) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A remembered price, with RevKeen's id. */
    private record Known(String id, JsonNode content) {

        String text(String member) {
            return content.path(member).asString("");
        }

        long amount() {
            return content.path("amount").asLong();
        }

        boolean isOpen() {
            return content.path("open").asBoolean(false);
        }
    }

    /**
     * The prices of {@code remote} as far as they were downloaded.
     *
     * @throws IllegalArgumentException if it has none that this till can ask for
     */
    static ProductPrices of(View view, Product remote) {
        String currency = view.shop()
                .map(shop -> shop.currency().getCurrencyCode())
                .orElseGet(() -> remote.currency().toUpperCase(Locale.ROOT));
        List<Known> all = view.remotesBy(CatalogueDownload.PRICE, remote.id()).stream()
                .map(ProductPrices::known)
                .filter(price -> price.text("currency").equalsIgnoreCase(currency))
                .sorted(Comparator.comparing((Known price) -> price.text("made"))
                        .reversed())
                .toList();
        boolean open = all.stream().anyMatch(Known::isOpen);
        List<Known> fixed = all.stream().filter(price -> !price.isOpen()).toList();
        List<PriceChoice> choices = fixed.stream()
                .filter(price -> !price.text("name").isBlank() && price.amount() >= 0)
                .sorted(Comparator.comparingLong(Known::amount))
                .map(price -> new PriceChoice(price.id(), price.text("name"), Money.of(price.amount(), currency)))
                .toList();
        boolean own = remote.amountMinor() != null && remote.currency().equalsIgnoreCase(currency);
        Optional<Long> minor = fixed.stream()
                .filter(price -> price.text("key").startsWith("till"))
                .map(Known::amount)
                .findFirst()
                .or(() -> own
                        ? Optional.ofNullable(remote.amountMinor())
                        : fixed.stream().map(Known::amount).findFirst())
                .or(() -> open ? Optional.of(0L) : Optional.empty());
        Money one = Money.of(
                minor.filter(amount -> amount >= 0)
                        .orElseThrow(() -> new BadInputException(
                                Sentence.of("setup.it-has-no-price-in", "it has no price in {0}", currency))),
                currency);
        return new ProductPrices(one, open, choices.size() < 2 ? List.of() : choices);
    }

    private static Known known(RemoteObject price) {
        return new Known(price.id(), JSON.readTree(price.content()));
    }
}
