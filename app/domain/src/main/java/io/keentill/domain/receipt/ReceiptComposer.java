package io.keentill.domain.receipt;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shop.Shop;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the receipts of a shop. Every figure comes from the order's own totals, and the printed figures add up down the
 * paper: lines less their discounts make the subtotal, the subtotal less the order's discount and plus tax not in the
 * prices makes the total, the tenders less change and rounding make the total again.
 */
public final class ReceiptComposer {

    /** Longest reference that still fits narrow paper as bars. */
    private static final int LONGEST_BARS = 12;

    private final Shop shop;
    private final ReceiptWords words;
    private final MoneyFormat money;
    private final DateTimeFormatter time;
    private final SaleSections sections;
    private final CardSections cards;
    private final RefundSections refundSections;
    private final ReturnSections returnSections;

    /** Which paper of a sale it is. */
    public enum Copy {
        /** The first print. */
        ORIGINAL,
        /** Any later one; marked, so that it is not taken for a second sale. */
        COPY
    }

    /**
     * Receipts of {@code shop}.
     *
     * @param locale how amounts and dates are written
     * @param zone the shop's time zone
     * @param words the language
     */
    public ReceiptComposer(Shop shop, Locale locale, ZoneId zone, ReceiptWords words) {
        this.shop = shop;
        this.words = words;
        this.money = new MoneyFormat(locale);
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        this.sections = new SaleSections(words, money);
        this.cards = new CardSections(words);
        this.refundSections = new RefundSections(words, money);
        this.returnSections = new ReturnSections(words, money);
    }

    /**
     * The receipt of a finished sale.
     *
     * @param paidOrder in state PAID
     * @param attempts finds the card payment behind a tender by its id
     * @param operatorName who served
     * @throws IllegalArgumentException if the order is not paid
     */
    public Receipt sale(
            Order paidOrder, Function<String, Optional<PaymentAttempt>> attempts, String operatorName, Copy copy) {
        return sale(paidOrder, attempts, attempt -> TerminalSlip.NONE, refund -> Optional.empty(), operatorName, copy);
    }

    /**
     * The same for a shop whose terminal has the till print its text, which then stands below the card's amount.
     *
     * @param slips what a terminal wanted printed for a card payment, by the payment's id
     * @param refunds finds the refund behind an exchange by its id, whose goods then stand below its amount
     */
    public Receipt sale(
            Order paidOrder,
            Function<String, Optional<PaymentAttempt>> attempts,
            Function<String, TerminalSlip> slips,
            Function<String, Optional<Refund>> refunds,
            String operatorName,
            Copy copy) {
        Long number = paidOrder.receiptNumber();
        Instant closedAt = paidOrder.closedAt();
        if (paidOrder.state() != OrderState.PAID || number == null || closedAt == null) {
            throw new IllegalArgumentException("Order " + paidOrder.reference() + " is " + paidOrder.state()
                    + ": only a paid order has a receipt");
        }
        String title = words.phrase("receipt.number", number.toString());
        List<ReceiptElement> paper = new ArrayList<>(head(copy));
        paper.add(new Columns(title, time.format(closedAt), false));
        paper.add(left(words.phrase("order.reference", paidOrder.reference())));
        paper.add(left(words.phrase("served.by", operatorName)));
        paper.add(new Rule());
        paper.addAll(sections.lines(paidOrder));
        paper.add(new Rule());
        paper.addAll(sections.sums(paidOrder));
        paper.add(total(paidOrder.totals().total()));
        paper.add(new Blank());
        paper.addAll(sections.tenders(paidOrder, attempts, slips, refunds));
        paper.add(new Rule());
        paper.addAll(sections.taxes(paidOrder));
        paper.addAll(sections.note(paidOrder));
        paper.addAll(foot(paidOrder.reference()));
        return new Receipt(title, paper);
    }

    /**
     * For somebody who was given what was bought: what it is, without a price, and the code by which it can be brought back.
     *
     * @param paidOrder in state PAID
     * @throws IllegalArgumentException if the order is not paid
     */
    public Receipt gift(Order paidOrder, Copy copy) {
        Instant closedAt = paidOrder.closedAt();
        if (paidOrder.state() != OrderState.PAID || closedAt == null) {
            throw new IllegalArgumentException(
                    "Order " + paidOrder.reference() + " is " + paidOrder.state() + ": nothing of it is anybody's yet");
        }
        String title = words.phrase("gift.title");
        List<ReceiptElement> paper = new ArrayList<>(head(copy));
        paper.add(new Text(title, Align.CENTRE, true, true));
        paper.add(new Blank());
        paper.add(new Columns(words.phrase("order.reference", paidOrder.reference()), time.format(closedAt), false));
        paper.add(new Rule());
        paper.addAll(sections.gifts(paidOrder));
        paper.add(new Rule());
        paper.add(centred(words.phrase("gift.back")));
        paper.addAll(foot(paidOrder.reference()));
        return new Receipt(title, paper);
    }

    /**
     * The receipt of a refund: one for the customer, and where money went back to a card a second one for the shop.
     *
     * @param refund in state CLOSED
     * @param attempts finds the attempt that gave a part back by its id
     * @param slips what a terminal wanted printed for such an attempt, by its id
     * @param operatorName who gave it
     * @throws IllegalArgumentException if the refund is not closed
     */
    public List<Receipt> refund(
            Refund refund,
            Function<String, Optional<PaymentAttempt>> attempts,
            Function<String, TerminalSlip> slips,
            String operatorName,
            Copy copy) {
        Long number = refund.number();
        Instant closedAt = refund.closedAt();
        if (refund.state() != RefundState.CLOSED || number == null || closedAt == null) {
            throw new IllegalArgumentException("Refund " + refund.reference() + " is " + refund.state()
                    + ": only one that is closed has a receipt");
        }
        String title = words.phrase("refund.number", number.toString());
        List<Receipt> papers = new ArrayList<>();
        for (boolean merchant : RefundSections.isToCard(refund) ? List.of(false, true) : List.of(false)) {
            List<ReceiptElement> paper = new ArrayList<>(head(copy));
            paper.add(new Text(words.phrase("refund"), Align.CENTRE, true, true));
            if (merchant) {
                paper.add(new Text(words.phrase("merchant.copy"), Align.CENTRE, true, false));
            }
            paper.add(new Columns(title, time.format(closedAt), false));
            Long sale = refund.orderReceipt();
            paper.add(left(words.phrase("refund.of", sale == null ? "-" : sale.toString(), refund.orderReference())));
            paper.add(left(words.phrase("served.by", operatorName)));
            paper.add(new Rule());
            paper.addAll(refundSections.lines(refund));
            paper.add(new Rule());
            paper.add(total(refund.returned(), words.phrase("refund.total")));
            paper.add(new Blank());
            paper.addAll(refundSections.back(refund, attempts, RefundSections.slipOf(slips, merchant)));
            paper.add(new Rule());
            paper.addAll(refundSections.rest(refund));
            if (merchant) {
                paper.addAll(refundSections.signature());
            }
            paper.addAll(foot(refund.reference()));
            papers.add(new Receipt(title, paper));
        }
        return papers;
    }

    /**
     * The receipts of a return without a receipt: one for the customer, and one that the shop keeps, on which the customer
     * signs for the cash: there is no sale that would prove it.
     *
     * @param operatorName who handed it out
     * @param approverName who approved it
     */
    public List<Receipt> withoutReceipt(NoReceiptReturn back, String operatorName, String approverName, Copy copy) {
        String title = words.phrase("return.number", Long.toString(back.number()));
        List<Receipt> papers = new ArrayList<>();
        for (boolean merchant : List.of(false, true)) {
            List<ReceiptElement> paper = new ArrayList<>(head(copy));
            paper.add(new Text(words.phrase("return"), Align.CENTRE, true, true));
            if (merchant) {
                paper.add(new Text(words.phrase("merchant.copy"), Align.CENTRE, true, false));
            }
            paper.add(new Columns(title, time.format(back.at()), false));
            paper.add(left(words.phrase("served.by", operatorName)));
            paper.add(new Rule());
            paper.addAll(returnSections.lines(back));
            paper.add(new Rule());
            paper.add(total(back.total(), words.phrase("refund.total")));
            paper.add(new Blank());
            paper.addAll(returnSections.cash(back));
            paper.add(new Rule());
            paper.addAll(returnSections.rest(back, approverName));
            if (merchant) {
                paper.add(new Blank());
                paper.add(left(words.phrase("return.received", money.format(back.handed()))));
                paper.addAll(cards.signature());
            }
            paper.addAll(foot(back.reference()));
            papers.add(new Receipt(title, paper));
        }
        return papers;
    }

    /**
     * The paper that the shop keeps of a card payment: the terminal's own text, or one to be signed by the cardholder.
     *
     * @return empty if none is needed
     */
    public Optional<Receipt> merchant(PaymentAttempt attempt, TerminalSlip slip, Copy copy) {
        if (!attempt.moved() || !CardSections.merchantKeepsPaper(attempt.card(), slip)) {
            return Optional.empty();
        }
        List<ReceiptElement> paper = slipHead(attempt, words.phrase("merchant.copy"), copy);
        if (slip.merchant().isEmpty()) {
            Money amount = Objects.requireNonNull(attempt.approved());
            paper.add(total(amount, words.phrase("kind." + attempt.kind())));
            paper.add(left(cards.name(attempt.card())));
            paper.addAll(cards.details(attempt.card(), List.of()));
            paper.addAll(cards.signature());
        } else {
            paper.addAll(cards.text(slip.merchant()));
        }
        return Optional.of(new Receipt(words.phrase("slip.title", attempt.reference()), paper));
    }

    /**
     * What the terminal wanted its customer to have of a payment that stands on no sale's receipt: one that was declined, a
     * refund, one without a sale.
     *
     * @return empty if it wanted nothing
     */
    public Optional<Receipt> customer(PaymentAttempt attempt, TerminalSlip slip, Copy copy) {
        if (slip.customer().isEmpty()) {
            return Optional.empty();
        }
        List<ReceiptElement> paper = slipHead(attempt, words.phrase("customer.copy"), copy);
        paper.addAll(cards.text(slip.customer()));
        return Optional.of(new Receipt(words.phrase("slip.title", attempt.reference()), paper));
    }

    private List<ReceiptElement> slipHead(PaymentAttempt attempt, String whose, Copy copy) {
        List<ReceiptElement> paper = new ArrayList<>(head(copy));
        paper.add(new Text(whose, Align.CENTRE, true, false));
        Instant at = attempt.resolvedAt() == null ? attempt.createdAt() : attempt.resolvedAt();
        paper.add(new Columns(words.phrase("slip.title", attempt.reference()), time.format(at), false));
        paper.add(new Rule());
        return paper;
    }

    private List<ReceiptElement> head(Copy copy) {
        return head(shop, words, copy);
    }

    /** What stands at the top of every paper of a shop. */
    static List<ReceiptElement> head(Shop shop, ReceiptWords words, Copy copy) {
        List<ReceiptElement> head = new ArrayList<>();
        head.add(new Text(shop.name(), Align.CENTRE, true, true));
        shop.address().forEach(line -> head.add(centred(line)));
        if (!shop.taxNumber().isBlank()) {
            head.add(centred(words.phrase("vat.number", shop.taxNumber())));
        }
        head.add(new Blank());
        if (copy == Copy.COPY) {
            head.add(new Text(words.phrase("copy"), Align.CENTRE, true, true));
            head.add(new Blank());
        }
        return head;
    }

    private List<ReceiptElement> foot(String reference) {
        List<ReceiptElement> foot = new ArrayList<>();
        foot.add(new Blank());
        shop.footer().forEach(line -> foot.add(centred(line)));
        if (!shop.footer().isEmpty()) {
            foot.add(new Blank());
        }
        boolean bars = reference.length() <= LONGEST_BARS && reference.chars().allMatch(c -> c > ' ' && c < 127);
        foot.add(new Code(reference, bars ? Symbology.CODE_128 : Symbology.QR));
        return foot;
    }

    private ReceiptElement total(Money total) {
        return total(total, words.phrase("total"));
    }

    private ReceiptElement total(Money total, String what) {
        return new Text(what + "  " + money.format(total), Align.RIGHT, true, true);
    }

    private static ReceiptElement centred(String text) {
        return new Text(text, Align.CENTRE, false, false);
    }

    private static ReceiptElement left(String text) {
        return new Text(text, Align.LEFT, false, false);
    }
}
