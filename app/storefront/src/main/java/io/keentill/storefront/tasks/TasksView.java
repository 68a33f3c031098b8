package io.keentill.storefront.tasks;

import io.keentill.engine.TillTask;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What waits for a person at the left; what it is and what can be done about it at the right. */
public final class TasksView extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final TasksModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final VBox detail = new VBox();

    /** Shows {@code model}. */
    public TasksView(TasksModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("tasks");
        getStyleClass().add("orders");
        rows.getStyleClass().add("rows");
        Label none = Ui.wrapping(Ui.label(texts.get("tasks.none"), "muted"));
        none.setId("tasks-none");
        Ui.shownWhen(none, Bindings.isEmpty(model.tasks()));
        var scroll = Ui.scroll("tasks-scroll", rows);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(Ui.label(texts.get("tasks.title"), "screen-title"), none, scroll);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        detail.getStyleClass().add("story-content");
        var detailScroll = Ui.scroll("task-scroll", detail);
        VBox.setVgrow(detailScroll, Priority.ALWAYS);
        VBox right = new VBox(detailScroll);
        right.setId("task");
        right.getStyleClass().add("story");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.tasks().addListener((ListChangeListener<TillTask>) change -> fill());
        model.chosenProperty().addListener((o, before, now) -> {
            mark();
            draw(now);
        });
        fill();
        draw(model.chosenProperty().get());
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < model.tasks().size(); i++) {
            rows.getChildren().add(row(i, model.tasks().get(i)));
        }
        mark();
    }

    private Button row(int index, TillTask task) {
        Label title = Ui.label(title(task), "row-title");
        Label since = Ui.label(texts.moment(task.since()), "muted", "small");
        VBox words = new VBox(title, since);
        Button row = new Button();
        row.setGraphic(words);
        row.setId("task-" + index);
        row.setUserData(task);
        row.setAccessibleText(title.getText() + ", " + since.getText());
        row.getStyleClass().add("row");
        row.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(row.widthProperty().subtract(28));
        row.setOnAction(event -> model.choose(task));
        return row;
    }

    private String title(TillTask task) {
        return texts.get("tasks.kind." + task.kind().name().toLowerCase(Locale.ROOT));
    }

    private void mark() {
        rows.getChildren()
                .forEach(row -> row.pseudoClassStateChanged(
                        CHOSEN,
                        row.getUserData() instanceof TillTask t
                                && t.equals(model.chosenProperty().get())));
    }

    private void draw(@Nullable TillTask task) {
        detail.getChildren().clear();
        if (task == null) {
            VBox empty = new VBox(
                    Ui.icon(Feather.CLIPBOARD, "large-icon"), Ui.wrapping(Ui.label(texts.get("tasks.hint"), "muted")));
            empty.getStyleClass().add("empty-hint");
            detail.getChildren().add(empty);
            return;
        }
        Label words = Ui.wrapping(Ui.label(task.text(), "task-text"));
        words.setId("task-text");
        detail.getChildren().addAll(Ui.wrapping(Ui.label(title(task), "screen-title")), words);
        Label why =
                Ui.wrapping(Ui.label(texts.get("tasks.why." + task.kind().name().toLowerCase(Locale.ROOT)), "muted"));
        detail.getChildren().add(why);
        switch (task.kind()) {
            case SYNC_REFUSED -> detail.getChildren().addAll(refusal());
            case PAYMENT_UNKNOWN -> detail.getChildren().add(new DecisionPane(model.decision(), texts));
            case PAYMENT_CONTRADICTED, LINK_PAID_LATE, TERMINAL_DAY_OPEN, TERMINAL_DIFFERS, ORDER_CANCELLED ->
                detail.getChildren().addAll(contradiction());
            case REFUND_OPEN -> detail.getChildren().add(openRefund());
            case HOLD_OPEN ->
                detail.getChildren()
                        .add(Ui.flow(busy(Ui.button(
                                "task-let-go", Feather.UNLOCK, texts.get("tasks.letGo"), model::letGo, "accent"))));
            default -> {}
        }
        Label complaint = Ui.wrapping(Ui.bound("task-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        detail.getChildren().add(complaint);
    }

    private Node[] refusal() {
        return new Node[] {
            Ui.flow(busy(
                    Ui.button("task-retry", Feather.REFRESH_CW, texts.get("tasks.retry"), model::retry, "accent"))),
            Ui.heading(texts.get("tasks.byHand")),
            Ui.field("task-note", texts.get("tasks.byHand.prompt"), model.noteProperty()),
            Ui.flow(busy(Ui.button("task-dismiss", texts.get("tasks.dismiss"), model::dismiss)))
        };
    }

    private Node[] contradiction() {
        return new Node[] {
            Ui.field("task-note", texts.get("tasks.note.prompt"), model.noteProperty()),
            Ui.flow(busy(Ui.button("task-close", Feather.CHECK, texts.get("tasks.close"), model::close, "accent")))
        };
    }

    private Node openRefund() {
        Button inCash = busy(Ui.button("task-in-cash", texts.get("tasks.inCash"), model::restInCash));
        Ui.shownWhen(inCash, model.endsInCashProperty());
        Button giveUp = busy(Ui.button("task-give-up", texts.get("tasks.giveUp"), model::giveUp));
        Ui.shownWhen(giveUp, model.endsInCashProperty().not());
        return Ui.flow(
                busy(Ui.button("task-go-on", Feather.ARROW_RIGHT, texts.get("tasks.goOn"), model::goOn, "accent")),
                inCash,
                giveUp);
    }

    private Button busy(Button button) {
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        if (!rows.getChildren().isEmpty()) {
            rows.getChildren().getFirst().requestFocus();
        }
    }
}
