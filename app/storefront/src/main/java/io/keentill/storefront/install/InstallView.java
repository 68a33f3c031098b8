package io.keentill.storefront.install;

import io.keentill.storefront.install.InstallModel.Section;
import io.keentill.storefront.kit.Choices;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sections of the set-up, chosen at the top. */
public final class InstallView extends VBox {

    private final InstallModel model;
    private final TerminalsView terminals;

    private static final double ONE_ROW = 700;

    /** Shows {@code model}. */
    public InstallView(InstallModel model, Texts texts) {
        this.model = model;
        setId("install");
        terminals = new TerminalsView(model.terminals(), texts);
        var sections = Choices.of(
                "install-section",
                List.of(Section.values()),
                model.sectionProperty(),
                s -> texts.get("install.section." + s.name().toLowerCase(Locale.ROOT)),
                model::go);
        // One row where there is room: the head would else be as high as two.
        sections.setPrefWrapLength(ONE_ROW);
        HBox.setHgrow(sections, Priority.ALWAYS);
        HBox head = new HBox(Ui.label(texts.get("install.title"), "screen-title"), sections);
        head.getStyleClass().add("install-head");
        var front = visibleProperty();
        StackPane content = new StackPane(
                shown(terminals, Section.TERMINALS),
                shown(new PrinterView(model.printer(), texts), Section.PRINTER),
                shown(new LinkView(model.link(), texts), Section.LINK),
                shown(
                        new FaultsView(
                                model.faults(),
                                texts,
                                model.sectionProperty().flatMap(s -> front.map(shown -> shown && s == Section.FAULTS))),
                        Section.FAULTS));
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
    }

    private Node shown(Node view, Section when) {
        Ui.shownWhen(view, model.sectionProperty().map(s -> s == when));
        return view;
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        terminals.focusFirst();
    }
}
