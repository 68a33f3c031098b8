package io.keentill.domain.receipt;

import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EntryMode;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says of a card payment: the fields that the schemes want on it (EMV Book 3, annex A, and the schemes' own
 * rules), as far as the terminal told them, or the terminal's own text where it had the till print it.
 */
final class CardSections {

    private static final String INDENT = "  ";
    private static final String LINE_TO_SIGN = "X______________________";

    private static final String UNBREAKABLE = "\u00A0";
    private static final Pattern GAP = Pattern.compile("(?<=\\S) {2,}(?=\\S)");

    private final ReceiptWords words;

    CardSections(ReceiptWords words) {
        this.words = words;
    }

    /** What card it was, in a word or two. */
    String name(CardDetails card) {
        String scheme = card.scheme();
        return scheme == null ? words.phrase("tender.card") : words.phrase("tender.card.scheme", scheme);
    }

    /** Below the amount of a card payment: the terminal's words for it if it gave any, else its facts. */
    List<ReceiptElement> details(CardDetails card, List<String> slip) {
        return slip.isEmpty() ? facts(card) : text(slip);
    }

    /** Whether the clerk must have it signed. */
    static boolean needsSignature(CardDetails card) {
        return card.verification() == CardVerification.SIGNATURE
                || card.verification() == CardVerification.PIN_AND_SIGNATURE;
    }

    /** Where the cardholder signs. */
    List<ReceiptElement> signature() {
        return List.of(
                new Blank(),
                line(words.phrase("signature.ask")),
                new Blank(),
                new Blank(),
                line(LINE_TO_SIGN),
                line(words.phrase("signature")));
    }

    /** The terminal's text as it came, its columns kept: blanks between words that stand apart are made unbreakable. */
    List<ReceiptElement> text(List<String> slip) {
        List<ReceiptElement> paper = new ArrayList<>();
        slip.forEach(line -> paper.add(line.isBlank() ? new Blank() : line(columns(line.stripTrailing()))));
        return paper;
    }

    private static String columns(String line) {
        return GAP.matcher(line)
                .replaceAll(gap -> UNBREAKABLE.repeat(gap.group().length()));
    }

    private List<ReceiptElement> facts(CardDetails card) {
        List<ReceiptElement> paper = new ArrayList<>();
        String how = card.entryMode() == EntryMode.UNKNOWN ? "" : words.phrase("entry." + card.entryMode());
        String number = (card.masked() + INDENT + how).strip();
        if (!number.isEmpty()) {
            paper.add(line(INDENT + number));
        }
        if (card.cardName() != null && !card.cardName().equalsIgnoreCase(card.scheme())) {
            add(paper, "card.label", card.cardName());
        }
        if (card.verification() != CardVerification.UNKNOWN) {
            paper.add(line(INDENT + words.phrase("verification." + card.verification())));
        }
        add(paper, "card.auth", card.authCode());
        add(paper, "card.rrn", card.rrn());
        add(paper, "card.application", card.applicationId());
        add(paper, "card.sequence", card.emv().panSequence());
        add(paper, "card.tvr", card.emv().tvr());
        add(paper, "card.tsi", card.emv().tsi());
        String cryptogram = card.emv().cryptogram();
        if (cryptogram != null) {
            String type = card.emv().cryptogramType();
            add(paper, "card.cryptogram", type == null ? cryptogram : type + " " + cryptogram);
        }
        add(paper, "card.terminal", card.terminalId());
        add(paper, "card.trace", card.traceNumber());
        return paper;
    }

    private void add(List<ReceiptElement> paper, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            paper.add(line(INDENT + words.phrase(key, value)));
        }
    }

    private static ReceiptElement line(String text) {
        return new Text(text, Align.LEFT, false, false);
    }

    /** Whether the shop keeps a paper of its own of this payment. */
    static boolean merchantKeepsPaper(CardDetails card, TerminalSlip slip) {
        return !slip.merchant().isEmpty() || needsSignature(card);
    }
}
