package io.keentill.storefront.sell;

/**
 * What a row of a list says.
 *
 * @param title in bold
 * @param below smaller, under the title
 * @param figure at the right; empty for none
 */
record RowText(String title, String below, String figure) {

    /** What a screen reader says. */
    String spoken() {
        return figure.isEmpty() ? title : title + ", " + figure;
    }
}
