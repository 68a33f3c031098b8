package io.keentill.storefront.counter;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages on screen, oldest first; the view takes each away after its time. */
public final class Toasts {

    private static final int MOST = 3;

    private final ObservableList<Toast> shown = FXCollections.observableArrayList();

    /** Good to know. */
    public void info(String text) {
        show(new Toast(Toast.Kind.INFO, text, null, null));
    }

    /** Something was not done. */
    public void warn(String text) {
        show(new Toast(Toast.Kind.WARNING, text, null, null));
    }

    /** Somebody has to see to it. */
    public void error(String text) {
        show(new Toast(Toast.Kind.ERROR, text, null, null));
    }

    /** Good to know, and can be taken back. */
    public void undoable(String text, String label, Runnable undo) {
        show(new Toast(Toast.Kind.INFO, text, label, undo));
    }

    /** Takes one away. */
    public void dismiss(Toast toast) {
        shown.remove(toast);
    }

    /** What is on screen now. */
    public ObservableList<Toast> shown() {
        return shown;
    }

    private void show(Toast toast) {
        shown.removeIf(other -> other.text().equals(toast.text()));
        while (shown.size() >= MOST) {
            shown.remove(leastNeeded());
        }
        shown.add(toast);
    }

    /** The oldest, but nothing that somebody has to see to as long as there is something else. */
    private Toast leastNeeded() {
        return shown.stream()
                .filter(toast -> toast.kind() != Toast.Kind.ERROR)
                .findFirst()
                .orElseGet(shown::getFirst);
    }
}
