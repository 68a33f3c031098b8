package io.keentill.storefront.orders;

import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that happened to a sale: how it ended, what it was, when. */
final class EventRow extends HBox {

    private final Texts texts;
    private final FontIcon icon = Ui.icon(Feather.CIRCLE, "tone-icon");
    private final Label title = Ui.wrapping(Ui.label("", "story-line"));
    private final Label detail = Ui.wrapping(Ui.label("", "muted", "small"));
    private final Label time = Ui.label("", "muted", "small", "story-time");

    EventRow(Texts texts) {
        this.texts = texts;
        time.setMinWidth(USE_PREF_SIZE);
        VBox body = new VBox(title, detail);
        HBox.setHgrow(body, Priority.ALWAYS);
        getStyleClass().add("story-event");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(icon, body, time);
    }

    /** Says this from now on. */
    void show(StoryLine line) {
        icon.setIconCode(icon(line.tone()));
        icon.getStyleClass().removeIf(style -> style.startsWith("tone-") && !style.equals("tone-icon"));
        icon.getStyleClass().add("tone-" + line.tone().name().toLowerCase(Locale.ROOT));
        title.setText(line.title());
        detail.setText(line.detail());
        detail.setVisible(!line.detail().isEmpty());
        detail.setManaged(!line.detail().isEmpty());
        time.setText(texts.time(line.at()));
        setAccessibleText(time.getText() + " " + line.title() + " " + line.detail());
    }

    private static Feather icon(StoryLine.Tone tone) {
        return switch (tone) {
            case PLAIN -> Feather.CIRCLE;
            case GOOD -> Feather.CHECK_CIRCLE;
            case OPEN -> Feather.CLOCK;
            case BAD -> Feather.X_CIRCLE;
        };
    }
}
