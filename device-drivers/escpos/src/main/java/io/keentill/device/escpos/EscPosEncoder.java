package io.keentill.device.escpos;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptLayout;
import io.keentill.domain.receipt.ReceiptLine;
import io.keentill.domain.receipt.ReceiptLine.Scannable;
import io.keentill.domain.receipt.ReceiptLine.Words;
import io.keentill.domain.receipt.ReceiptText;
import java.util.List;

/** Turns receipts into ESC/POS bytes for one printer model (terminal-protocols 10.2). Stateless and thread-safe. */
public final class EscPosEncoder {

    private final PrinterModel model;

    /** For printers of {@code model}. */
    public EscPosEncoder(PrinterModel model) {
        this.model = model;
    }

    /** The whole job: reset, code page, every line, feed and cut. */
    public byte[] encode(Receipt receipt) {
        PrintableText printable = new PrintableText(model.charset());
        Commands out = new Commands().reset().codePage(model.codePage());
        if (model.areaDots() < model.dots()) {
            out.area((model.dots() - model.areaDots()) / 2, model.areaDots());
        }
        Words before = new Words("", Align.LEFT, false, false);
        for (ReceiptLine line : new ReceiptLayout(model.columns()).lines(printable.spell(receipt))) {
            switch (line) {
                case Words words -> before = print(words, before, out);
                case Scannable(Code code)
                when CodeCommands.isScannable(code) -> {
                    before = style(new Words("", Align.CENTRE, false, false), before, out);
                    CodeCommands.print(code, model.areaDots(), out);
                }
                case Scannable(Code code) -> before = printAsText(code, printable, before, out);
            }
        }
        style(new Words("", Align.LEFT, false, false), before, out);
        return out.feed(model.feedLines()).cut().bytes();
    }

    /** The pulse of the model's drawer, alone. */
    public byte[] openDrawer() {
        return new Commands().pulse(model.drawer()).bytes();
    }

    private Words print(Words words, Words before, Commands out) {
        Words now = style(words, before, out);
        out.line(words.text().getBytes(model.charset()));
        return now;
    }

    /** Commands for what changes alone: slow serial printers feel every byte. */
    private static Words style(Words wanted, Words before, Commands out) {
        if (wanted.align() != before.align()) {
            out.align(wanted.align());
        }
        if (wanted.bold() != before.bold()) {
            out.bold(wanted.bold());
        }
        if (wanted.large() != before.large()) {
            out.large(wanted.large());
        }
        return wanted;
    }

    private Words printAsText(Code code, PrintableText printable, Words before, Commands out) {
        Code spelt = new Code(printable.spell(code.data()), code.symbology());
        Words now = before;
        for (String line : new ReceiptText(model.columns()).lines(new Receipt("", List.of(spelt)))) {
            now = print(new Words(line, Align.LEFT, false, false), now, out);
        }
        return now;
    }
}
