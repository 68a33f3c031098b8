package io.keentill.storefront.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A list of large rows, as long as it likes: only the rows in sight are there. One stop of the tabulator; arrows, Home, End
 * and the page keys go through it, Enter and the space bar open the row that the cursor is on, a finger or the mouse any.
 */
public final class RowList<T> extends ListView<T> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Rows<T> kind;
    private final List<Row> made = new ArrayList<>();
    private Predicate<T> chosen = item -> false;

    /**
     * What the rows are.
     *
     * @param id what their ids begin with; their place follows, from 0
     * @param words what one says
     * @param opened what happens when one is opened
     */
    public record Rows<T>(String id, Function<T, RowText> words, Consumer<T> opened) {}

    /** A list with this id; {@code name} is what a screen reader says of it. */
    public RowList(String id, String name, ObservableList<T> items, Rows<T> kind) {
        super(items);
        this.kind = kind;
        setId(id);
        setAccessibleText(name);
        getStyleClass().add("row-list");
        setCellFactory(view -> new Row());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        ListCursor.keep(this);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            T item = getSelectionModel().getSelectedItem();
            if (item != null) {
                kind.opened().accept(item);
                event.consume();
            }
        }
    }

    /** Marks what is open beside the list. */
    public void mark(Predicate<T> which) {
        chosen = which;
        made.forEach(Row::mark);
    }

    /** Puts the cursor of the list on a row and brings it into sight; nothing for a place that is not there. */
    public void moveTo(int place) {
        if (place < 0 || place >= getItems().size()) {
            getSelectionModel().clearSelection();
            return;
        }
        getSelectionModel().clearAndSelect(place);
        if (!inSight(place)) {
            scrollTo(Math.max(0, place - 1));
        }
    }

    private boolean inSight(int place) {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() < place
                && place < flow.getLastVisibleCell().getIndex();
    }

    /** One row in sight: shows one item after the other. */
    private final class Row extends ListCell<T> {

        private final Label title = Ui.label("", "row-title");
        private final Label below = Ui.label("", "muted", "small", "shortened");
        private final Label figure = Ui.label("", "row-figure");
        private final HBox face;

        Row() {
            getStyleClass().add("row-cell");
            title.setMinWidth(0);
            below.setMinWidth(0);
            figure.setMinWidth(Label.USE_PREF_SIZE);
            VBox words = new VBox(title, below);
            words.setMinWidth(0);
            face = new HBox(words, Ui.spring(), figure);
            face.setAlignment(Pos.CENTER_LEFT);
            face.getStyleClass().addAll("row-face", "row-content");
            face.maxWidthProperty().bind(widthProperty().subtract(10));
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                T item = getItem();
                if (item != null && event.getButton() == MouseButton.PRIMARY) {
                    kind.opened().accept(item);
                }
            });
            made.add(this);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            boolean used = item != null && !empty;
            setGraphic(used ? face : null);
            setId(used ? kind.id() + getIndex() : null);
            if (used) {
                RowText text = kind.words().apply(item);
                title.setText(text.title());
                below.setText(text.below());
                figure.setText(text.figure());
                setAccessibleText(text.spokenWhole());
            }
            mark();
        }

        private void mark() {
            T item = getItem();
            pseudoClassStateChanged(CHOSEN, item != null && chosen.test(item));
        }
    }
}
