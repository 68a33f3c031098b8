package io.keentill.store;

/** Invoices at RevKeen that sales pay, to be changed. */
public interface InvoiceTx extends InvoiceView {

    /** Keeps one, or what RevKeen said of it since: which invoice a sale pays stays as it was stored first. */
    void save(InvoiceRow row);
}
