package io.keentill.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.escpos.paper.EscPosPaper;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.receipt.ReceiptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the encoder writes, the paper reads: random receipts come out with the text that a screen shows. */
class RoundTripTest {

    private static final List<PrinterModel> MODELS =
            List.of(PrinterModel.EPSON_80, PrinterModel.EPSON_80_42, PrinterModel.EPSON_58);
    private static final String LETTERS = "abcXYZ019 .,-£€äöüßÉñ×½ {}";

    @Property(tries = 300)
    void thePaperShowsTheSameText(@ForAll long seed) {
        Random random = new Random(seed);
        PrinterModel model = MODELS.get(random.nextInt(MODELS.size()));
        Receipt receipt = receipt(random);
        EscPosPaper paper = EscPosPaper.of(new EscPosEncoder(model).encode(receipt), model.dots());
        List<String> shown = paper.lines().subList(0, paper.lines().size() - model.feedLines());
        assertThat(shown).isEqualTo(new ReceiptText(model.columns()).lines(receipt));
        assertThat(paper.cuts()).isOne();
    }

    private static Receipt receipt(Random random) {
        List<ReceiptElement> elements = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            elements.add(element(random));
        }
        return new Receipt("random", elements);
    }

    private static ReceiptElement element(Random random) {
        Align align = Align.values()[random.nextInt(3)];
        return switch (random.nextInt(7)) {
            case 0 -> new Rule();
            case 1 -> new Blank();
            case 2 -> new Code("REF-" + random.nextInt(100_000), Symbology.CODE_128);
            case 3 -> new Code("https://example.test/r?id=" + random.nextLong() + "€", Symbology.QR);
            case 4 -> new Columns(text(random, 90), Integer.toString(random.nextInt()), random.nextBoolean());
            default -> new Text(text(random, 130), align, random.nextBoolean(), random.nextBoolean());
        };
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
