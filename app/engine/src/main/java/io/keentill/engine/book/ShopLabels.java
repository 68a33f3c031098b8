package io.keentill.engine.book;

import io.keentill.domain.catalogue.EmbeddedRules;
import io.keentill.domain.catalogue.EmbeddedRules.Hidden;
import io.keentill.domain.catalogue.Product;
import io.keentill.engine.setup.Settings;
import io.keentill.store.View;
import java.util.Optional;

/** What the labels of this shop's own scales say, by the rules that it set. */
public final class ShopLabels {

    private ShopLabels() {}

    /**
     * A label that is read.
     *
     * @param product of which it tells, still sold or not
     * @param hidden its weight or its price
     */
    public record Label(Product product, Hidden hidden) {}

    /** The label with this code, normalised; empty if it is none, or no product is known by what it names. */
    public static Optional<Label> read(View view, String code) {
        return rules(view)
                .read(code)
                .flatMap(hidden -> hidden.codes().stream()
                        .flatMap(name -> view.productByCode(name).stream())
                        .findFirst()
                        .map(product -> new Label(product, hidden)));
    }

    /** Rules that make no sense are refused where they are set; ones from another program hide nothing here. */
    private static EmbeddedRules rules(View view) {
        try {
            return view.setting(Settings.BARCODE_RULES)
                    .map(EmbeddedRules::parse)
                    .orElse(EmbeddedRules.NONE);
        } catch (IllegalArgumentException e) {
            System.getLogger(ShopLabels.class.getName()).log(System.Logger.Level.WARNING, "Labels are not read", e);
            return EmbeddedRules.NONE;
        }
    }
}
