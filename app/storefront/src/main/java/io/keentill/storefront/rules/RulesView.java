package io.keentill.storefront.rules;

import io.keentill.domain.money.Money;
import io.keentill.engine.office.ShopRules;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.rules.RulesModel.Answer;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Each rule in words, with what changes it right below. */
public final class RulesView extends StackPane {

    private final RulesModel model;
    private final Texts texts;

    /** Changes {@code model}. */
    public RulesView(RulesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("rules");
        VBox box = new VBox(
                Ui.wrapping(Ui.label(texts.get("rules.title"), "screen-title")),
                Ui.wrapping(Ui.label(texts.get("rules.hint"), "muted")),
                shifts(),
                returns(),
                labels());
        box.getStyleClass().add("office");
        getChildren().add(Ui.scroll("rules-scroll", box));
    }

    private Node shifts() {
        Label shut = Ui.wrapping(Ui.label(texts.get("rules.noShift"), "why-not"));
        shut.setId("rules-no-shift");
        Ui.shownWhen(shut, model.shutProperty());
        return card(
                Ui.heading(texts.get("rules.shifts")),
                holds("rules-shift-now", now -> texts.get("rules.shift.now." + key(now.shiftRequired()))),
                choice("shift", model.shiftProperty(), model::chooseShift),
                shut,
                holds("rules-difference-now", this::difference),
                field("difference", model.differenceProperty(), model::setDifference),
                complaint("rules-shift-complaint", model.shiftComplaintProperty()),
                set("difference", model::setDifference));
    }

    private String difference(ShopRules now) {
        return now.difference().isZero()
                ? texts.get("rules.difference.none")
                : texts.get("rules.difference.now", texts.money(now.difference()));
    }

    private Node returns() {
        return card(
                Ui.heading(texts.get("rules.returns")),
                holds("rules-returns-now", now -> texts.get("rules.returns.now." + key(now.withoutReceipt()))),
                choice("returns", model.returnsProperty(), model::chooseReturns),
                holds("rules-limit-now", this::limit),
                field("limit", model.limitProperty(), model::setLimit),
                complaint("rules-returns-complaint", model.returnsComplaintProperty()),
                set("limit", model::setLimit));
    }

    private String limit(ShopRules now) {
        Money most = now.returnLimit();
        return most == null ? texts.get("rules.limit.none") : texts.get("rules.limit.now", texts.money(most));
    }

    private Node labels() {
        Button none = Ui.button("rules-labels-none", texts.get("rules.labels.takeAway"), model::noLabels);
        none.disableProperty()
                .bind(model.rulesProperty().map(now -> now.labels().isEmpty()).orElse(true));
        TextField field = field("labels", model.labelsProperty(), model::setLabels);
        // A button that goes out of use would leave the cursor wherever JavaFX has it.
        none.disabledProperty().addListener((o, before, now) -> {
            if (now && none.isFocused()) {
                field.requestFocus();
            }
        });
        return card(
                Ui.heading(texts.get("rules.labels")),
                holds("rules-labels-now", this::labelWords),
                Ui.wrapping(Ui.label(texts.get("rules.labels.how"), "muted")),
                field,
                complaint("rules-labels-complaint", model.labelsComplaintProperty()),
                Ui.flow(Ui.button("rules-labels-set", texts.get("rules.labels.set"), model::setLabels), none));
    }

    private String labelWords(ShopRules now) {
        return now.labels().isEmpty()
                ? texts.get("rules.labels.none")
                : now.labels().stream()
                        .map(pattern -> texts.get(
                                pattern.indexOf('W') < 0 ? "rules.labels.price" : "rules.labels.weight", pattern))
                        .collect(Collectors.joining("\n"));
    }

    private static String key(boolean so) {
        return so ? "yes" : "no";
    }

    private static Node card(Node... parts) {
        VBox card = new VBox(parts);
        card.getStyleClass().addAll("card", "form");
        return card;
    }

    /** What holds, in words. */
    private Label holds(String id, Function<ShopRules, String> words) {
        return Ui.wrapping(Ui.bound(id, model.rulesProperty().map(words).orElse("")));
    }

    private Node choice(String rule, ReadOnlyProperty<Answer> current, Consumer<Answer> choose) {
        return Choices.of(
                "rules-" + rule,
                List.of(Answer.NO, Answer.YES),
                current,
                answer -> texts.get("rules." + rule + "." + key(answer == Answer.YES)),
                choose);
    }

    private TextField field(String rule, StringProperty typed, Runnable set) {
        TextField field = Ui.field("rules-" + rule, texts.get("rules." + rule + ".prompt"), typed);
        field.setOnAction(event -> set.run());
        return field;
    }

    private Node set(String rule, Runnable set) {
        return Ui.flow(Ui.button("rules-" + rule + "-set", texts.get("rules." + rule + ".set"), set));
    }

    private static Label complaint(String id, ReadOnlyStringProperty what) {
        Label complaint = Ui.wrapping(Ui.bound(id, what, "complaint"));
        Ui.shownWhen(complaint, what.isNotEmpty());
        return complaint;
    }

    /** Puts the cursor on the answer that holds. */
    public void focusFirst() {
        Answer holds = model.shiftProperty().get();
        Node first = lookup(
                "#rules-shift-" + (holds == null ? Answer.NO : holds).name().toLowerCase(Locale.ROOT));
        if (first != null) {
            first.requestFocus();
        }
    }
}
