package io.keentill.storefront.shell;

import javafx.scene.Node;

/**
 * A screen and how the cursor is put where the next key belongs.
 *
 * @param view what is drawn
 * @param focus puts the cursor there
 */
record Place(Node view, Runnable focus) {}
