package io.keentill.device.escpos.paper;

import io.keentill.device.escpos.paper.PaperItem.Bars;
import io.keentill.device.escpos.paper.PaperItem.Cut;
import io.keentill.device.escpos.paper.PaperItem.Pulse;
import io.keentill.device.escpos.paper.PaperItem.Square;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What a job looks like on paper: read from its bytes by rules of its own, shown as text or as a picture. */
public final class EscPosPaper {

    /** Dots across 80 mm paper at 203 dpi. */
    public static final int USUAL_DOTS = 576;

    private final int dots;
    private final List<PaperItem> items;

    private EscPosPaper(int dots, List<PaperItem> items) {
        this.dots = dots;
        this.items = List.copyOf(items);
    }

    /** As {@link #of(byte[], int)} on paper of {@link #USUAL_DOTS}. */
    public static EscPosPaper of(byte[] job) {
        return of(job, USUAL_DOTS);
    }

    /**
     * Reads {@code job} onto paper {@code dots} wide.
     *
     * @throws IllegalArgumentException if it has a command that this paper does not know, or ends inside one
     */
    public static EscPosPaper of(byte[] job, int dots) {
        return new EscPosPaper(dots, PaperReader.read(job, dots));
    }

    /** The text from top to bottom; double width shows as spaced, a code as what it says, fed paper as empty lines. */
    public List<String> lines() {
        return PaperText.lines(items);
    }

    /** What the codes on it say, from top to bottom. */
    public List<String> codes() {
        return items.stream()
                .flatMap(item -> switch (item) {
                    case Bars bars -> Stream.of(bars.data());
                    case Square square -> Stream.of(square.data());
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    /** How often it was cut. */
    public int cuts() {
        return (int) items.stream().filter(Cut.class::isInstance).count();
    }

    /** How often the drawer was opened. */
    public int drawerPulses() {
        return (int) items.stream().filter(Pulse.class::isInstance).count();
    }

    /** The paper in black on white, one pixel a dot. */
    public BufferedImage image() {
        return new PaperPainter(dots).paint(items);
    }

    /** {@link #image} as a PNG file. */
    public byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image(), "png", out)) {
                throw new IllegalStateException("This Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
