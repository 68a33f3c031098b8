package io.keentill.storefront;

import javafx.scene.Parent;
import javafx.scene.Scene;

/** Something on screen that a {@link StorefrontDriver} can work. */
interface Drawn {

    /** The scene that keys go to. */
    Scene scene();

    /** What is drawn. */
    Parent root();

    /** Styles and lays out what changed since the last frame, as the next frame would. Call on the JavaFX thread. */
    default void bringUpToDate() {
        root().applyCss();
        root().layout();
    }

    /** Types as a scanner does, without time passing between the keys. */
    void asOneBurst(Runnable typing);

    /** Whether everything asked so far was answered and drawn. */
    boolean isSettled();
}
