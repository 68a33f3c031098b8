package io.keentill.domain.receipt;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.order.OrderTotals.TaxLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.refund.NoReceiptReturn;
import java.util.ArrayList;
import java.util.List;

/** The middle of the receipt of a return without a receipt: goods, cash, tax, reason, who approved it. */
final class ReturnSections {

    private static final String INDENT = "  ";

    private final ReceiptWords words;
    private final MoneyFormat money;

    ReturnSections(ReceiptWords words, MoneyFormat money) {
        this.words = words;
        this.money = money;
    }

    /** Each line at what was given for it, and the tax that these prices do not contain. */
    List<ReceiptElement> lines(NoReceiptReturn back) {
        OrderTotals totals = back.totals();
        List<LineTotals> each = totals.lines();
        List<ReceiptElement> paper = new ArrayList<>();
        for (int i = 0; i < back.lines().size(); i++) {
            OrderLine line = back.lines().get(i);
            paper.add(figure(line.name(), each.get(i).gross()));
            if (!line.quantity().equals(Quantity.ONE)) {
                String price =
                        words.phrase("return.price", line.quantity().toString(), money.figures(line.unitPrice()));
                paper.add(text(INDENT + price));
            }
        }
        totals.taxes().stream()
                .filter(tax -> !tax.rate().inclusive())
                .forEach(tax ->
                        paper.add(figure(words.phrase("tax.added", tax.rate().name()), tax.tax())));
        return paper;
    }

    /** What was handed over; less its rounding it is the total. */
    List<ReceiptElement> cash(NoReceiptReturn back) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("refund.cash"), back.handed()));
        if (!back.rounding().isZero()) {
            paper.add(figure(words.phrase("tender.rounding"), back.rounding().negated()));
        }
        return paper;
    }

    /** The tax within the total by rate, why it was given, and who stands behind it. */
    List<ReceiptElement> rest(NoReceiptReturn back, String approver) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("tax.heading"), back.totals().tax()));
        for (TaxLine tax : back.totals().taxes()) {
            String row = words.phrase("tax.row", tax.rate().name(), money.figures(tax.net()));
            paper.add(figure(INDENT + row, tax.tax()));
        }
        paper.add(text(words.phrase("refund.reason", back.reason())));
        paper.add(text(words.phrase("return.approved", approver)));
        return paper;
    }

    private ReceiptElement figure(String left, Money amount) {
        return new Columns(left, money.figures(amount), false);
    }

    private static ReceiptElement text(String text) {
        return new Text(text, Align.LEFT, false, false);
    }
}
