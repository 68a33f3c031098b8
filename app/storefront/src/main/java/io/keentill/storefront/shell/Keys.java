package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.sell.WedgeDetector;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard of the whole screen: function keys, and scanners that type. A burst goes to the scan field wherever the
 * cursor is; what it typed into another field on its way is taken out again.
 */
public final class Keys {

    private final Clerk clerk;
    private final Shell shell;
    private final LongSupplier nanos;
    private final WedgeDetector wedge = new WedgeDetector();
    private String before = "";
    private @Nullable TextInputControl typedInto;

    private Keys(Clerk clerk, Shell shell, LongSupplier nanos) {
        this.clerk = clerk;
        this.shell = shell;
        this.nanos = nanos;
    }

    /** Listens on {@code scene}; {@code nanos} tells bursts from fingers. */
    public static void install(Scene scene, Clerk clerk, Shell shell, LongSupplier nanos) {
        Keys keys = new Keys(clerk, shell, nanos);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.pressed(event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> keys.typed(event, scene.getFocusOwner()));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            entered(event);
            return;
        }
        boolean known = clerk.screens().current() == Screen.LOGIN ? everywhere(event) : function(event);
        if (known) {
            event.consume();
        }
    }

    private boolean everywhere(KeyEvent event) {
        if (event.getCode() == KeyCode.F1) {
            shell.toggleHelp();
            return true;
        }
        return event.getCode() == KeyCode.ESCAPE && shell.hideHelp();
    }

    private boolean function(KeyEvent event) {
        if (everywhere(event)) {
            return true;
        }
        if (event.isAltDown() && workspace(event.getCode())) {
            return true;
        }
        if (clerk.approvals().isOpen() && event.getCode() != KeyCode.ESCAPE) {
            return event.getCode().isFunctionKey();
        }
        switch (event.getCode()) {
            case F2 -> {
                clerk.toField();
                shell.focusFirst();
            }
            case F3 -> clerk.toCustomers();
            case F4 -> clerk.askPark();
            case F6 -> clerk.askAdjust();
            case F7 -> clerk.toLink();
            case F8 -> clerk.toCash();
            case F9 -> clerk.toCard();
            case F10 -> shell.toggleRail();
            case ESCAPE -> clerk.back();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Alt and a figure lead to a workspace, if whoever is logged in may go there. */
    private boolean workspace(KeyCode code) {
        if (clerk.approvals().isOpen()) {
            return false;
        }
        var where = Workspace.at(code);
        where.ifPresent(clerk.office()::go);
        return where.isPresent();
    }

    /** Enter after a burst is the scanner's, whatever has the focus. */
    private void entered(KeyEvent event) {
        var code = wedge.entered(nanos.getAsLong());
        if (code.isEmpty()
                || clerk.screens().current() == Screen.LOGIN
                || shell.field().isFocused()) {
            return;
        }
        TextInputControl field = typedInto;
        if (field != null) {
            field.setText(before);
            field.end();
        }
        // What a scanner typed into a PIN pad was no PIN.
        clerk.approvals().clear();
        clerk.scanned(code.get());
        event.consume();
    }

    private void typed(KeyEvent event, @Nullable Node focus) {
        String text = event.getCharacter();
        if (!isPrintable(event, text)) {
            return;
        }
        if (clerk.screens().current() == Screen.LOGIN) {
            toPad(event, text.charAt(0), focus);
            return;
        }
        boolean first = wedge.typed(text.charAt(0), nanos.getAsLong());
        if (focus instanceof TextInputControl field) {
            if (first) {
                typedInto = field;
                before = field.getText();
            }
        } else {
            typedInto = null;
            if (!clerk.approvals().isOpen()) {
                toField(event, text);
            }
        }
    }

    /** Digits mean the PIN wherever the cursor is; it goes back to the pad, where Enter belongs. */
    private void toPad(KeyEvent event, char typed, @Nullable Node focus) {
        if (!shell.isPad(focus) && typed >= '0' && typed <= '9') {
            clerk.login().digit(typed);
            shell.focusFirst();
            event.consume();
        }
    }

    /** Typing with the cursor nowhere means the scan field, on the sell screen and after a sale. */
    private void toField(KeyEvent event, String text) {
        Screen screen = clerk.screens().current();
        if (screen == Screen.PAY || screen.isOffice() || text.isBlank()) {
            return;
        }
        clerk.toField();
        TextField field = shell.field();
        field.setText(field.getText() + text);
        field.requestFocus();
        field.end();
        event.consume();
    }

    private static boolean isPrintable(KeyEvent event, String text) {
        return text.length() == 1
                && text.charAt(0) >= ' '
                && text.charAt(0) != 127
                && !event.isControlDown()
                && !event.isMetaDown()
                && !event.isAltDown();
    }
}
