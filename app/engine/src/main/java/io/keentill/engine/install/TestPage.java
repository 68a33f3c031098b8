package io.keentill.engine.install;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.util.List;

/** A page on which everything stands that a receipt needs: its width, the code page, both sizes and both kinds of code. */
final class TestPage {

    /** Those of code page 858 that a shop's receipts have: a wrong table shows at once by pound and euro. */
    private static final List<String> CHARACTERS = List.of(
            "\u00A3 \u20AC",
            "\u00E4 \u00F6 \u00FC \u00C4 \u00D6 \u00DC \u00DF",
            "\u00E9 \u00E8 \u00F1 \u00E5 \u00F8 \u00E7");

    private TestPage() {}

    static Receipt of(PrinterDesk.Printer printer) {
        return new Receipt(
                "Test page",
                List.of(
                        new Text("Keentill", Align.CENTRE, true, true),
                        new Text(printer.address(), Align.CENTRE, false, false),
                        new Rule(),
                        new Columns("Pound, euro", CHARACTERS.get(0), true),
                        new Columns("Deutsch", CHARACTERS.get(1), false),
                        new Columns("Accents", CHARACTERS.get(2), false),
                        new Columns("Paper " + printer.paper(), "Table " + printer.table(), false),
                        new Rule(),
                        new Code("KEENTILL-TEST", Symbology.CODE_128),
                        new Blank(),
                        new Code("KEENTILL-TEST", Symbology.QR)));
    }
}
