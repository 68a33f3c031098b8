package io.keentill.storefront.install;

import io.keentill.engine.install.Finding;
import io.keentill.engine.install.FrameFile;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was found and the bundle at the left, what goes over the lines at the right. */
final class FaultsView extends HBox {

    private static final Duration LOOK = Duration.millis(500);

    private final FaultsModel model;
    private final Texts texts;
    private final VBox findings = new VBox();

    /** Looks at the lines again and again while {@code front} holds. */
    FaultsView(FaultsModel model, Texts texts, ObservableValue<Boolean> front) {
        this.model = model;
        this.texts = texts;
        setId("faults");
        getStyleClass().add("orders");
        findings.setId("findings");
        findings.getStyleClass().add("form-part");
        Label complaint = Ui.wrapping(Ui.bound("faults-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox content = new VBox(
                Ui.heading(texts.get("install.examine.title")),
                Ui.flow(busy(
                        "faults-examine",
                        Feather.REFRESH_CW,
                        "install.examine",
                        model.examiningProperty(),
                        model::examine)),
                findings,
                Ui.heading(texts.get("install.bundle")),
                Ui.wrapping(Ui.label(texts.get("install.bundle.hint"), "muted")),
                Ui.flow(busy(
                        "faults-bundle", Feather.PACKAGE, "install.bundle.go", model.writingProperty(), model::write)),
                written(),
                complaint);
        content.getStyleClass().add("story-content");
        var scroll = Ui.scroll("faults-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(scroll);
        left.getStyleClass().add("orders-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(traceHead(), trace());
        right.getStyleClass().add("story");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.findings().addListener((ListChangeListener<Finding>) change -> fill());
        Timeline looking = new Timeline(new KeyFrame(LOOK, event -> model.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
        ObservableValue<Boolean> onScreen = sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .flatMap(open -> front.map(shown -> shown && open))
                .orElse(false);
        onScreen.addListener((o, before, now) -> {
            if (now) {
                looking.play();
            } else {
                looking.stop();
            }
        });
    }

    private Button busy(String id, Feather icon, String key, ObservableValue<Boolean> running, Runnable action) {
        Button button = Ui.button(id, icon, texts.get(key), action);
        // Not disabled meanwhile: the cursor would leave it. The model does one thing at a time.
        button.textProperty().bind(running.map(now -> texts.get(key) + (now ? " …" : "")));
        return button;
    }

    private Label written() {
        Label label = Ui.wrapping(Ui.bound("bundle-written", model.bundleProperty(), "proof"));
        Ui.shownWhen(label, model.bundleProperty().map(text -> !text.isEmpty()));
        return label;
    }

    private void fill() {
        findings.getChildren().setAll(model.findings().stream().map(this::line).toList());
    }

    private Node line(Finding finding) {
        Label what =
                Ui.wrapping(Ui.label(texts.said(finding.what()) + ": " + texts.said(finding.state()), "story-line"));
        VBox words = new VBox(what);
        if (!finding.isGood()) {
            words.getChildren().add(Ui.wrapping(Ui.label(texts.said(finding.fix()))));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Feather icon = finding.isGood() ? Feather.CHECK_CIRCLE : finding.needed() ? Feather.X_CIRCLE : Feather.INFO;
        String tone = finding.isGood() ? "tone-good" : finding.needed() ? "tone-bad" : "tone-open";
        HBox line = new HBox(Ui.icon(icon, "tone-icon", tone), words);
        line.getStyleClass().add("story-row");
        return line;
    }

    private Node traceHead() {
        Button hold = Ui.button("trace-hold", texts.get("install.trace.hold"), model::hold);
        hold.textProperty()
                .bind(model.heldProperty().map(held -> texts.get(held ? "install.trace.goOn" : "install.trace.hold")));
        HBox head = new HBox(Ui.wrapping(Ui.label(texts.get("install.trace"), "row-title")), Ui.spring(), hold);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private Node trace() {
        ListView<FrameFile.Frame> list = Ui.list("trace-list", texts.get("install.trace"), model.frames());
        list.setPlaceholder(Ui.wrapping(Ui.label(texts.get("install.trace.none"), "muted")));
        list.setCellFactory(view -> new FrameCell());
        model.frames().addListener((ListChangeListener<FrameFile.Frame>) change -> {
            if (!model.frames().isEmpty()) {
                list.scrollTo(model.frames().size() - 1);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    /** One frame: which way and when above, what it says below. */
    private final class FrameCell extends ListCell<FrameFile.Frame> {

        private final Label head = Ui.wrapping(Ui.label("", "muted", "small"));
        private final Label text = Ui.wrapping(Ui.label("", "frame"));
        private final VBox box = new VBox(head, text);

        FrameCell() {
            head.maxWidthProperty().bind(widthProperty().subtract(36));
            text.maxWidthProperty().bind(widthProperty().subtract(36));
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(FrameFile.@Nullable Frame frame, boolean empty) {
            super.updateItem(frame, empty);
            setGraphic(empty || frame == null ? null : box);
            if (frame != null && !empty) {
                String way = texts.get("install.trace." + frame.direction().toLowerCase(java.util.Locale.ROOT));
                head.setText(frame.at() + "  ·  " + way + "  ·  " + frame.terminal());
                text.setText(frame.text());
                setAccessibleText(way + ", " + frame.text());
            }
        }
    }
}
