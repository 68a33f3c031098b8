package io.keentill.domain.receipt;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.Incidents;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ShiftFigures.ReceiptRange;
import io.keentill.domain.shift.ShiftFigures.ReturnSums;
import io.keentill.domain.shift.ShiftFigures.Sales;
import io.keentill.domain.shift.ShiftFigures.TaxSum;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a shift's report. */
final class ShiftSections {

    private static final String INDENT = "  ";

    private final ReceiptWords words;
    private final MoneyFormat money;

    ShiftSections(ReceiptWords words, MoneyFormat money) {
        this.words = words;
        this.money = money;
    }

    /** From shelf prices to the total, by rate, and what went back. */
    List<ReceiptElement> sales(ShiftFigures figures) {
        Sales sales = figures.sales();
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("shift.sales", count(sales.count())), sales.gross()));
        paper.add(figure(words.phrase("shift.discounts"), sales.discount().negated()));
        paper.add(figure(words.phrase("shift.net"), sales.net()));
        for (TaxSum tax : figures.taxes()) {
            String row = words.phrase("shift.tax.row", tax.name(), money.figures(tax.net()));
            paper.add(figure(INDENT + row, tax.tax()));
        }
        paper.add(figure(words.phrase("shift.tax"), sales.tax()));
        paper.add(bold(words.phrase("shift.total"), sales.total()));
        paper.add(figure(
                words.phrase("shift.refunds", count(figures.refunds().count())),
                figures.refunds().amount().negated()));
        if (!figures.refunds().tax().isZero()) {
            paper.add(figure(
                    INDENT + words.phrase("shift.refunds.tax"),
                    figures.refunds().tax().negated()));
        }
        paper.addAll(returns(figures.returns()));
        addUnlessZero(paper, "shift.part", sales.partPayments());
        addUnlessZero(paper, "shift.earlier", sales.earlierPayments());
        return paper;
    }

    /** A shop that gives nothing without a receipt does not read about it on each report. */
    private List<ReceiptElement> returns(ReturnSums returns) {
        List<ReceiptElement> paper = new ArrayList<>();
        if (returns.count() > 0) {
            paper.add(figure(
                    words.phrase("shift.returns", count(returns.count())),
                    returns.amount().negated()));
            for (TaxSum tax : returns.taxes()) {
                String row = words.phrase("shift.tax.row", tax.name(), money.figures(tax.net()));
                paper.add(figure(INDENT + row, tax.tax().negated()));
            }
        }
        return paper;
    }

    /** How it was paid and given back, and the cards by scheme. */
    List<ReceiptElement> payments(ShiftFigures figures) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(heading(words.phrase("shift.payments")));
        for (TenderSum tender : figures.tenders()) {
            String type = tender.type().name().toLowerCase(Locale.ROOT);
            paper.add(figure(words.phrase("shift." + type, count(tender.payments())), tender.taken()));
            if (tender.returns() > 0) {
                String what = words.phrase("tender." + type);
                paper.add(figure(
                        words.phrase("shift.back", what, count(tender.returns())),
                        tender.returned().negated()));
            }
            addUnlessZero(paper, "shift.rounding", tender.rounding());
        }
        ReturnSums returns = figures.returns();
        if (returns.count() > 0) {
            paper.add(figure(
                    words.phrase("shift.returns.cash", count(returns.count())),
                    returns.amount().negated()));
            addUnlessZero(paper, "shift.rounding", returns.rounding().negated());
        }
        if (!figures.cards().isEmpty()) {
            paper.add(heading(words.phrase("shift.schemes")));
        }
        for (CardSum card : figures.cards()) {
            String name = card.scheme().isEmpty() ? words.phrase("shift.scheme.unknown") : card.scheme();
            paper.add(figure(INDENT + name + " (" + card.payments() + ")", card.taken()));
            if (card.returns() > 0) {
                paper.add(figure(
                        INDENT + words.phrase("shift.back", name, count(card.returns())),
                        card.returned().negated()));
            }
        }
        ShiftFigures.Apart apart = figures.cardsApart();
        addUnlessZero(paper, "shift.apart.taken", apart.taken());
        addUnlessZero(paper, "shift.apart.returned", apart.returned().negated());
        return paper;
    }

    /** The drawer; what must be in it and what cash sales brought only after somebody counted. */
    List<ReceiptElement> drawer(ShiftFigures figures, @Nullable DrawerCount count) {
        Drawer drawer = figures.drawer();
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(heading(words.phrase("shift.drawer")));
        paper.add(figure(words.phrase("shift.float"), drawer.openingFloat()));
        if (count != null) {
            paper.add(figure(words.phrase("shift.drawer.sales"), drawer.sales()));
            paper.add(figure(
                    words.phrase("shift.drawer.refunds"), drawer.refunds().negated()));
            addUnlessZero(paper, "shift.drawer.returns", drawer.returns().negated());
        }
        for (CashMovement moved : figures.movements()) {
            paper.add(figure(words.phrase("shift." + moved.kind(), moved.reason()), moved.signed()));
        }
        if (count == null) {
            paper.add(new Text(words.phrase("shift.count.none"), Align.LEFT, false, false));
            return paper;
        }
        paper.add(figure(words.phrase("shift.expected"), count.expected()));
        paper.add(figure(words.phrase("shift.counted"), count.counted().total()));
        Money difference = count.difference();
        String word = difference.isZero() ? "shift.exact" : difference.isNegative() ? "shift.short" : "shift.over";
        paper.add(bold(words.phrase(word), difference));
        return paper;
    }

    /** What an auditor looks at first. */
    List<ReceiptElement> incidents(ShiftFigures figures) {
        Incidents seen = figures.incidents();
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(heading(words.phrase("shift.incidents")));
        paper.add(figure(words.phrase("shift.cancelled", count(seen.cancelledSales())), seen.cancelled()));
        paper.add(figure(words.phrase("shift.voids", count(seen.voids())), seen.voided()));
        paper.add(new Columns(words.phrase("shift.removed"), count(seen.removedLines()), false));
        paper.add(new Columns(words.phrase("shift.overrides"), count(seen.overrides()), false));
        paper.add(new Columns(words.phrase("shift.prices"), count(seen.priceOverrides()), false));
        return paper;
    }

    /** The receipt numbers, and whether any is missing. */
    List<ReceiptElement> receipts(ReceiptRange range) {
        List<ReceiptElement> paper = new ArrayList<>();
        Long first = range.first();
        Long last = range.last();
        paper.add(new Text(
                first == null || last == null
                        ? words.phrase("shift.receipts.none")
                        : words.phrase("shift.receipts", count(first), count(last)),
                Align.LEFT,
                false,
                false));
        paper.add(new Text(
                range.missing() == 0
                        ? words.phrase("shift.receipts.whole")
                        : words.phrase("shift.receipts.missing", count(range.missing())),
                Align.LEFT,
                range.missing() != 0,
                false));
        return paper;
    }

    /** What was begun and not finished. */
    List<ReceiptElement> open(List<OpenItem> open) {
        List<ReceiptElement> paper = new ArrayList<>();
        if (!open.isEmpty()) {
            paper.add(heading(words.phrase("shift.open")));
        }
        for (OpenItem item : open) {
            paper.add(figure(words.phrase("shift.open." + item.kind(), item.reference()), item.amount()));
        }
        return paper;
    }

    private void addUnlessZero(List<ReceiptElement> paper, String key, Money amount) {
        if (!amount.isZero()) {
            paper.add(figure(words.phrase(key), amount));
        }
    }

    private static String count(long number) {
        return Long.toString(number);
    }

    private static ReceiptElement heading(String text) {
        return new Text(text, Align.LEFT, true, false);
    }

    private ReceiptElement figure(String left, Money amount) {
        return new Columns(left, money.figures(amount), false);
    }

    private ReceiptElement bold(String left, Money amount) {
        return new Columns(left, money.figures(amount), true);
    }
}
