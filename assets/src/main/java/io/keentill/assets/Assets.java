package io.keentill.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;

/** Files that come with the till, by their path below this package, such as {@code fonts/Inter-Regular.ttf}. */
public final class Assets {

    /** Products of the sample shop: {@code sku,name,price,tax,category,barcode,favourite}, UTF-8, with a heading. */
    public static final String SAMPLE_PRODUCTS = "sample/sample-shop.csv";

    /** Head and foot of the sample shop's receipts: UTF-8 properties. */
    public static final String SAMPLE_SHOP = "sample/sample-shop.properties";

    private Assets() {}

    /**
     * The content of an asset; the caller closes it.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static InputStream open(String name) {
        try {
            return url(name).openStream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset " + name, e);
        }
    }

    /**
     * Where an asset is, for what loads by address.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static URL url(String name) {
        URL url = Assets.class.getResource(name);
        if (url == null) {
            throw new IllegalArgumentException("No asset is called " + name);
        }
        return url;
    }
}
