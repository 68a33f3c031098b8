package io.keentill.revkeen.taxrates;

/** Sort of tax. */
public enum TaxType {
    VAT,
    SALES_TAX,
    GST,
    OTHER
}
