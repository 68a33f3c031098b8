package io.keentill.storefront.pay;

import io.keentill.device.terminal.Progress;
import io.keentill.engine.Till;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The running card payment: what the terminal says, and the one way out. */
public final class CardModel {

    private final ReadOnlyObjectWrapper<Progress.Stage> stage = new ReadOnlyObjectWrapper<>(Progress.Stage.CONNECTING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canCancel = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper wayOut = new ReadOnlyStringWrapper("");
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private boolean cancelling;
    private boolean heard;
    /** The till had not begun when it was asked to stop, and may have had nothing to stop. */
    private boolean unheard;

    /** Follows the payments of {@code till}. */
    public CardModel(Till till, TillWorker worker, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
    }

    /** A payment begins. */
    public void begin() {
        cancelling = false;
        heard = false;
        unheard = false;
        draw(new Progress(Progress.Stage.CONNECTING, texts.get("card.connecting")));
    }

    /** The terminal says something. */
    public void show(Progress progress) {
        draw(progress);
        heard = true;
        unheard &= progress.stage() != Progress.Stage.CANCELLING;
        if (unheard && mayStop(progress.stage())) {
            unheard = false;
            ask();
        }
    }

    private void draw(Progress progress) {
        stage.set(progress.stage());
        message.set(texts.said(progress.text()));
        cancelling |= progress.stage() == Progress.Stage.CANCELLING;
        canCancel.set(!cancelling && mayStop(progress.stage()));
        wayOut.set(texts.get(wayOutOf(progress.stage())));
    }

    private static boolean mayStop(Progress.Stage now) {
        return switch (now) {
            case CONNECTING, WAITING_FOR_CARD, CUSTOMER_INPUT, INFORMATION -> true;
            case PROCESSING, REMOVE_CARD, CANCELLING, RECOVERING -> false;
        };
    }

    private String wayOutOf(Progress.Stage now) {
        if (now == Progress.Stage.RECOVERING) {
            return "card.out.recovering";
        }
        if (cancelling) {
            return "card.out.cancelling";
        }
        return mayStop(now) ? "card.out.cancel" : "card.out.processing";
    }

    /** Asks the terminal to stop. It may still approve, and then that counts. */
    public void cancel() {
        if (!canCancel.get()) {
            return;
        }
        cancelling = true;
        canCancel.set(false);
        wayOut.set(texts.get("card.out.cancelling"));
        unheard = !heard;
        ask();
    }

    private void ask() {
        worker.submit(
                () -> {
                    till.cancelCard();
                    return true;
                },
                done -> {});
    }

    /** What the terminal is doing. */
    public ReadOnlyObjectProperty<Progress.Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The terminal's words. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether stopping may still work. */
    public ReadOnlyBooleanProperty canCancelProperty() {
        return canCancel.getReadOnlyProperty();
    }

    /** What stands on the one button. */
    public ReadOnlyStringProperty wayOutProperty() {
        return wayOut.getReadOnlyProperty();
    }
}
