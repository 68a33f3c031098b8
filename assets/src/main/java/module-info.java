import org.jspecify.annotations.NullMarked;

/** Fonts, icons and the sample shop. */
@NullMarked
module io.keentill.assets {
    requires static transitive org.jspecify;

    exports io.keentill.assets;

    opens io.keentill.assets.fonts;
    opens io.keentill.assets.icons;
    opens io.keentill.assets.sample;
}
