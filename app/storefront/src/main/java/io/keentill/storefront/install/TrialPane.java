package io.keentill.storefront.install;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A test payment: the amount, what the terminal says, and both outcomes. */
final class TrialPane extends VBox {

    private final TrialModel model;
    private final Texts texts;
    private final VBox outcome = new VBox();
    private final VBox left = new VBox();

    TrialPane(TerminalsModel terminals, Texts texts) {
        this.model = terminals.trial();
        this.texts = texts;
        setId("trial");
        getStyleClass().add("form-part");
        Ui.shownWhen(this, terminals.chosenProperty().map(KnownTerminal::inUse).orElse(false));
        outcome.setId("trial-outcome");
        outcome.getStyleClass().add("health");
        Ui.shownWhen(outcome, model.outcomeProperty().map(o -> true).orElse(false));
        left.getStyleClass().add("form-part");
        Ui.shownWhen(left, Bindings.isNotEmpty(model.unfinished()));
        Label complaint = Ui.wrapping(Ui.bound("trial-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        getChildren()
                .addAll(
                        Ui.heading(texts.get("install.trial")),
                        Ui.wrapping(Ui.label(texts.get("install.trial.hint"), "muted")),
                        begin(),
                        running(),
                        complaint,
                        outcome,
                        left);
        model.outcomeProperty().addListener((o, before, now) -> draw(now));
        model.unfinished().addListener((ListChangeListener<PaymentAttempt>) change -> drawLeft());
        drawLeft();
    }

    private Node begin() {
        TextField amount = Ui.field("trial-amount", texts.get("install.trial.amount"), model.amountProperty());
        amount.setPrefColumnCount(6);
        HBox.setHgrow(amount, Priority.ALWAYS);
        Button go = Ui.button("trial-go", Feather.CREDIT_CARD, texts.get("install.trial.go"), model::start, "accent");
        HBox row = new HBox(amount, go);
        row.getStyleClass().add("top-row");
        Ui.shownWhen(row, model.runningProperty().map(running -> !running));
        return row;
    }

    private Node running() {
        Label said = Ui.wrapping(Ui.bound(
                "trial-said",
                model.saidProperty().map(text -> text.isEmpty() ? texts.get("install.trial.running") : text),
                "task-text"));
        Button stop = Ui.button("trial-stop", Feather.X_CIRCLE, texts.get("install.trial.stop"), model::stop);
        VBox box = new VBox(said, Ui.flow(stop));
        box.getStyleClass().add("form-part");
        Ui.shownWhen(box, model.runningProperty());
        return box;
    }

    private void draw(TrialModel.@Nullable Outcome now) {
        outcome.getChildren().clear();
        if (now != null) {
            outcome.getChildren()
                    .addAll(line(now.good(), now.taken(), "trial-taken"), line(now.good(), now.back(), "trial-back"));
        }
    }

    private static Node line(boolean good, String words, String id) {
        Label label = Ui.wrapping(Ui.label(words, "story-line"));
        label.setId(id);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(
                Ui.icon(
                        good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                        "tone-icon",
                        good ? "tone-good" : "tone-bad"),
                label);
        line.getStyleClass().add("story-row");
        return line;
    }

    private void drawLeft() {
        left.getChildren().clear();
        for (PaymentAttempt sale : model.unfinished()) {
            Label words = Ui.wrapping(
                    Ui.label(texts.get("install.trial.left", texts.money(sale.amount()), sale.reference()), "why-not"));
            Button back = Ui.button(
                    "trial-finish-" + sale.reference(),
                    Feather.CORNER_UP_LEFT,
                    texts.get("install.trial.finish"),
                    () -> model.giveBack(sale));
            back.disableProperty().bind(model.runningProperty());
            back.setVisible(!sale.state().isOpen());
            back.setManaged(!sale.state().isOpen());
            left.getChildren().addAll(words, Ui.flow(back));
        }
    }
}
