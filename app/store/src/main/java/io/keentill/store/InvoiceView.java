package io.keentill.store;

import java.util.List;
import java.util.Optional;

/** Invoices at RevKeen that sales pay. */
public interface InvoiceView {

    /** The one that this sale pays; empty for a sale of goods. */
    Optional<InvoiceRow> of(String orderId);

    /** Every sale that was ever opened to pay this invoice, whatever became of it, the oldest first. */
    List<InvoiceRow> takes(String invoiceId);

    /** Those of sales that run, and of paid ones of which RevKeen has still to be told something; the oldest sale first. */
    List<InvoiceRow> running();
}
