package io.keentill.launcher.firstrun;

import io.keentill.launcher.Main;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as it is shipped, and hands on the keyboard of its window that do as they are told: a line each on the
 * standard input, answered by a line of JSON text. It knows nothing of the program but its {@code main}; what it sees is
 * what is in the window.
 */
public final class WorkedTill {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WorkedTill() {}

    /** Starts the program with these arguments. */
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("hands").start(WorkedTill::work);
        Main.main(args);
    }

    private static void work() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                String what = blank < 0 ? line : line.substring(0, blank);
                String of = blank < 0 ? "" : line.substring(blank + 1);
                out.println(JSON.writeValueAsString(onScreen(() -> done(what, of))));
            }
        } catch (IOException closed) {
            // Whoever told it what to do is gone.
        }
    }

    /** On the screen's thread; nothing where there is no screen yet. */
    private static String onScreen(Callable<String> work) {
        CompletableFuture<String> done = new CompletableFuture<>();
        try {
            Platform.runLater(() -> {
                try {
                    done.complete(work.call());
                } catch (Exception e) {
                    done.complete("trouble: " + e);
                }
            });
            return done.get(60, TimeUnit.SECONDS);
        } catch (IllegalStateException notStarted) {
            return "";
        } catch (Exception e) {
            return "trouble: " + e;
        }
    }

    private static String done(String what, String of) throws IOException {
        Optional<Stage> stage = Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Stage.class::cast)
                .findFirst();
        if (stage.isEmpty()) {
            return "";
        }
        Scene scene = stage.get().getScene();
        upToDate(scene);
        switch (what) {
            case "key" -> press(scene, KeyCode.valueOf(of));
            case "type" -> type(scene, of);
            case "focused" -> {
                return focused(scene);
            }
            case "words" -> {
                StringBuilder words = new StringBuilder();
                read(scene.getRoot(), words);
                return words.toString();
            }
            case "text" -> {
                Node node = scene.lookup("#" + of);
                return node != null && isShown(node) ? text(node) : "";
            }
            case "shown" -> {
                Node node = scene.lookup("#" + of);
                return node != null && isShown(node) ? of : "";
            }
            case "picture" -> picture(scene, new File(of));
            // As the cross in the window's corner does.
            case "close" -> stage.get().fireEvent(new WindowEvent(stage.get(), WindowEvent.WINDOW_CLOSE_REQUEST));
            default -> throw new IllegalArgumentException(what);
        }
        return "done";
    }

    private static void upToDate(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void press(Scene scene, KeyCode code) {
        fire(scene, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        fire(scene, KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code);
        upToDate(scene);
    }

    private static void type(Scene scene, String text) {
        text.chars().forEach(c -> fire(scene, KeyEvent.KEY_TYPED, Character.toString((char) c), KeyCode.UNDEFINED));
    }

    private static void fire(Scene scene, EventType<KeyEvent> kind, String character, KeyCode code) {
        Node focused = scene.getFocusOwner();
        Node target = focused == null ? scene.getRoot() : focused;
        Event.fireEvent(target, new KeyEvent(kind, character, "", code, false, false, false, false));
    }

    private static String focused(Scene scene) {
        return Optional.ofNullable(scene.getFocusOwner())
                .filter(WorkedTill::isShown)
                .map(Node::getId)
                .orElse("");
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void read(Node node, StringBuilder words) {
        if (!node.isVisible()) {
            return;
        }
        String text = text(node);
        if (!text.isBlank() && !(node instanceof PasswordField)) {
            words.append(text).append('\n');
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, words));
        }
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> Optional.ofNullable(labeled.getText()).orElse("");
            case TextInputControl field -> Optional.ofNullable(field.getText()).orElse("");
            default -> "";
        };
    }

    private static void picture(Scene scene, File file) throws IOException {
        WritableImage from = scene.snapshot(null);
        int width = (int) from.getWidth();
        int height = (int) from.getHeight();
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to.setRGB(x, y, from.getPixelReader().getArgb(x, y));
            }
        }
        file.getParentFile().mkdirs();
        ImageIO.write(to, "png", file);
    }
}
