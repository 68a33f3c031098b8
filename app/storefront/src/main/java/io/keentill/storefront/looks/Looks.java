package io.keentill.storefront.looks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Scene;

/** Dresses a scene: base colours, the till's own style sheets in the wanted size, the theme on top. */
public final class Looks {

    private static final List<String> COMMON = List.of("storefront.css", "office.css");
    /** What grows with the text; distances do not, or the screen would not hold it. */
    private static final Pattern SIZES =
            Pattern.compile("(-fx-font-size|-fx-icon-size|-fx-pref-tile-height|-fx-min-height): (\\d+)px");

    /** From here on words need room that they take from what surrounds them. */
    private static final int LARGE = 130;

    private Looks() {}

    /** Screens with less than this have no room to spare: 1024×600 and 1024×768, as old tills have. */
    private static final int ROOMY_WIDTH = 1_200;

    private static final int ROOMY_HEIGHT = 700;

    /** Under this a scene keeps whether it is dressed for a small screen. */
    private static final String SMALL = "keentill.small";

    /** Keeps {@code scene} as {@code model} says. */
    public static void follow(Scene scene, LooksModel model) {
        model.themeProperty().addListener((o, before, now) -> dress(scene, model));
        model.sizeProperty().addListener((o, before, now) -> dress(scene, model));
        scene.widthProperty().addListener((o, before, now) -> sized(scene, model));
        scene.heightProperty().addListener((o, before, now) -> sized(scene, model));
        dress(scene, model);
    }

    private static void sized(Scene scene, LooksModel model) {
        boolean dressedSmall = Boolean.TRUE.equals(scene.getProperties().get(SMALL));
        if (dressedSmall != isSmall(scene)) {
            dress(scene, model);
        }
    }

    private static boolean isSmall(Scene scene) {
        return scene.getWidth() < ROOMY_WIDTH || scene.getHeight() < ROOMY_HEIGHT;
    }

    private static void dress(Scene scene, LooksModel model) {
        apply(scene, model.themeProperty().get(), model.sizeProperty().get());
    }

    /** Draws {@code scene} in this theme, its text at so many per cent. */
    public static void apply(Scene scene, Theme theme, int percent) {
        List<String> sheets = new ArrayList<>();
        COMMON.forEach(file -> sheets.add(sheet(file, percent)));
        if (percent >= LARGE) {
            sheets.add(sheet("large-text.css", 100));
        }
        boolean small = isSmall(scene);
        if (small) {
            sheets.add(sheet("small-screen.css", percent));
        }
        if (small && percent >= LARGE) {
            sheets.add(sheet("small-large.css", 100));
        }
        scene.getProperties().put(SMALL, small);
        theme.file().ifPresent(file -> sheets.add(sheet(file, 100)));
        scene.setUserAgentStylesheet(theme.base());
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String file, int percent) {
        String css = percent == 100 ? read(file) : scaled(read(file), percent);
        return "data:text/css;charset=UTF-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /** With every size of text so much larger. */
    static String scaled(String css, int percent) {
        return SIZES.matcher(css)
                .replaceAll(size ->
                        size.group(1) + ": " + Math.round(Integer.parseInt(size.group(2)) * percent / 100.0) + "px");
    }

    private static String read(String file) {
        try (InputStream in = Looks.class.getResourceAsStream("/io/keentill/storefront/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from this build: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable: " + file, e);
        }
    }
}
