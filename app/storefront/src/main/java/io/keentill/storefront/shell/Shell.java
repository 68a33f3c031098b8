package io.keentill.storefront.shell;

import io.keentill.storefront.approve.ApprovalPane;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.login.LoginView;
import io.keentill.storefront.pay.PayView;
import io.keentill.storefront.receipt.ReceiptView;
import io.keentill.storefront.sell.BasketView;
import io.keentill.storefront.sell.SellModel;
import io.keentill.storefront.sell.SellView;
import io.keentill.storefront.status.StatusBar;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Everything on screen: the bar, the screen in front, toasts and the key overview above it. */
public final class Shell extends StackPane {

    private final Clerk clerk;
    private final SellView sell;
    private final PayView pay;
    private final LoginView login;
    private final ReceiptView receipt;
    private final HelpPane help;
    private final ApprovalPane approval;
    private final RailView rail;
    private final OfficeViews office;
    private final StackPane screens;

    /** Draws {@code clerk} for the till of this name in the shop of this name. */
    public Shell(Clerk clerk, String till, String shop) {
        this.clerk = clerk;
        var texts = clerk.texts();
        BasketView basket = new BasketView(
                clerk.basket(),
                clerk.actions(),
                clerk.band(),
                clerk.customers(),
                texts,
                clerk.receipt().lastSaleProperty(),
                clerk::toCustomers,
                clerk::toCash,
                clerk::toCard);
        login = new LoginView(clerk.login(), texts, shop);
        sell = new SellView(clerk.sell(), clerk.customers(), basket, texts, clerk.receipt()::showCopy);
        pay = new PayView(clerk.pay(), clerk.card(), clerk.link(), texts);
        receipt = new ReceiptView(clerk.receipt(), texts);
        help = new HelpPane(new KeyGuide(clerk), texts);
        approval = new ApprovalPane(clerk.approvals(), texts);
        office = new OfficeViews(clerk.office(), texts);
        rail = new RailView(clerk.office(), clerk.screens(), clerk.session().staffProperty(), texts);
        StatusBar bar = new StatusBar(
                clerk.status(),
                clerk.session().staffProperty(),
                texts,
                till,
                this::toggleRail,
                this::toggleHelp,
                clerk::lock);
        screens = new StackPane(
                shown(login, Screen.LOGIN),
                shown(sell, Screen.SELL),
                shown(pay, Screen.PAY),
                shown(receipt, Screen.RECEIPT));
        BorderPane frame = new BorderPane(screens);
        frame.setLeft(rail);
        frame.setTop(bar);
        ToastPane toasts = new ToastPane(clerk.toasts(), texts);
        StackPane.setAlignment(toasts, Pos.BOTTOM_LEFT);
        getStyleClass().add("shell");
        getChildren().addAll(frame, approval, toasts, help);
        clerk.screens().currentProperty().addListener((o, before, now) -> {
            if (now.isOffice() && !office.has(now)) {
                screens.getChildren().add(shown(office.view(now), now));
            }
            focusLater();
        });
        clerk.sell().paneProperty().addListener((o, before, now) -> {
            if (before == SellModel.Pane.CUSTOMERS || now == SellModel.Pane.CUSTOMERS) {
                focusLater();
            }
        });
        clerk.approvals().requestProperty().addListener((o, before, now) -> focusLater());
        clerk.office().shift().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.office().refund().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.pay().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.band().questionProperty().addListener((o, before, now) -> {
            if (!clerk.band().isOpen()) {
                focusLater();
            }
        });
    }

    private Node shown(Node node, Screen screen) {
        Ui.shownWhen(node, clerk.screens().currentProperty().map(now -> now == screen));
        return node;
    }

    /** After the change has reached every view; a hidden node takes no focus. */
    private void focusLater() {
        Platform.runLater(this::focusFirst);
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        if (clerk.approvals().isOpen()) {
            approval.requestFocus();
            return;
        }
        switch (clerk.screens().current()) {
            case LOGIN -> login.requestFocus();
            case SELL -> sell.first().requestFocus();
            case PAY -> pay.focusFirst();
            case RECEIPT -> receipt.lookup("#new-sale").requestFocus();
            default -> office.focusFirst(clerk.screens().current());
        }
    }

    /** Whether this is the pad that takes the PIN of whoever logs in. */
    boolean isPad(@Nullable Node node) {
        return login.equals(node);
    }

    /** Where scans and searches go. */
    public TextField field() {
        return sell.field();
    }

    /** Shows the way to the other workspaces, or hides it, and puts the cursor on it. */
    public void toggleRail() {
        clerk.office().toggleRail();
        if (clerk.office().railProperty().get()) {
            Platform.runLater(rail::focusCurrent);
        } else {
            focusLater();
        }
    }

    /** Shows or hides the key overview. */
    public void toggleHelp() {
        if (help.isVisible()) {
            help.hide();
        } else {
            help.show();
        }
    }

    /** Hides the key overview; false if it was not there. */
    public boolean hideHelp() {
        boolean was = help.isVisible();
        help.hide();
        return was;
    }
}
