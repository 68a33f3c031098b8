package io.keentill.storefront.firstrun;

import io.keentill.storefront.firstrun.FirstRunModel.Source;
import io.keentill.storefront.firstrun.FirstRunModel.Step;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The steps of a first run, one after the other on one card. */
public final class FirstRunView extends StackPane {

    private final FirstRunModel model;
    private final Texts texts;
    private final Runnable done;

    /** Shows {@code model}; {@code done} runs when the till is set up and somebody wants to sell. */
    public FirstRunView(FirstRunModel model, Texts texts, Runnable done) {
        this.model = model;
        this.texts = texts;
        this.done = done;
        setId("first-run");
        getStyleClass().addAll("shell", "login");
        Label complaint = Ui.wrapping(Ui.bound("first-complaint", model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        VBox content = new VBox(
                Ui.wrapping(Ui.label(texts.get("first.title"), "headline")),
                Ui.wrapping(Ui.bound("first-step", model.stepProperty().map(this::stepWords), "muted")),
                shop(),
                source(),
                manager(),
                download(),
                ready(),
                complaint,
                buttons());
        content.getStyleClass().add("form");
        var scroll = Ui.scroll("first-scroll", content);
        scroll.getStyleClass().add("card");
        scroll.setMaxWidth(720);
        StackPane.setAlignment(scroll, Pos.CENTER);
        getChildren().add(scroll);
    }

    private String stepWords(Step step) {
        return texts.get("first.step." + step.name().toLowerCase(Locale.ROOT));
    }

    private Node shown(VBox part, Step when) {
        part.getStyleClass().add("form-part");
        Ui.shownWhen(part, model.stepProperty().map(s -> s == when));
        return part;
    }

    private void field(VBox part, String name, StringProperty text) {
        part.getChildren()
                .addAll(
                        Ui.heading(texts.get("first." + name)),
                        Ui.field("first-" + name, texts.get("first." + name + ".prompt"), text));
    }

    private Node shop() {
        VBox part = new VBox();
        field(part, "shop", model.form().shopProperty());
        VBox till = new VBox();
        till.getStyleClass().add("form-part");
        field(till, "till", model.form().tillProperty());
        VBox currency = new VBox();
        currency.getStyleClass().add("form-part");
        field(currency, "currency", model.form().currencyProperty());
        HBox row = new HBox(till, currency);
        row.getStyleClass().add("top-row");
        HBox.setHgrow(till, Priority.ALWAYS);
        HBox.setHgrow(currency, Priority.ALWAYS);
        part.getChildren().add(row);
        part.getChildren()
                .addAll(
                        Ui.heading(texts.get("first.language")),
                        Choices.of(
                                "first-language",
                                List.of(Locale.UK, Locale.GERMANY),
                                model.languageProperty(),
                                l -> l.getDisplayName(l),
                                model::choose),
                        Ui.heading(texts.get("first.head")),
                        Ui.field(
                                "first-line1",
                                texts.get("first.line1"),
                                model.form().line1Property()),
                        Ui.field(
                                "first-line2",
                                texts.get("first.line2"),
                                model.form().line2Property()),
                        Ui.field(
                                "first-tax",
                                texts.get("first.tax"),
                                model.form().taxNumberProperty()),
                        Ui.field(
                                "first-footer",
                                texts.get("first.footer"),
                                model.form().footerProperty()));
        return shown(part, Step.SHOP);
    }

    private Node source() {
        VBox account = new VBox(
                Ui.heading(texts.get("first.key")),
                Ui.secret(
                        "first-key", texts.get("first.key.prompt"), model.form().keyProperty()),
                Ui.heading(texts.get("first.address")),
                Ui.field(
                        "first-address",
                        texts.get("first.address.prompt"),
                        model.form().addressProperty()),
                Ui.wrapping(Ui.label(texts.get("first.key.hint"), "muted")));
        account.getStyleClass().add("form-part");
        Ui.shownWhen(account, model.sourceProperty().map(s -> s == Source.REVKEEN));
        Label training = Ui.wrapping(Ui.label(texts.get("first.training.hint"), "why-not"));
        Ui.shownWhen(training, model.sourceProperty().map(s -> s == Source.TRAINING));
        Label says = Ui.wrapping(Ui.bound("first-key-says", model.keySaysProperty(), "why-not"));
        Ui.shownWhen(says, model.keySaysProperty().map(text -> !text.isEmpty()));
        return shown(
                new VBox(
                        Choices.of(
                                "first-source",
                                List.of(Source.values()),
                                model.sourceProperty(),
                                s -> texts.get("first.source." + s.name().toLowerCase(Locale.ROOT)),
                                model::choose),
                        account,
                        says,
                        training),
                Step.SOURCE);
    }

    private Node manager() {
        VBox part = new VBox();
        field(part, "manager", model.form().managerProperty());
        part.getChildren()
                .addAll(
                        Ui.heading(texts.get("staff.pin")),
                        Ui.secret(
                                "first-pin",
                                texts.get("staff.pin.prompt"),
                                model.form().pinProperty()),
                        Ui.secret(
                                "first-again",
                                texts.get("staff.again"),
                                model.form().againProperty()),
                        Ui.wrapping(Ui.label(texts.get("first.manager.hint"), "muted")));
        return shown(part, Step.MANAGER);
    }

    private Node download() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setId("first-progress");
        bar.setAccessibleText(texts.get("first.step.download"));
        bar.setMaxWidth(Double.MAX_VALUE);
        Label count = Ui.wrapping(Ui.bound(
                "first-count", model.productsProperty().map(n -> texts.get("first.count", n.intValue())), "row-title"));
        return shown(
                new VBox(bar, count, Ui.flow(Ui.button("first-stop", Feather.X, texts.get("first.stop"), model::stop))),
                Step.DOWNLOAD);
    }

    private Node ready() {
        Label words = Ui.wrapping(Ui.bound("first-ready", model.resultProperty(), "task-text"));
        return shown(
                new VBox(
                        words,
                        Ui.wrapping(Ui.label(texts.get("first.ready.next"), "muted")),
                        Ui.flow(Ui.button("first-sell", Feather.LOG_IN, texts.get("first.sell"), done, "accent"))),
                Step.DONE);
    }

    private Node buttons() {
        Button back = Ui.button("first-back", Feather.ARROW_LEFT, texts.get("install.back"), model::back);
        back.disableProperty().bind(model.busyProperty());
        back.visibleProperty().bind(model.stepProperty().map(s -> s == Step.SOURCE || s == Step.MANAGER));
        Button next = Ui.button("first-next", Feather.ARROW_RIGHT, texts.get("first.next"), model::next, "accent");
        next.disableProperty().bind(model.busyProperty());
        next.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "first.checking" : "first.next")));
        HBox row = new HBox(back, Ui.spring(), next);
        row.getStyleClass().add("top-row");
        HBox.setHgrow(row, Priority.ALWAYS);
        Ui.shownWhen(row, model.stepProperty().map(s -> s != Step.DOWNLOAD && s != Step.DONE));
        return row;
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        Node first = lookup("#first-shop");
        if (first != null) {
            first.requestFocus();
        }
    }
}
