package io.keentill.device.escpos;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Spells texts with the characters that a printer has: a near equivalent where there is one, else a question mark. It
 * runs before the layout, because an equivalent may be longer. Nothing is dropped silently.
 */
final class PrintableText {

    private static final String UNKNOWN = "?";

    private static final Map<String, String> EQUIVALENTS = Map.ofEntries(
            Map.entry("\u2018", "'"),
            Map.entry("\u2019", "'"),
            Map.entry("\u201A", "'"),
            Map.entry("\u201C", "\""),
            Map.entry("\u201D", "\""),
            Map.entry("\u201E", "\""),
            Map.entry("\u2010", "-"),
            Map.entry("\u2011", "-"),
            Map.entry("\u2012", "-"),
            Map.entry("\u2013", "-"),
            Map.entry("\u2014", "-"),
            Map.entry("\u2212", "-"),
            Map.entry("\u2022", "*"),
            Map.entry("\u2026", "..."),
            Map.entry("\u2122", "TM"),
            Map.entry("\u00D7", "x"),
            Map.entry("\u20AC", "EUR"),
            Map.entry("\u00A3", "GBP"),
            Map.entry("\u00DF", "ss"),
            Map.entry("\u1E9E", "SS"),
            Map.entry("\u0152", "OE"),
            Map.entry("\u0153", "oe"),
            Map.entry("\u0141", "L"),
            Map.entry("\u0142", "l"),
            Map.entry("\u0131", "i"));

    private final CharsetEncoder encoder;

    PrintableText(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /** {@code receipt} with every printed text spelt so; what is scanned stays as it is. */
    Receipt spell(Receipt receipt) {
        return new Receipt(
                receipt.title(), receipt.elements().stream().map(this::spell).toList());
    }

    /** {@code text} in the printer's characters; blanks and control characters stay for the layout to treat. */
    String spell(String text) {
        StringBuilder spelt = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> spelt.append(spell(c)));
        return spelt.toString();
    }

    private ReceiptElement spell(ReceiptElement element) {
        return switch (element) {
            case Text t -> new Text(spell(t.text()), t.align(), t.bold(), t.large());
            case Columns c -> new Columns(spell(c.left()), spell(c.right()), c.bold());
            case Rule rule -> rule;
            case Blank blank -> blank;
            case Code code -> code;
        };
    }

    private String spell(int codePoint) {
        String letter = Character.toString(codePoint);
        if (Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint) || encoder.canEncode(letter)) {
            return letter;
        }
        String equivalent = EQUIVALENTS.get(letter);
        if (equivalent != null) {
            return equivalent;
        }
        String base = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return !base.isBlank() && encoder.canEncode(base) ? base : UNKNOWN;
    }
}
