package io.keentill.storefront.sell;

import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The lines of the basket below each other. Places are kept for the next sale, as many as most sales need. */
final class LinesView extends VBox {

    private static final int KEPT = 16;

    private final BasketModel model;
    private final BasketActions actions;
    private final BasketBand band;
    private final Texts texts;

    LinesView(BasketModel model, BasketActions actions, BasketBand band, Texts texts) {
        this.model = model;
        this.actions = actions;
        this.band = band;
        this.texts = texts;
        setId("lines");
        getStyleClass().add("basket-lines");
        model.lines().addListener((ListChangeListener<LineRow>) change -> draw());
        draw();
    }

    /** Draws what changed; the cursor stays on the same key of the same line. */
    private void draw() {
        Optional<Cursor> cursor = cursor();
        List<LineRow> rows = model.lines();
        while (getChildren().size() < rows.size()) {
            getChildren().add(new LineView(getChildren().size(), actions, band, texts, model.editableProperty()));
        }
        int kept = Math.max(KEPT, rows.size());
        if (getChildren().size() > kept) {
            getChildren().subList(kept, getChildren().size()).clear();
        }
        for (int place = 0; place < getChildren().size(); place++) {
            LineRow row = place < rows.size() ? rows.get(place) : null;
            if (!Objects.equals(view(place).row(), row)) {
                view(place).show(row);
            }
        }
        cursor.ifPresent(this::follow);
    }

    /** On which key of which line the cursor is. */
    private record Cursor(LineView at, String lineId, int key) {}

    private Optional<Cursor> cursor() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        if (focused == null) {
            return Optional.empty();
        }
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof LineView line && line.getParent() == this) {
                LineRow row = line.row();
                int key = line.keyOf(focused);
                return row == null || key < 0 ? Optional.empty() : Optional.of(new Cursor(line, row.lineId(), key));
            }
        }
        return Optional.empty();
    }

    private void follow(Cursor cursor) {
        if (shows(cursor.at(), cursor.lineId())) {
            return;
        }
        for (int place = 0; place < model.lines().size(); place++) {
            if (shows(view(place), cursor.lineId())) {
                view(place).focusKey(cursor.key());
                return;
            }
        }
    }

    private static boolean shows(LineView view, String lineId) {
        LineRow row = view.row();
        return row != null && Objects.equals(row.lineId(), lineId);
    }

    private LineView view(int place) {
        return (LineView) getChildren().get(place);
    }
}
