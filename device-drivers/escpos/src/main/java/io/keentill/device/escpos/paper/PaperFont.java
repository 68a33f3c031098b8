package io.keentill.device.escpos.paper;

import io.keentill.assets.Assets;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The paper's own letters, so that it looks the same on every machine: each 12 dots wide. */
record PaperFont(Font regular, Font bold) {

    /** The size at which a letter of this font is 12 dots wide: its advance is 0.6 of its size. */
    private static final float SIZE = 20f;

    static PaperFont load() {
        return new PaperFont(load("fonts/JetBrainsMono-Regular.ttf"), load("fonts/JetBrainsMono-Bold.ttf"));
    }

    Font of(boolean heavy) {
        return heavy ? bold : regular;
    }

    private static Font load(String name) {
        try (InputStream in = Assets.open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + name + " of this build is damaged", e);
        }
    }
}
