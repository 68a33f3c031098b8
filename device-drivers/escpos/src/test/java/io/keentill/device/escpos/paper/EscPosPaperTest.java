package io.keentill.device.escpos.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import io.keentill.device.escpos.EscPosEncoder;
import io.keentill.device.escpos.PrinterModel;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosPaperTest {

    @Test
    void readsBytesWrittenByHand() {
        EscPosPaper paper =
                paper("1B40 1B7413 1B6101 4869 0A 1B6100 1D2111 4142 0A 1D2100 9C31 D532 0A 1B700019FA 1D564200");
        assertThat(paper.lines()).containsExactly(" ".repeat(23) + "Hi", "A B", "£1€2");
        assertThat(paper.cuts()).isOne();
        assertThat(paper.drawerPulses()).isOne();
    }

    @Test
    void withoutItsCodePageThePoundIsThePrintersOwn() {
        assertThat(paper("1B40 D532 0A").lines()).containsExactly("╒2");
    }

    @Test
    void aLineTooLongGoesOnBelowAsOnARealPrinter() {
        assertThat(paper("78".repeat(50) + "0A").lines()).containsExactly("x".repeat(48), "xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1B7A", "1D99", "07", "1B", "1D6B0441", "1D286B03004143", "1B7463 80", "41 1B6101"})
    void whatItDoesNotKnowIsAnError(String hex) {
        assertThatThrownBy(() -> paper(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePictureIsAsWideAsThePaperAndHasInkWhereTextStands() throws IOException {
        EscPosPaper paper = encoded(new Text("KEENTILL", Align.CENTRE, true, true));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(paper.png()));
        assertThat(image.getWidth()).isEqualTo(576);
        int left = (576 - 8 * 24) / 2;
        assertThat(ink(image, left, 0, 8 * 24, 90)).isGreaterThan(1_000);
        assertThat(ink(image, 0, 0, left - 2, 90)).isZero();
    }

    @Test
    void boldHasMoreInk() {
        BufferedImage plain =
                encoded(new Text("mmmm", Align.LEFT, false, false)).image();
        BufferedImage bold = encoded(new Text("mmmm", Align.LEFT, true, false)).image();
        assertThat(ink(bold, 0, 0, 60, 60)).isGreaterThan(ink(plain, 0, 0, 60, 60));
    }

    @Test
    void itsBarsScan() throws Exception {
        assertThat(scan(encoded(new Code("K7-3F9Q", Symbology.CODE_128)), BarcodeFormat.CODE_128))
                .isEqualTo("K7-3F9Q");
    }

    @Test
    void itsSquareCodesScan() throws Exception {
        String data = "https://example.test/receipt/K7-3F9Q?total=€12.30";
        assertThat(scan(encoded(new Code(data, Symbology.QR)), BarcodeFormat.QR_CODE))
                .isEqualTo(data);
    }

    @Test
    void readerAndWriterShareNoCode() throws IOException {
        for (Class<?> type : List.of(
                EscPosPaper.class,
                PaperReader.class,
                PaperState.class,
                PaperText.class,
                JobBytes.class,
                PaperItem.class)) {
            try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                ClassFile.of().parse(in.readAllBytes()).constantPool().forEach(entry -> {
                    if (entry instanceof ClassEntry c && c.asInternalName().startsWith("io/keentill/")) {
                        assertThat(c.asInternalName()).startsWith("io/keentill/device/escpos/paper/");
                    }
                });
            }
        }
    }

    private static EscPosPaper paper(String hex) {
        return EscPosPaper.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static EscPosPaper encoded(ReceiptElement... elements) {
        return EscPosPaper.of(new EscPosEncoder(PrinterModel.EPSON_80).encode(new Receipt("t", List.of(elements))));
    }

    private static int ink(BufferedImage image, int left, int top, int width, int height) {
        int ink = 0;
        for (int y = top; y < Math.min(top + height, image.getHeight()); y++) {
            for (int x = left; x < left + width; x++) {
                ink += (image.getRGB(x, y) & 0xFFFFFF) == 0 ? 1 : 0;
            }
        }
        return ink;
    }

    private static String scan(EscPosPaper paper, BarcodeFormat expected) throws Exception {
        BufferedImage image = paper.image();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new GlobalHistogramBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        Result result = new MultiFormatReader().decode(bitmap);
        assertThat(result.getBarcodeFormat()).isEqualTo(expected);
        return result.getText();
    }
}
