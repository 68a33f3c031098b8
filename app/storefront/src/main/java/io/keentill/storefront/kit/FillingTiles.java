package io.keentill.storefront.kit;

import javafx.scene.layout.TilePane;

/** Tiles that share the whole width, as many beside each other as fit with at least their smallest width. */
public final class FillingTiles extends TilePane {

    private final double least;
    private final int most;

    /** Tiles at least {@code least} pixels wide, at most {@code most} beside each other. */
    public FillingTiles(double least, int most) {
        this.least = least;
        this.most = most;
        widthProperty().addListener((o, before, now) -> share());
        hgapProperty().addListener((o, before, now) -> share());
        insetsProperty().addListener((o, before, now) -> share());
    }

    private void share() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int columns = Math.clamp((long) ((room + getHgap()) / (least + getHgap())), 1, most);
        if (room > least) {
            setPrefTileWidth(Math.floor((room - (columns - 1) * getHgap()) / columns));
        }
    }
}
