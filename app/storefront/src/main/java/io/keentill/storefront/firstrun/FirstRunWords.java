package io.keentill.storefront.firstrun;

import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * Controls of the first run. Their words follow the language that is chosen there, each in its place: a window made anew
 * would hold the screen up for longer than a frame, and lose the cursor.
 */
final class FirstRunWords {

    private final FirstRunModel model;

    FirstRunWords(FirstRunModel model) {
        this.model = model;
    }

    /** The words of this key. */
    ObservableValue<String> of(String key) {
        return model.languageProperty().map(language -> model.texts().get(key));
    }

    /** The words that {@code key} names by what {@code state} is. */
    <T> ObservableValue<String> by(ObservableValue<T> state, Function<T, String> key) {
        return Bindings.createStringBinding(
                () -> model.texts().get(key.apply(state.getValue())), state, model.languageProperty());
    }

    Label label(String key, String... styles) {
        Label label = Ui.wrapping(Ui.label("", styles));
        label.textProperty().bind(of(key));
        return label;
    }

    Label heading(String key) {
        return label(key, "section");
    }

    /** A heading and the field below it. */
    List<Node> headed(String name, StringProperty text) {
        return List.of(heading("first." + name), field("first-" + name, "first." + name + ".prompt", text));
    }

    TextField field(String id, String prompt, StringProperty text) {
        return named(Ui.field(id, "", text), prompt);
    }

    TextField secret(String id, String prompt, StringProperty text) {
        return named(Ui.secret(id, "", text), prompt);
    }

    private TextField named(TextField field, String prompt) {
        field.promptTextProperty().bind(of(prompt));
        field.accessibleTextProperty().bind(of(prompt));
        return field;
    }

    Button button(String id, Feather icon, ObservableValue<String> words, Runnable action, String... styles) {
        Button button = Ui.button(id, icon, "", action, styles);
        button.textProperty().bind(words);
        button.accessibleTextProperty().bind(words);
        return button;
    }

    /** Of which one holds; the words of each are those of {@code key} and its name. */
    <T extends Enum<T>> FlowPane choices(
            String id, String key, List<T> values, ReadOnlyProperty<T> current, java.util.function.Consumer<T> choose) {
        FlowPane row = Choices.of(id, values, current, Enum::name, choose);
        for (int i = 0; i < values.size(); i++) {
            ToggleButton one = (ToggleButton) row.getChildren().get(i);
            String words = key + "." + values.get(i).name().toLowerCase(Locale.ROOT);
            one.textProperty().bind(of(words));
            one.accessibleTextProperty().bind(of(words));
        }
        return row;
    }
}
