package io.keentill.storefront.shift;

import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Shift;
import io.keentill.storefront.kit.FigureRow;
import io.keentill.storefront.kit.KeptRows;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.shift.ShiftModel.Stage;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The drawer: one thing at a time, each with its one way on. */
public final class ShiftView extends StackPane {

    /** How many movements of cash are shown. */
    private static final int MOVES = 12;

    private final ShiftModel model;
    private final Texts texts;

    /** Shows {@code model}. */
    public ShiftView(ShiftModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("shift");
        getChildren()
                .addAll(
                        shown(closed(), Stage.CLOSED),
                        shown(open(), Stage.OPEN),
                        shown(move(), Stage.MOVE),
                        shown(new CountPane(model, texts), Stage.COUNT),
                        shown(new ClosingPane(model, texts), Stage.COUNTED),
                        shown(new TerminalDayPane(model, model.terminalDay(), texts), Stage.TERMINAL_DAY),
                        shown(new EarlierPane(model, model.earlier(), texts), Stage.EARLIER),
                        shown(new ReportPane(model, texts), Stage.REPORT));
    }

    private Node shown(Node node, Stage stage) {
        Ui.shownWhen(node, model.stageProperty().map(now -> now == stage));
        return node;
    }

    private Node closed() {
        Label before = Ui.wrapping(Ui.bound(
                "shift-before",
                model.beforeProperty()
                        .map(m -> m.isZero() ? "" : texts.get("shift.before", texts.money(m)))
                        .orElse(""),
                "why-not"));
        Ui.shownWhen(before, before.textProperty().isNotEmpty());
        Button go = Ui.button("shift-open", Feather.UNLOCK, texts.get("shift.open"), model::open, "accent", "large");
        return form(
                title("shift.none"),
                Ui.wrapping(Ui.label(texts.get("shift.none.hint"), "muted")),
                before,
                Ui.heading(texts.get("shift.float")),
                Ui.field("shift-float", texts.get("shift.float.prompt"), model.amountProperty()),
                complaint("shift-open-complaint"),
                Ui.flow(busy(go)),
                ofTheDay("closed"));
    }

    /** What a manager does beside the drawer, whether a shift runs or not. */
    private Node ofTheDay(String where) {
        return Ui.flow(
                Ui.button(
                        "shift-terminal-" + where,
                        Feather.CREDIT_CARD,
                        texts.get("terminalDay.title"),
                        model::toTerminalDay),
                Ui.button("shift-earlier-" + where, Feather.ARCHIVE, texts.get("shift.earlier"), model::toEarlier));
    }

    private Node open() {
        Label since = Ui.wrapping(
                Ui.bound("shift-since", model.shiftProperty().map(this::since).orElse(""), "muted"));
        return form(
                title("shift.running"),
                since,
                Ui.flow(
                        Ui.button(
                                "shift-pay-in",
                                Feather.PLUS,
                                texts.get("shift.kind.pay_in"),
                                () -> model.askMove(CashMovement.Kind.PAY_IN)),
                        Ui.button(
                                "shift-pay-out",
                                Feather.MINUS,
                                texts.get("shift.kind.pay_out"),
                                () -> model.askMove(CashMovement.Kind.PAY_OUT)),
                        Ui.button(
                                "shift-drop",
                                Feather.ARCHIVE,
                                texts.get("shift.kind.drop"),
                                () -> model.askMove(CashMovement.Kind.DROP)),
                        Ui.button("shift-x", Feather.FILE_TEXT, texts.get("shift.x"), model::x)),
                complaint("shift-complaint"),
                moves(),
                Ui.flow(Ui.button(
                        "shift-count",
                        Feather.CHECK_SQUARE,
                        texts.get("shift.count"),
                        model::askCount,
                        "accent",
                        "large")),
                ofTheDay("open"));
    }

    private String since(Shift shift) {
        return texts.get("shift.since", texts.moment(shift.openedAt()), texts.money(shift.openingFloat()));
    }

    /** The latest of what went in and out; who wants all of it takes an X. */
    private Node moves() {
        KeptRows<CashMovement, FigureRow> latest = new KeptRows<>(
                "shift-moves",
                FigureRow::new,
                (row, moved) -> row.show(kind(moved.kind()) + "  ·  " + moved.reason(), texts.money(moved.signed())));
        latest.getStyleClass().add("form-part");
        Label earlier = Ui.wrapping(Ui.label("", "muted"));
        earlier.setId("shift-moves-earlier");
        Runnable draw = () -> {
            int all = model.movements().size();
            int left = Math.max(0, all - MOVES);
            latest.show(model.movements().subList(left, all));
            earlier.setText(left == 0 ? "" : texts.get("shift.moves.earlier", left));
            earlier.setVisible(left > 0);
            earlier.setManaged(left > 0);
        };
        model.movements().addListener((ListChangeListener<CashMovement>) change -> draw.run());
        draw.run();
        VBox both = new VBox(earlier, latest);
        both.getStyleClass().add("form-part");
        return both;
    }

    private String kind(CashMovement.Kind kind) {
        return texts.get("shift.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private Node move() {
        Label title =
                Ui.wrapping(Ui.bound("shift-move-title", model.kindProperty().map(this::kind), "screen-title"));
        Button go =
                Ui.button("shift-move-go", Feather.CHECK, texts.get("shift.move.go"), model::move, "accent", "large");
        return form(
                title,
                Ui.field("shift-amount", texts.get("refund.amount.prompt"), model.amountProperty()),
                Ui.field("shift-reason", texts.get("shift.reason.prompt"), model.reasonProperty()),
                complaint("shift-move-complaint"),
                Ui.flow(busy(go), Ui.button("shift-move-back", texts.get("shift.back"), model::back, "flat")));
    }

    private Label title(String key) {
        return Ui.wrapping(Ui.label(texts.get(key), "screen-title"));
    }

    private Label complaint(String id) {
        Label complaint = Ui.wrapping(Ui.bound(id, model.complaintProperty(), "complaint"));
        Ui.shownWhen(complaint, model.complaintProperty().map(text -> !text.isEmpty()));
        return complaint;
    }

    private Button busy(Button button) {
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private static Node form(Node... parts) {
        VBox card = new VBox(parts);
        card.getStyleClass().addAll("card", "form");
        VBox box = new VBox(card);
        box.getStyleClass().add("office");
        return Ui.scroll("shift-scroll", box);
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        String wanted = switch (model.stageProperty().get()) {
            case CLOSED -> "#shift-float";
            case OPEN -> "#shift-pay-in";
            case MOVE -> "#shift-amount";
            case COUNT -> "#count-0";
            case COUNTED -> model.closing().needsReasonProperty().get() ? "#closing-reason" : "#shift-close";
            case TERMINAL_DAY -> "#terminal-day-end";
            case EARLIER -> model.earlier().rows().isEmpty() ? "#earlier-back" : "#earlier-rows";
            case REPORT -> "#report-back";
        };
        Node node = lookup(wanted);
        if (node != null) {
            node.requestFocus();
        }
    }
}
