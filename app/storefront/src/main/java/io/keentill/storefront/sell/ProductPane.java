package io.keentill.storefront.sell;

import io.keentill.domain.catalogue.Product;
import io.keentill.storefront.kit.FillingTiles;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Products as tiles, by category, favourites first. */
public final class ProductPane extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final SellModel model;
    private final Texts texts;
    private final FlowPane chips = new FlowPane();
    private final FillingTiles tiles = new FillingTiles(150, 12);

    /** Shows the tiles of {@code model}. */
    public ProductPane(SellModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("product-pane");
        chips.getStyleClass().add("chips");
        tiles.getStyleClass().add("tiles");
        tiles.setId("tiles");
        var scroll = Ui.scroll("tiles-scroll", tiles);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label none = Ui.label(texts.get("sell.noTiles"), "muted");
        Ui.shownWhen(none, Bindings.isEmpty(model.tiles()));
        getChildren().addAll(chips, none, scroll);
        model.categories().addListener((ListChangeListener<String>) change -> fillChips());
        model.tiles().addListener((ListChangeListener<Product>) change -> fillTiles());
        model.categoryProperty().addListener((o, before, now) -> mark());
        fillChips();
        fillTiles();
    }

    private void fillChips() {
        List<Button> buttons = new ArrayList<>();
        Button favourites = Ui.button(
                "category-favourites",
                Feather.STAR,
                texts.get("sell.favourites"),
                () -> model.openCategory(""),
                "chip");
        favourites.setUserData("");
        buttons.add(favourites);
        for (int i = 0; i < model.categories().size(); i++) {
            String name = model.categories().get(i);
            Button chip = Ui.button("category-" + i, name, () -> model.openCategory(name), "chip");
            chip.setUserData(name);
            buttons.add(chip);
        }
        chips.getChildren().setAll(buttons);
        mark();
    }

    private void mark() {
        String now = model.categoryProperty().get();
        chips.getChildren().forEach(chip -> chip.pseudoClassStateChanged(CURRENT, now.equals(chip.getUserData())));
    }

    private void fillTiles() {
        List<Button> buttons = new ArrayList<>();
        for (Product product : model.tiles()) {
            buttons.add(tile(product));
        }
        tiles.getChildren().setAll(buttons);
    }

    private Button tile(Product product) {
        String price = ProductText.price(product, texts);
        Label name = Ui.label(product.name(), "tile-name");
        name.setWrapText(true);
        name.setAlignment(Pos.TOP_LEFT);
        name.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(name, Priority.ALWAYS);
        VBox content = new VBox(name, Ui.label(price, "tile-price"));
        content.getStyleClass().add("tile-content");
        content.setPrefSize(120, 80);
        Button tile = Ui.button("tile-" + product.sku(), product.name(), () -> model.add(product), "tile");
        tile.setAccessibleText(product.name() + ", " + price);
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.setGraphic(content);
        tile.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(tile.widthProperty().subtract(26));
        return tile;
    }
}
