package io.keentill.domain.receipt;

import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Shop;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Writes the reports of a shop's shifts. A Z report on paper says what its stored figures say and nothing else. */
public final class ShiftReceipts {

    /** How much of a report's hash stands on paper: enough to tell two reports apart. */
    private static final int FINGERPRINT = 16;

    private final Shop shop;
    private final ReceiptWords words;
    private final DateTimeFormatter time;
    private final UnaryOperator<String> nameOf;
    private final ShiftSections sections;

    /**
     * Reports of {@code shop}.
     *
     * @param locale how amounts and dates are written
     * @param zone the shop's time zone
     * @param words the language
     * @param nameOf the name for an operator's id
     */
    public ShiftReceipts(Shop shop, Locale locale, ZoneId zone, ReceiptWords words, UnaryOperator<String> nameOf) {
        this.shop = shop;
        this.words = words;
        this.nameOf = nameOf;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        this.sections = new ShiftSections(words, new MoneyFormat(locale));
    }

    /**
     * An X report. What must be in the drawer is on it only once a count was committed.
     *
     * @param till the till's name
     * @param shift which runs
     * @param figures so far
     * @param at as of when
     */
    public Receipt x(String till, Shift shift, ShiftFigures figures, Instant at) {
        String title = words.phrase("shift.x");
        List<ReceiptElement> paper = head(title, till, shift, Copy.ORIGINAL);
        paper.add(new Columns(words.phrase("shift.asked"), time.format(at), false));
        paper.addAll(body(figures));
        paper.addAll(sections.drawer(figures, shift.count()));
        paper.addAll(tail(figures));
        return new Receipt(title, paper);
    }

    /** A Z report. */
    public Receipt z(ZReport report, Copy copy) {
        String title = words.phrase("shift.z", Long.toString(report.number()));
        Shift shift = report.shift();
        List<ReceiptElement> paper = head(title, report.till(), shift, copy);
        Instant closedAt = Objects.requireNonNull(shift.closedAt());
        paper.add(new Columns(words.phrase("shift.closed"), time.format(closedAt), false));
        paper.add(left(words.phrase(
                "shift.by", words.phrase("shift.closed"), nameOf.apply(String.valueOf(shift.closedBy())))));
        paper.addAll(body(report.figures()));
        paper.addAll(sections.drawer(report.figures(), report.count()));
        if (report.differenceReason() != null) {
            paper.add(left(words.phrase("shift.reason", report.differenceReason())));
        }
        paper.add(
                left(words.phrase("shift.count.by", nameOf.apply(report.count().operator()))));
        if (report.count().tries() > 1) {
            paper.add(left(words.phrase(
                    "shift.count.tries", Integer.toString(report.count().tries()))));
        }
        paper.addAll(tail(report.figures()));
        if (report.acceptedBy() != null) {
            paper.add(left(words.phrase("shift.accepted", nameOf.apply(report.acceptedBy()))));
        }
        paper.add(new Blank());
        String hash = report.hash();
        paper.add(left(words.phrase("shift.hash", hash.substring(0, Math.min(FINGERPRINT, hash.length())))));
        return new Receipt(title, paper);
    }

    private List<ReceiptElement> head(String title, String till, Shift shift, Copy copy) {
        List<ReceiptElement> paper = new ArrayList<>(ReceiptComposer.head(shop, words, copy));
        paper.add(new Text(title, Align.CENTRE, true, true));
        paper.add(new Columns(
                words.phrase("shift.till", till), words.phrase("shift.number", Long.toString(shift.seq())), false));
        paper.add(new Columns(words.phrase("shift.opened"), time.format(shift.openedAt()), false));
        paper.add(left(words.phrase("shift.by", words.phrase("shift.opened"), nameOf.apply(shift.openedBy()))));
        return paper;
    }

    private List<ReceiptElement> body(ShiftFigures figures) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(new Rule());
        paper.addAll(sections.sales(figures));
        paper.add(new Rule());
        paper.addAll(sections.payments(figures));
        paper.add(new Rule());
        return paper;
    }

    private List<ReceiptElement> tail(ShiftFigures figures) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(new Rule());
        paper.addAll(sections.incidents(figures));
        paper.addAll(sections.receipts(figures.receipts()));
        paper.addAll(sections.open(figures.open()));
        return paper;
    }

    private static ReceiptElement left(String text) {
        return new Text(text, Align.LEFT, false, false);
    }
}
