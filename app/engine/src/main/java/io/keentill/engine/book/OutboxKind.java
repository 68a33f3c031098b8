package io.keentill.engine.book;

import java.util.Locale;

/** What an outbox row tells RevKeen. The keys are stored; they never change. */
public enum OutboxKind {
    /** {@code PUT /invoices/external/keentill/{order}}: the itemised truth of the sale. */
    INVOICE,
    /** {@code POST /invoices/{id}/finalize}: from here on its amounts are fixed and it can be paid. */
    FINALIZE,
    /** {@code POST /orders} with the invoice's id. */
    ORDER,
    /**
     * {@code POST /terminal-payments} with the attempt's reference; the connector answers with the stored outcome. The
     * first step of a sale that pays an invoice which RevKeen has already is its money, on that invoice.
     */
    CARD,
    /** {@code POST /invoices/{id}/pay} with payment_method cash. */
    CASH,
    /** {@code POST /invoices/{id}/pay} with payment_method other, for money that came by a checkout session. */
    LINK,
    /** {@code POST /invoices/{id}/pay} with payment_method other, for goods of an earlier sale that came back. */
    EXCHANGE,
    /** {@code POST /credit_notes} on the sale's invoice: the document of a refund, whatever it was paid back with. */
    CREDIT,
    /** {@code POST /comms/send}: a receipt to a customer by e-mail; a chain of its own beside the sale's. */
    MAIL,
    /** {@code POST /credit_notes/{id}/void}: the refund that claimed its money with a credit note did not happen, or less of it. */
    CREDIT_VOID,
    /**
     * {@code POST /terminal-payments/{id}/refund} or {@code /void} for a card payment that RevKeen knows from this till's
     * connector; the connector answers with the stored outcome.
     */
    CARD_BACK,
    /** {@code POST /invoices/{id}/comments}: a sale that was about to take an invoice's money was dropped. */
    LET_GO;

    /** As stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From the stored key. */
    public static OutboxKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
