import org.jspecify.annotations.NullMarked;

/** What a shop is: money, products, orders, tax, tenders, payments, refunds, receipts. Pure values, no I/O, no clock. */
@NullMarked
module io.keentill.domain {
    requires static transitive org.jspecify;

    exports io.keentill.domain.catalogue;
    exports io.keentill.domain.money;
    exports io.keentill.domain.order;
    exports io.keentill.domain.payment;
    exports io.keentill.domain.receipt;
    exports io.keentill.domain.refund;
    exports io.keentill.domain.shift;
    exports io.keentill.domain.shop;
    exports io.keentill.domain.text;
}
