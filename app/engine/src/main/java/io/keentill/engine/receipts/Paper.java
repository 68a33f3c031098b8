package io.keentill.engine.receipts;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptComposer;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.refund.RefundFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the till puts on paper by itself and on request, and when its drawer opens. */
public final class Paper implements AutoCloseable {

    private final AtomicReference<@Nullable Printing> printer;
    private final ReceiptComposer receipts;
    private final Payments payments;
    private final UnaryOperator<String> nameOf;
    private final RefundFacts refunds;
    private final TillEvents events;

    /**
     * Paper of these receipts.
     *
     * @param printing null where no printer is set up
     * @param nameOf the name for an operator's id
     * @param refunds what refunds have to do with sales and payments
     */
    public Paper(
            @Nullable Printing printing,
            ReceiptComposer receipts,
            Payments payments,
            UnaryOperator<String> nameOf,
            RefundFacts refunds,
            TillEvents events) {
        this.printer = new AtomicReference<>(printing);
        this.receipts = receipts;
        this.payments = payments;
        this.nameOf = nameOf;
        this.refunds = refunds;
        this.events = events;
    }

    /** Does what something that happened calls for. Returns at once. */
    public void on(TillEvent event) {
        switch (event) {
            case TillEvent.OrderChanged changed
            when changed.order().state() == OrderState.PAID -> drawer(isCash(changed.order()));
            case TillEvent.RefundChanged changed -> drawer(isCash(changed.refund()));
            case TillEvent.ReturnedWithoutReceipt returned -> openDrawer();
            case TillEvent.CashMoved moved -> openDrawer();
            case TillEvent.ShiftChanged changed when isJustOpened(changed.shift()) -> openDrawer();
            case TillEvent.PaymentResolved resolved -> card(resolved.attempt());
            default -> {}
        }
    }

    /** Its float is put in. */
    private static boolean isJustOpened(Shift shift) {
        return shift.isOpen() && shift.count() == null;
    }

    private static boolean isCash(Order paid) {
        return paid.tenders().stream().anyMatch(t -> t.type() == TenderType.CASH);
    }

    private static boolean isCash(Refund refund) {
        return refund.state() == RefundState.CLOSED
                && refund.parts().stream()
                        .anyMatch(p -> p.type() == TenderType.CASH && p.state() == RefundPart.State.RETURNED);
    }

    private void drawer(boolean cash) {
        if (cash) {
            openDrawer();
        }
    }

    /** Opens the drawer, if there is one. */
    public void openDrawer() {
        Printing printing = printer.get();
        if (printing != null) {
            printing.openDrawer();
        }
    }

    /** What a card payment needs on paper beside the sale's receipt: to be signed, kept, or as the terminal wants it. */
    private void card(PaymentAttempt attempt) {
        TerminalSlip slip = payments.slip(attempt.id());
        Optional<Receipt> merchant = receipts.merchant(attempt, slip, Copy.ORIGINAL);
        boolean pays = attempt.kind() == PaymentKind.SALE || attempt.kind() == PaymentKind.COMPLETION;
        boolean onReceipt = attempt.moved() && (pays ? attempt.orderId() != null : refunds.isPart(attempt.id()));
        Optional<Receipt> customer = onReceipt ? Optional.empty() : receipts.customer(attempt, slip, Copy.ORIGINAL);
        Printing printing = printer.get();
        if (printing != null) {
            merchant.ifPresent(printing::print);
            customer.ifPresent(printing::print);
        } else if (merchant.isPresent()) {
            events.publish(new TillEvent.Notice(Sentence.of(
                    "receipts.card-payment-needs-paper-that-the",
                    "Card payment {0} needs paper that the shop keeps, and no receipt printer is set"
                            + " up: have the terminal print it, and signed where it asks for that.",
                    attempt.reference())));
        }
    }

    /** The receipt of a paid order. */
    public Receipt receipt(Order paid, boolean copy) {
        return receipts.sale(
                paid,
                payments::attempt,
                payments::slip,
                refunds::find,
                nameOf.apply(paid.operator()),
                copy ? Copy.COPY : Copy.ORIGINAL);
    }

    /** The receipt of a closed refund, and the shop's own where a card was involved. */
    public List<Receipt> refund(Refund closed, boolean copy) {
        return receipts.refund(
                closed,
                payments::attempt,
                payments::slip,
                nameOf.apply(closed.operator()),
                copy ? Copy.COPY : Copy.ORIGINAL);
    }

    /** The customer's receipt of a return without a receipt, and the shop's own. */
    public List<Receipt> withoutReceipt(NoReceiptReturn back, boolean copy) {
        return receipts.withoutReceipt(
                back, nameOf.apply(back.operator()), nameOf.apply(back.approvedBy()), copy ? Copy.COPY : Copy.ORIGINAL);
    }

    /** What a paid order holds, without prices. */
    public Receipt gift(Order paid) {
        return receipts.gift(paid, Copy.ORIGINAL);
    }

    /** Queues a receipt; without a printer that is told. */
    public void print(Optional<Receipt> receipt) {
        print(receipt.stream().toList());
    }

    /** Queues receipts, one after the other; without a printer that is told. */
    public void print(Collection<Receipt> papers) {
        Printing printing = printer.get();
        if (printing == null) {
            events.publish(new TillEvent.Notice(
                    Sentence.of("receipts.no-receipt-printer-is-set-up", "No receipt printer is set up.")));
        } else {
            papers.forEach(printing::print);
        }
    }

    /** Prints on another printer from now on, null for none. What waits for the one before is printed there first. */
    public void use(@Nullable Printing other) {
        Printing before = printer.getAndSet(other);
        if (before != null) {
            before.close();
        }
    }

    /** Lets the printer finish its job. */
    @Override
    public void close() {
        Printing printing = printer.get();
        if (printing != null) {
            printing.close();
        }
    }
}
