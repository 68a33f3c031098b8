package io.keentill.engine.selling;

import io.keentill.domain.catalogue.Product;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.List;

/** Looking for products. Reads only; a store that cannot be read gives an empty answer and a log entry. */
public final class Catalogue {

    private static final System.Logger LOG = System.getLogger(Catalogue.class.getName());

    private final TillStore store;

    /** The catalogue in {@code store}. */
    public Catalogue(TillStore store) {
        this.store = store;
    }

    /** Products whose name, SKU or code fits what was typed so far, at most {@code limit}. */
    public List<Product> search(String text, int limit) {
        return text.isBlank() ? favourites(limit) : read(view -> view.search(text, limit));
    }

    /** The first page of the product grid. */
    public List<Product> favourites(int limit) {
        return read(view -> view.favourites(limit));
    }

    /** All categories, in alphabetical order. */
    public List<String> categories() {
        return read(View::categories);
    }

    /** Products of a category by name, at most {@code limit}. */
    public List<Product> in(String category, int limit) {
        return read(view -> view.productsIn(category, limit));
    }

    private <T> List<T> read(TillStore.Read<List<T>> query) {
        try {
            return store.read(query);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The catalogue could not be read", e);
            return List.of();
        }
    }
}
