package io.keentill.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/**
 * Works a {@link Storefront} as a person would, by real events on the real nodes, for the scripted demo and tests. Call
 * from any thread but JavaFX's. Each action returns once the till has answered and the answer is drawn; a card payment
 * goes on beside it, see {@link #waitForVisible}.
 *
 * <p>What cannot be done because a control is missing, hidden or disabled is an {@link IllegalStateException} that says
 * so, and lists what is on screen.
 */
public final class StorefrontDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 5_000_000L;
    private static final long PERSON_NANOS = 60_000_000L;

    private final Drawn storefront;

    /** Hands on the screen of {@code storefront}. */
    public StorefrontDriver(Storefront storefront) {
        this((Drawn) storefront);
    }

    /** Hands on whatever is drawn. */
    StorefrontDriver(Drawn storefront) {
        this.storefront = storefront;
    }

    /** Enters a PIN on the keyboard and Enter. */
    public void login(String pin) {
        waitForVisible("login", PATIENCE);
        type(pin);
        key(KeyCode.ENTER);
    }

    /** What a keyboard-wedge scanner does: the characters at once, then Enter, to whatever has the focus. */
    public void scan(String code) {
        onScreen(() -> {
            storefront.asOneBurst(() -> {
                FakeKeys.type(storefront.scene(), code);
                FakeKeys.press(storefront.scene(), KeyCode.ENTER);
            });
            return true;
        });
        settle();
    }

    /** Types into whatever has the focus, at a person's pace: faster it would be taken for a scanner. */
    public void type(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            onScreen(() -> {
                FakeKeys.type(storefront.scene(), key);
                return true;
            });
            pause(PERSON_NANOS);
        });
        settle();
    }

    /** All of that time: a thread that was waited for before may be woken by what is left of that. */
    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Presses one key. */
    public void key(KeyCode code) {
        onScreen(() -> {
            FakeKeys.press(storefront.scene(), code);
            return true;
        });
        settle();
    }

    /** Presses one key with Alt held down. */
    public void alt(KeyCode code) {
        onScreen(() -> {
            FakeKeys.press(storefront.scene(), code, FakeKeys.Held.ALT);
            return true;
        });
        settle();
    }

    /** Presses one key with the shift key held down. */
    public void shift(KeyCode code) {
        onScreen(() -> {
            FakeKeys.press(storefront.scene(), code, FakeKeys.Held.SHIFT);
            return true;
        });
        settle();
    }

    /** The id of what has the keys; empty if nothing has, or what has is without an id or not in sight. */
    public String focused() {
        return onScreen(() -> Optional.ofNullable(storefront.scene().getFocusOwner())
                .filter(ScreenText::isShown)
                .map(Node::getId)
                .orElse(""));
    }

    /** Clicks the control with this id; it has to be in sight and enabled. */
    public void press(String id) {
        // What was not in any frame yet hears nothing, and nobody could click on it.
        waitFor(() -> onScreen(() -> isDrawn(id)), PATIENCE, "a frame with #" + id);
        onScreen(() -> {
            FakeMouse.click(operable(id));
            return true;
        });
        settle();
    }

    /** Opens cash and hands over an amount as typed, such as {@code 20} or {@code 12.50}. */
    public void payCash(String amount) {
        if (!isVisible("cash-amount")) {
            key(KeyCode.F8);
            waitForVisible("cash-amount", PATIENCE);
        }
        onScreen(() -> {
            operable("cash-amount").requestFocus();
            return true;
        });
        type(amount);
        key(KeyCode.ENTER);
    }

    /** Starts a card payment of all that is due; its outcome comes on screen later. */
    public void payCard() {
        key(KeyCode.F9);
        waitFor(() -> !isVisible("sell"), PATIENCE, "the payment screen");
    }

    /** Waits until the node with this id is on screen. */
    public void waitForVisible(String id, Duration patience) {
        waitFor(() -> isVisible(id), patience, "#" + id);
    }

    /**
     * Waits until {@code condition}, asked on the caller's thread, holds.
     *
     * @param what is waited for, for the message of the {@link IllegalStateException} when patience ends
     */
    public void waitFor(BooleanSupplier condition, Duration patience, String what) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Waited " + patience.toSeconds() + " s for " + what + " in vain");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        settle();
    }

    /** Waits until everything asked of the till was answered and drawn. */
    public void settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isQuiet()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("The till did not answer within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Looks twice, with a turn of the screen between: an answer may ask the next question only once it is drawn. */
    private boolean isQuiet() {
        boolean before = onFxThread(storefront::isSettled);
        return onFxThread(storefront::isSettled) && before;
    }

    /** Whether a node with this id is on screen. */
    public boolean isVisible(String id) {
        return onScreen(() -> shown(id).isPresent());
    }

    /** Whether the node with this id is on screen and can be used. */
    public boolean isEnabled(String id) {
        return onScreen(() -> shown(id).filter(node -> !node.isDisabled()).isPresent());
    }

    /** Whether the choice with this id is on screen and is the one that holds. */
    public boolean isChosen(String id) {
        return onScreen(() -> shown(id)
                .filter(node -> node instanceof ToggleButton choice && choice.isSelected())
                .isPresent());
    }

    /** What a label, button or field on screen says; {@code id} with or without {@code #}. Empty if not on screen. */
    public String text(String id) {
        return onScreen(() -> shown(id).map(StorefrontDriver::textOf).orElse(""));
    }

    /** All the words inside a part of the screen, from top to bottom, a line for each. */
    public String words(String id) {
        return onScreen(() -> shown(id).map(ScreenText::of).orElse(""));
    }

    /** Writes what is on screen as a PNG file; missing folders are made. */
    public void snapshot(Path png) {
        settle();
        onScreen(() -> {
            try {
                Snapshot.write(storefront.scene(), png);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("Could not write " + png, e);
            }
        });
    }

    private static String textOf(Node node) {
        return switch (node) {
            case Labeled labeled -> Optional.ofNullable(labeled.getText()).orElse("");
            case TextInputControl field -> Optional.ofNullable(field.getText()).orElse("");
            default -> ScreenText.of(node);
        };
    }

    /** False only for a control that is to be shown and was in no frame yet. */
    private boolean isDrawn(String id) {
        return shown(id)
                .filter(node -> node instanceof Control control && control.getSkin() == null)
                .isEmpty();
    }

    private Node operable(String id) {
        Node node = shown(id)
                .orElseThrow(() -> new IllegalStateException(
                        "Not on screen: " + id + ". On screen is:\n" + ScreenText.of(storefront.root())));
        if (node.isDisabled()) {
            throw new IllegalStateException("Disabled: " + id);
        }
        return node;
    }

    private Optional<Node> shown(String id) {
        String selector = id.startsWith("#") ? id : "#" + id;
        return storefront.root().lookupAll(selector).stream()
                .filter(ScreenText::isShown)
                .findFirst();
    }

    /** Acts on what a person would see: what changed since the last frame is styled and laid out first. */
    private <T> T onScreen(Callable<T> action) {
        return onFxThread(() -> {
            storefront.bringUpToDate();
            return action.call();
        });
    }

    private static <T> T onFxThread(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The driver waits for JavaFX and may not be called on its thread");
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX is busy for more than " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
