package io.keentill.domain.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a shift up to one moment: the figures of an X or a Z report. Money is told where it moved: a sale that
 * was paid half in one shift and half in the next counts as a sale of the second, while each half is a payment of its own.
 *
 * @param sales finished in this shift
 * @param taxes of those sales by rate, by name
 * @param refunds what went back in this shift, whenever it was sold
 * @param returns what was given for goods without a receipt; no part of {@code refunds} nor of {@code tenders}
 * @param incidents what an auditor looks at first
 * @param tenders what was paid and given back, each type once
 * @param cards card payments by scheme, by name
 * @param drawer cash
 * @param movements pay-ins, pay-outs and drops, in their sequence
 * @param open what was begun and not finished
 * @param receipts the receipt numbers given
 */
public record ShiftFigures(
        Sales sales,
        List<TaxSum> taxes,
        RefundSums refunds,
        ReturnSums returns,
        Incidents incidents,
        List<TenderSum> tenders,
        List<CardSum> cards,
        Drawer drawer,
        List<CashMovement> movements,
        List<OpenItem> open,
        ReceiptRange receipts) {

    /** Copies the lists. */
    public ShiftFigures {
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        cards = List.copyOf(cards);
        movements = List.copyOf(movements);
        open = List.copyOf(open);
    }

    /**
     * Card money that moved without a sale or a refund of this till: commanded from elsewhere, as from RevKeen's dashboard,
     * or taken and undone again. It is what {@link #cards} have beyond the card's {@link #tenders}.
     */
    public Apart cardsApart() {
        Money nothing = Money.zero(sales.total().currency());
        Money taken = cards.stream().map(CardSum::taken).reduce(nothing, Money::plus);
        Money returned = cards.stream().map(CardSum::returned).reduce(nothing, Money::plus);
        for (TenderSum tender : tenders) {
            if (tender.type() == TenderType.CARD) {
                taken = taken.minus(tender.taken());
                returned = returned.minus(tender.returned());
            }
        }
        return new Apart(taken, returned);
    }

    /**
     * Money apart from what the till's own sales and refunds tell.
     *
     * @param taken from cards
     * @param returned to cards
     */
    public record Apart(Money taken, Money returned) {}

    /**
     * Sales. {@code total + partPayments - earlierPayments} is what all tenders took.
     *
     * @param count how many were finished
     * @param gross shelf prices before discounts
     * @param discount everything taken off
     * @param net without tax
     * @param tax all tax
     * @param total what was owed
     * @param partPayments paid in this shift on sales that it did not finish
     * @param earlierPayments paid in earlier shifts on sales that it finished
     */
    public record Sales(
            long count,
            Money gross,
            Money discount,
            Money net,
            Money tax,
            Money total,
            Money partPayments,
            Money earlierPayments) {}

    /**
     * One rate's share of the sales.
     *
     * @param name as receipts call it
     * @param ppm the rate in parts per million
     * @param net what it applies to, without tax
     * @param tax the tax
     */
    public record TaxSum(String name, int ppm, Money net, Money tax) {}

    /**
     * Refunds.
     *
     * @param count how many were finished
     * @param amount what went back of the sales' money, zero or above, also of refunds that are not finished
     * @param tax within those that were finished
     */
    public record RefundSums(long count, Money amount, Money tax) {}

    /**
     * Returns without a receipt: cash alone, out of the drawer.
     *
     * @param count how many
     * @param amount what was given for the goods, tax included, zero or above
     * @param taxes of those goods by rate, by name
     * @param rounding what was handed out in coins beyond {@code amount}; any sign
     */
    public record ReturnSums(long count, Money amount, List<TaxSum> taxes, Money rounding) {

        /** Copies the list. */
        public ReturnSums {
            taxes = List.copyOf(taxes);
        }

        /** None, in the currency of {@code nothing}. */
        public static ReturnSums none(Money nothing) {
            return new ReturnSums(0, nothing, List.of(), nothing);
        }
    }

    /**
     * What an auditor looks at first.
     *
     * @param cancelledSales baskets dropped with something in them
     * @param cancelled what they came to
     * @param removedLines lines taken out of baskets
     * @param voids card payments undone before their settlement
     * @param voided what they came to
     * @param overrides payments that a manager decided about, with evidence
     * @param priceOverrides prices and taxes that somebody changed by permission
     */
    public record Incidents(
            long cancelledSales,
            Money cancelled,
            long removedLines,
            long voids,
            Money voided,
            long overrides,
            long priceOverrides) {}

    /**
     * One way of paying.
     *
     * @param type cash or card
     * @param payments how many
     * @param taken what they settled of sales
     * @param returns how many times something went back
     * @param returned what went back of it
     * @param rounding what was taken in coins beyond {@code taken} less {@code returned}; cash alone, any sign
     */
    public record TenderSum(TenderType type, long payments, Money taken, long returns, Money returned, Money rounding) {

        /** What was settled in the end. */
        public Money net() {
            return taken.minus(returned);
        }
    }

    /**
     * One card scheme on all terminals of this till, payments without a sale included.
     *
     * @param scheme as the terminal calls it; empty where it does not say
     * @param payments taken
     * @param taken what they came to
     * @param returns refunds and voids
     * @param returned what those came to
     */
    public record CardSum(String scheme, long payments, Money taken, long returns, Money returned) {}

    /**
     * Something begun and not finished.
     *
     * @param kind what it is
     * @param reference as people read it
     * @param amount how much it is about
     */
    public record OpenItem(Kind kind, String reference, Money amount) {

        /** Kinds of open things. */
        public enum Kind {
            /** A card payment of which nobody knows whether money moved. */
            PAYMENT_UNKNOWN,
            /** A sale of which part is paid; the amount is what was paid. */
            SALE_PART_PAID,
            /** A refund of which part is to go back; the amount is what is to go. */
            REFUND_OPEN,
            /** Money held on a card. */
            HOLD
        }
    }

    /**
     * Receipt numbers.
     *
     * @param first the first given; null if none was
     * @param last the last given
     * @param missing numbers since the last receipt of the shift before that no sale of this till has; 0 unless data was
     *     restored from a backup
     */
    public record ReceiptRange(
            @Nullable Long first, @Nullable Long last, long missing) {}
}
