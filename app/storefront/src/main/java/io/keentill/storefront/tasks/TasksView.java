package io.keentill.storefront.tasks;

import io.keentill.engine.TillTask;
import io.keentill.engine.TillTask.Kind;
import io.keentill.storefront.kit.Cursor;
import io.keentill.storefront.kit.RowList;
import io.keentill.storefront.kit.RowText;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What waits for a person at the left; what it is and what can be done about it at the right. */
public final class TasksView extends HBox {

    private final TasksModel model;
    private final Texts texts;
    private final RowList<TillTask> rows;
    private final VBox detail = new VBox();

    /** Shows {@code model}. */
    public TasksView(TasksModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("tasks");
        getStyleClass().add("orders");
        rows = new RowList<>(
                "tasks-list",
                texts.get("tasks.title"),
                model.tasks(),
                new RowList.Rows<>(
                        "task-", task -> new RowText(title(task), texts.moment(task.since()), ""), model::choose));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Label none = Ui.wrapping(Ui.label(texts.get("tasks.none"), "muted"));
        none.setId("tasks-none");
        Ui.shownWhen(none, Bindings.isEmpty(model.tasks()));
        VBox left = new VBox(Ui.label(texts.get("tasks.title"), "screen-title"), none, rows);
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
        detail.getChildren().setAll(parts());
        model.chosenProperty().addListener((o, before, now) -> rows.mark(row -> row.equals(now)));
    }

    private String title(TillTask task) {
        return texts.get("tasks.kind." + task.kind().name().toLowerCase(Locale.ROOT));
    }

    /** Made once; what fits the task is shown. */
    private List<Node> parts() {
        VBox empty = new VBox(
                Ui.icon(Feather.CLIPBOARD, "large-icon"), Ui.wrapping(Ui.label(texts.get("tasks.hint"), "muted")));
        empty.getStyleClass().add("empty-hint");
        Label name = Ui.wrapping(Ui.label("", "screen-title"));
        name.textProperty().bind(model.chosenProperty().map(this::title).orElse(""));
        Label words = Ui.wrapping(Ui.bound(
                "task-text",
                model.chosenProperty().map(TillTask::text).map(texts::said).orElse(""),
                "task-text"));
        Label why = Ui.wrapping(Ui.label("", "muted"));
        why.textProperty().bind(model.chosenProperty().map(this::why).orElse(""));
        Label complaint = Ui.wrapping(Ui.bound("task-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox about = new VBox(name, words, why);
        about.getStyleClass().add("form-part");
        Ui.shownWhen(empty, model.chosenProperty().map(t -> false).orElse(true));
        Ui.shownWhen(about, model.chosenProperty().map(t -> true).orElse(false));
        return List.of(
                empty,
                about,
                shown(refusal(), Kind.SYNC_REFUSED),
                shown(new DecisionPane(model.decision(), texts), Kind.PAYMENT_UNKNOWN),
                shown(
                        contradiction(),
                        Kind.PAYMENT_CONTRADICTED,
                        Kind.LINK_PAID_LATE,
                        Kind.TERMINAL_DAY_OPEN,
                        Kind.TERMINAL_DIFFERS,
                        Kind.ORDER_CANCELLED,
                        Kind.TOO_MUCH_BACK,
                        Kind.SALE_RESTORED),
                shown(openRefund(), Kind.REFUND_OPEN),
                shown(
                        Ui.flow(Ui.button(
                                "task-let-go", Feather.UNLOCK, texts.get("tasks.letGo"), model::letGo, "accent")),
                        Kind.HOLD_OPEN),
                complaint);
    }

    private String why(TillTask task) {
        return texts.get("tasks.why." + task.kind().name().toLowerCase(Locale.ROOT));
    }

    private Node shown(Node part, Kind... kinds) {
        List<Kind> fitting = List.of(kinds);
        Ui.shownWhen(
                part,
                model.chosenProperty().map(t -> fitting.contains(t.kind())).orElse(false));
        Cursor.whenHidden(part, rows);
        return part;
    }

    // No button here is disabled while something is under way: the cursor would leave it. The model does one at a time.

    private Node refusal() {
        return part(
                Ui.flow(Ui.button("task-retry", Feather.REFRESH_CW, texts.get("tasks.retry"), model::retry, "accent")),
                Ui.heading(texts.get("tasks.byHand")),
                Ui.field("task-note", texts.get("tasks.byHand.prompt"), model.noteProperty()),
                Ui.flow(Ui.button("task-dismiss", texts.get("tasks.dismiss"), model::dismiss)));
    }

    private Node contradiction() {
        return part(
                Ui.field("task-note", texts.get("tasks.note.prompt"), model.noteProperty()),
                Ui.flow(Ui.button("task-close", Feather.CHECK, texts.get("tasks.close"), model::close, "accent")));
    }

    private static Node part(Node... nodes) {
        VBox part = new VBox(nodes);
        part.getStyleClass().add("form-part");
        return part;
    }

    private Node openRefund() {
        Button inCash = Ui.button("task-in-cash", texts.get("tasks.inCash"), model::restInCash);
        Ui.shownWhen(inCash, model.endsInCashProperty());
        Button giveUp = Ui.button("task-give-up", texts.get("tasks.giveUp"), model::giveUp);
        Ui.shownWhen(giveUp, model.endsInCashProperty().not());
        return Ui.flow(
                Ui.button("task-go-on", Feather.ARROW_RIGHT, texts.get("tasks.goOn"), model::goOn, "accent"),
                inCash,
                giveUp);
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        rows.requestFocus();
    }
}
