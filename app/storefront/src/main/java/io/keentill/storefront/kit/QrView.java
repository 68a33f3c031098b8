package io.keentill.storefront.kit;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * A QR code (ISO/IEC 18004) of a fixed size. Black on white with its quiet zone in every theme: telephones read no other
 * colours for certain. Every module is a whole number of pixels.
 */
public final class QrView extends Canvas {

    /** Modules of white around the code, as the standard asks for. */
    private static final int QUIET = 4;

    private final double side;

    /** Empty, with this side in pixels. */
    public QrView(String id, double side) {
        super(side, side);
        this.side = side;
        setId(id);
    }

    /**
     * Shows {@code text}; nothing for an empty one.
     *
     * @throws IllegalArgumentException if it is too long for any QR code (about 2,300 bytes)
     */
    public void show(String text) {
        GraphicsContext paint = getGraphicsContext2D();
        paint.clearRect(0, 0, side, side);
        if (text.isEmpty()) {
            return;
        }
        ByteMatrix modules = modules(text);
        int across = modules.getWidth() + 2 * QUIET;
        double size = Math.max(1, Math.floor(side / across));
        double start = Math.floor((side - size * modules.getWidth()) / 2);
        paint.setFill(Color.WHITE);
        paint.fillRect(0, 0, side, side);
        paint.setFill(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    paint.fillRect(start + x * size, start + y * size, size, size);
                }
            }
        }
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
