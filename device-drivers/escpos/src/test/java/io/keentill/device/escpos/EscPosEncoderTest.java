package io.keentill.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.escpos.paper.EscPosPaper;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscPosEncoderTest {

    private static final String END = "1B6403" + "1D564200";

    @Test
    void aShortReceiptHasExactlyTheseBytes() {
        String hex = hex(
                PrinterModel.EPSON_58, new Text("Shop", Align.CENTRE, true, true), new Columns("Tea", "1.20", false));
        assertThat(hex)
                .isEqualTo("1B40" + "1B7413" + "1B6101" + "1B4501" + "1D2111" + ascii("Shop") + "0A" + "1B6100"
                        + "1B4500" + "1D2100" + ascii("Tea" + " ".repeat(25) + "1.20") + "0A" + END);
    }

    @Test
    void poundAndEuroHaveTheirPlacesInCodePage858() {
        assertThat(hex(PrinterModel.EPSON_58, new Text("£1 €2", Align.LEFT, false, false)))
                .isEqualTo("1B40" + "1B7413" + "9C3120D532" + "0A" + END);
    }

    @Test
    void aForeignCodePageIsConfigured() {
        PrinterModel western =
                new PrinterModel("Western", 32, 384, 16, Charset.forName("windows-1252"), 0, DrawerPulse.USUAL);
        assertThat(hex(western, new Text("£€", Align.LEFT, false, false)))
                .isEqualTo("1B40" + "1B7410" + "A380" + "0A" + "1B6400" + "1D564200");
    }

    @Test
    void charactersThatThePrinterLacksAreSpelledOrMarkedAndNeverDropped() {
        assertThat(hex(PrinterModel.EPSON_58, new Text("“a”–…šł日\u001b", Align.LEFT, false, false)))
                .isEqualTo("1B40" + "1B7413" + ascii("\"a\"-...sl?") + "0A" + END);
    }

    @Test
    void fewerColumnsThanDotsStandInTheMiddleOfThePaper() {
        assertThat(hex(PrinterModel.EPSON_80_42)).isEqualTo("1B40" + "1B7413" + "1D4C0400" + "1D57F801" + END);
    }

    @Test
    void barsAreCode128WithTheirTextBelow() {
        assertThat(hex(PrinterModel.EPSON_80, new Code("K7-{F", Symbology.CODE_128)))
                .isEqualTo("1B40" + "1B7413" + "1B6101" + "1D6850" + "1D7703" + "1D6600" + "1D4802" + "1D6B4908"
                        + ascii("{BK7-{{F") + "1B6100" + END);
    }

    @Test
    void aSquareCodeIsStoredAndPrinted() {
        assertThat(hex(PrinterModel.EPSON_80, new Code("AB", Symbology.QR)))
                .isEqualTo("1B40" + "1B7413" + "1B6101" + "1D286B040031413200" + "1D286B03003143" + "06"
                        + "1D286B0300314531" + "1D286B050031503041" + "42" + "1D286B0300315130" + "1B6100" + END);
    }

    @Test
    void barsTooWideBecomeSquareAndDataTooLongBecomesText() {
        String wide = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        assertThat(hex(PrinterModel.EPSON_58, new Code(wide, Symbology.CODE_128)))
                .contains("1D286B")
                .doesNotContain("1D6B49");
        Receipt huge = new Receipt("t", List.of(new Code("x".repeat(701), Symbology.QR)));
        EscPosPaper paper = EscPosPaper.of(new EscPosEncoder(PrinterModel.EPSON_80).encode(huge));
        assertThat(paper.codes()).isEmpty();
        assertThat(String.join("", paper.lines()).replace(" ", "")).isEqualTo("x".repeat(701));
    }

    @Test
    void theDrawerPulseHasAllItsParameters() {
        assertThat(HexFormat.of().withUpperCase().formatHex(new EscPosEncoder(PrinterModel.EPSON_80).openDrawer()))
                .isEqualTo("1B700019FA");
        assertThatThrownBy(() -> new DrawerPulse(2, 50, 500)).hasMessageContaining("0 or 1");
        assertThatThrownBy(() -> new DrawerPulse(0, 51, 500)).hasMessageContaining("steps of 2");
        assertThatThrownBy(() -> new PrinterModel("x", 48, 384, 19, PrinterModel.CP858, 3, DrawerPulse.USUAL))
                .hasMessageContaining("48 columns do not fit");
    }

    private static String hex(PrinterModel model, ReceiptElement... elements) {
        byte[] job = new EscPosEncoder(model).encode(new Receipt("t", List.of(elements)));
        return HexFormat.of().withUpperCase().formatHex(job);
    }

    private static String ascii(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
