package io.keentill.storefront;

import javafx.scene.Parent;
import javafx.scene.Scene;

/** A screen that is styled and laid out by its own frames alone, so that what they cost can be weighed. */
record FrameByFrame(Drawn front) implements Drawn {

    @Override
    public Scene scene() {
        return front.scene();
    }

    @Override
    public Parent root() {
        return front.root();
    }

    @Override
    public void bringUpToDate() {
        // The next frame does.
    }

    @Override
    public void asOneBurst(Runnable typing) {
        front.asOneBurst(typing);
    }

    @Override
    public boolean isSettled() {
        return front.isSettled();
    }
}
