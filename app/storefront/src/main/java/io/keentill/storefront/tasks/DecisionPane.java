package io.keentill.storefront.tasks;

import io.keentill.domain.payment.Evidence;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.tasks.DecisionModel.Verdict;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was seen, where, and by whom: without all three nothing is decided. */
final class DecisionPane extends VBox {

    DecisionPane(DecisionModel model, Texts texts) {
        setId("decision");
        getStyleClass().add("form-part");
        VBox moved = new VBox(
                Ui.heading(texts.get("decision.amount")),
                Ui.field("decision-amount", texts.get("decision.amount"), model.amountProperty()),
                Ui.heading(texts.get("decision.code")),
                Ui.field("decision-code", texts.get("decision.code.prompt"), model.codeProperty()));
        moved.getStyleClass().add("form-part");
        Ui.shownWhen(moved, model.verdictProperty().map(v -> v == Verdict.MOVED));
        Label complaint = Ui.wrapping(Ui.bound("decision-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        Button decide =
                Ui.button("decision-go", Feather.CHECK, texts.get("decision.go"), model::decide, "accent", "large");
        decide.disableProperty()
                .bind(model.busyProperty().or(model.attemptProperty().isNull()));
        getChildren()
                .addAll(
                        Ui.heading(texts.get("decision.kind")),
                        Choices.of(
                                "decision-kind",
                                List.of(Evidence.Kind.values()),
                                model.kindProperty(),
                                k -> texts.get("decision.kind." + k.name().toLowerCase(Locale.ROOT)),
                                model::choose),
                        Ui.heading(texts.get("decision.verdict")),
                        Choices.of(
                                "decision-verdict",
                                List.of(Verdict.values()),
                                model.verdictProperty(),
                                v -> texts.get("decision.verdict." + v.name().toLowerCase(Locale.ROOT)),
                                model::choose),
                        moved,
                        Ui.heading(texts.get("decision.note")),
                        Ui.field("decision-note", texts.get("decision.note.prompt"), model.noteProperty()),
                        Ui.heading(texts.get("decision.pin")),
                        Ui.secret("decision-pin", texts.get("decision.pin"), model.pinProperty()),
                        complaint,
                        Ui.flow(decide));
    }
}
