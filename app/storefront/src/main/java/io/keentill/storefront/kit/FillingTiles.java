package io.keentill.storefront.kit;

import javafx.scene.layout.TilePane;

/** Tiles that share the whole width, as many beside each other as fit with at least their smallest width. */
public final class FillingTiles extends TilePane {

    private final double least;

    /** Tiles at least {@code least} pixels wide. */
    public FillingTiles(double least) {
        this.least = least;
        widthProperty().addListener((o, before, now) -> share());
        hgapProperty().addListener((o, before, now) -> share());
        insetsProperty().addListener((o, before, now) -> share());
    }

    private void share() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int columns = (int) Math.max(1, Math.floor((room + getHgap()) / (least + getHgap())));
        if (room > least) {
            setPrefTileWidth(Math.floor((room - (columns - 1) * getHgap()) / columns));
        }
    }
}
