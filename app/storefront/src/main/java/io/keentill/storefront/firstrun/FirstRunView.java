package io.keentill.storefront.firstrun;

import io.keentill.storefront.firstrun.FirstRunModel.Source;
import io.keentill.storefront.firstrun.FirstRunModel.Step;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The steps of a first run, one after the other on one card. */
public final class FirstRunView extends StackPane {

    /** Above what is scrolled into sight, so that its heading is seen too. */
    private static final double AIR = 48;

    private final FirstRunModel model;
    private final FirstRunWords words;
    private final Runnable done;
    private final ScrollPane scroll;

    /** Shows {@code model} in its language; {@code done} runs when the till is set up and somebody wants to sell. */
    public FirstRunView(FirstRunModel model, Runnable done) {
        this.model = model;
        this.words = new FirstRunWords(model);
        this.done = done;
        setId("first-run");
        getStyleClass().addAll("shell", "login");
        Label complaint = Ui.wrapping(Ui.bound("first-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox content = new VBox(
                words.label("first.title", "headline"),
                Ui.wrapping(Ui.bound(
                        "first-step",
                        words.by(
                                model.stepProperty(),
                                s -> "first.step." + s.name().toLowerCase(Locale.ROOT)),
                        "muted")),
                shop(),
                source(),
                manager(),
                download(),
                ready());
        content.getStyleClass().add("form");
        scroll = Ui.scroll("first-scroll", content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // Below what scrolls: what is wrong and how to go on are in sight however long a step is.
        VBox foot = new VBox(keySays(), complaint, buttons());
        foot.getStyleClass().add("first-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        Ui.shownWhen(
                foot,
                Bindings.createBooleanBinding(
                        () -> model.stepProperty().get() != Step.DONE && !isDownloading(),
                        model.stepProperty(),
                        model.busyProperty()));
        VBox card = new VBox(scroll, foot);
        card.getStyleClass().add("card");
        card.setMaxWidth(720);
        StackPane.setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, this::chosenAlready);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        follow();
    }

    /** The cursor is where the next key belongs: in a step's first field, or in the one that something is wrong with. */
    private void follow() {
        model.stepProperty().addListener((o, before, now) -> {
            scroll.setVvalue(0);
            focusLater();
        });
        model.busyProperty().addListener((o, before, now) -> {
            if (model.stepProperty().get() == Step.DOWNLOAD) {
                focusLater();
            }
        });
        model.complaintProperty().addListener((o, before, now) -> {
            if (!now.isEmpty() && !model.wrong().isEmpty()) {
                Platform.runLater(() -> focus("first-" + model.wrong()));
            }
        });
    }

    private void focusLater() {
        Platform.runLater(this::focusFirst);
    }

    /** Enter on what is chosen already cannot mean to choose it. */
    private void chosenAlready(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && event.getTarget() instanceof ToggleButton chosen
                && chosen.isSelected()) {
            event.consume();
            model.next();
        }
    }

    /** Enter goes on from any field and Esc goes back; buttons have their own meaning of Enter. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (model.stepProperty().get() == Step.DONE) {
                done.run();
            } else {
                model.next();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            if (isDownloading()) {
                model.stop();
            } else {
                model.back();
            }
        }
    }

    private boolean isDownloading() {
        return model.stepProperty().get() == Step.DOWNLOAD
                && model.busyProperty().get();
    }

    /** While the catalogue comes in there is nothing to go back from or on to. */
    private ObservableValue<Boolean> downloading() {
        return Bindings.createBooleanBinding(this::isDownloading, model.stepProperty(), model.busyProperty());
    }

    private Node shown(VBox part, Step when) {
        part.getStyleClass().add("form-part");
        Ui.shownWhen(part, model.stepProperty().map(s -> s == when));
        return part;
    }

    private Node shop() {
        VBox part = new VBox();
        part.getChildren().addAll(words.headed("shop", model.form().shopProperty()));
        VBox till = new VBox();
        till.getStyleClass().add("form-part");
        till.getChildren().addAll(words.headed("till", model.form().tillProperty()));
        VBox currency = new VBox();
        currency.getStyleClass().add("form-part");
        currency.getChildren().addAll(words.headed("currency", model.form().currencyProperty()));
        HBox row = new HBox(till, currency);
        row.getStyleClass().add("story-row");
        HBox.setHgrow(till, Priority.ALWAYS);
        HBox.setHgrow(currency, Priority.ALWAYS);
        part.getChildren().add(row);
        part.getChildren()
                .addAll(
                        words.heading("first.language"),
                        Choices.of(
                                "first-language",
                                List.of(Locale.UK, Locale.GERMANY),
                                model.languageProperty(),
                                l -> l.getDisplayName(l),
                                model::choose),
                        words.heading("first.head"),
                        words.field("first-line1", "first.line1", model.form().line1Property()),
                        words.field("first-line2", "first.line2", model.form().line2Property()),
                        words.field("first-tax", "first.tax", model.form().taxNumberProperty()),
                        words.field("first-footer", "first.footer", model.form().footerProperty()));
        return shown(part, Step.SHOP);
    }

    private Node source() {
        VBox account = new VBox(
                words.heading("first.key"),
                words.secret("first-key", "first.key.prompt", model.form().keyProperty()),
                words.heading("first.address"),
                words.field(
                        "first-address", "first.address.prompt", model.form().addressProperty()),
                words.label("first.key.hint", "muted"));
        account.getStyleClass().add("form-part");
        Ui.shownWhen(account, model.sourceProperty().map(s -> s == Source.REVKEEN));
        Label training = words.label("first.training.hint", "why-not");
        Ui.shownWhen(training, model.sourceProperty().map(s -> s == Source.TRAINING));
        return shown(
                new VBox(
                        words.choices(
                                "first-source",
                                "first.source",
                                List.of(Source.values()),
                                model.sourceProperty(),
                                model::choose),
                        account,
                        training),
                Step.SOURCE);
    }

    /** What a key lacks, while it can still be changed. */
    private Node keySays() {
        Label says = Ui.wrapping(Ui.bound("first-key-says", model.keySaysProperty(), "why-not"));
        Ui.shownWhen(
                says,
                Bindings.createBooleanBinding(
                        () -> model.stepProperty().get() == Step.SOURCE
                                && model.sourceProperty().get() == Source.REVKEEN
                                && !model.keySaysProperty().get().isEmpty(),
                        model.stepProperty(),
                        model.sourceProperty(),
                        model.keySaysProperty()));
        return says;
    }

    private Node manager() {
        VBox part = new VBox();
        Label environment = Ui.wrapping(Ui.bound("first-environment", model.environmentProperty(), "why-not"));
        Ui.shownWhen(
                environment,
                Bindings.createBooleanBinding(
                        () -> model.sourceProperty().get() == Source.REVKEEN
                                && !model.environmentProperty().get().isEmpty(),
                        model.sourceProperty(),
                        model.environmentProperty()));
        part.getChildren().add(environment);
        part.getChildren().addAll(words.headed("manager", model.form().managerProperty()));
        part.getChildren()
                .addAll(
                        words.heading("staff.pin"),
                        words.secret(
                                "first-pin", "staff.pin.prompt", model.form().pinProperty()),
                        words.secret("first-again", "staff.again", model.form().againProperty()),
                        words.label("first.manager.hint", "muted"));
        return shown(part, Step.MANAGER);
    }

    private Node download() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setId("first-progress");
        bar.accessibleTextProperty().bind(words.of("first.step.download"));
        bar.setMaxWidth(Double.MAX_VALUE);
        Label count = Ui.wrapping(Ui.bound(
                "first-count",
                model.productsProperty().map(n -> model.texts().get("first.count", n.intValue())),
                "row-title"));
        Button stop = words.button(
                "first-stop",
                Feather.X,
                words.by(model.storingProperty(), storing -> storing ? "first.storing" : "first.stop"),
                model::stop);
        VBox coming = new VBox(bar, count, Ui.flow(stop));
        coming.getStyleClass().add("form-part");
        ObservableValue<Boolean> downloading = downloading();
        Ui.shownWhen(coming, downloading);
        Label notIn = words.label("first.notIn", "row-title");
        Ui.shownWhen(notIn, downloading.map(is -> !is));
        return shown(new VBox(coming, notIn), Step.DOWNLOAD);
    }

    private Node ready() {
        Label result = Ui.wrapping(Ui.bound("first-ready", model.resultProperty(), "task-text"));
        return shown(
                new VBox(
                        result,
                        words.label("first.ready.next", "muted"),
                        Ui.flow(words.button("first-sell", Feather.LOG_IN, words.of("first.sell"), done, "accent"))),
                Step.DONE);
    }

    private Node buttons() {
        Button back = words.button("first-back", Feather.ARROW_LEFT, words.of("install.back"), model::back);
        back.disableProperty().bind(model.busyProperty());
        back.visibleProperty().bind(model.stepProperty().map(s -> s != Step.SHOP));
        // Not disabled while it checks: the cursor would leave it.
        ObservableValue<String> on = Bindings.createStringBinding(
                () -> model.texts().get(nextWords()),
                model.busyProperty(),
                model.stepProperty(),
                model.languageProperty());
        Button next = words.button("first-next", Feather.ARROW_RIGHT, on, model::next, "accent");
        Label keys = Ui.label("", "muted", "small");
        keys.textProperty().bind(words.of("first.keys"));
        HBox row = new HBox(back, Ui.spring(), keys, next);
        row.getStyleClass().add("story-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String nextWords() {
        if (model.busyProperty().get()) {
            return "first.checking";
        }
        return model.stepProperty().get() == Step.DOWNLOAD ? "first.again" : "first.next";
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        switch (model.stepProperty().get()) {
            case SHOP -> focus("first-shop");
            case SOURCE ->
                focus("first-source-" + model.sourceProperty().get().name().toLowerCase(Locale.ROOT));
            case MANAGER -> focus("first-manager");
            case DOWNLOAD -> focus(isDownloading() ? "first-stop" : "first-next");
            case DONE -> focus("first-sell");
        }
    }

    private void focus(String id) {
        Node node = lookup("#" + id);
        if (node != null && getScene() != null) {
            node.requestFocus();
            reveal(node);
        }
    }

    /** Scrolls what was given the cursor into sight; for what the tabulator reaches JavaFX does. */
    private void reveal(Node node) {
        applyCss();
        layout();
        Node content = scroll.getContent();
        double room = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        if (isIn(node, content) && room > 0) {
            double top = scroll.getVvalue() * room;
            double bottom = top + scroll.getViewportBounds().getHeight();
            if (at.getMinY() < top || at.getMaxY() > bottom) {
                scroll.setVvalue(Math.clamp((at.getMinY() - AIR) / room, 0, 1));
            }
        }
    }

    private static boolean isIn(Node node, Node part) {
        Node at = node;
        while (at != null && !at.equals(part)) {
            at = at.getParent();
        }
        return at != null;
    }
}
