package io.keentill.storefront.install;

import io.keentill.storefront.install.AddModel.Question;
import io.keentill.storefront.kit.Ui;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * A question of a family's own: its words above the field, and not again in it, where long ones would be cut. What is
 * secret is not shown while it is typed.
 */
final class AskRow extends VBox {

    private final Label words = Ui.heading("");
    private final TextField plain = Ui.field("", "", new SimpleStringProperty(""));
    private final TextField secret = Ui.secret("", "", new SimpleStringProperty(""));
    private StringProperty answer = new SimpleStringProperty("");

    AskRow() {
        getStyleClass().add("form-part");
        getChildren().addAll(words, plain, secret);
    }

    /** Asks this from now on. What was typed as an answer to the one before goes with it. */
    void show(Question question) {
        words.setText(question.text());
        plain.textProperty().unbindBidirectional(answer);
        secret.textProperty().unbindBidirectional(answer);
        answer = question.answer();
        use(plain, question, !question.secret());
        use(secret, question, question.secret());
    }

    private void use(TextField field, Question question, boolean used) {
        field.setVisible(used);
        field.setManaged(used);
        field.setId(used ? "add-answer-" + question.name() : null);
        if (used) {
            field.setAccessibleText(question.text());
            field.textProperty().bindBidirectional(answer);
        } else {
            field.clear();
        }
    }
}
