package io.keentill.storefront.kit;

/**
 * What a row of a list says.
 *
 * @param title in bold
 * @param below smaller, under the title; shortened where there is no room
 * @param figure at the right; empty for none
 */
public record RowText(String title, String below, String figure) {

    /** What a screen reader says. */
    public String spoken() {
        return figure.isEmpty() ? title : title + ", " + figure;
    }

    /** The same with what stands below, for where the rows are read rather than searched. */
    public String spokenWhole() {
        return below.isEmpty() ? spoken() : spoken() + ", " + below;
    }
}
