import org.jspecify.annotations.NullMarked;

/** What a shop is: money, products, orders, tax, tenders, payments, receipts. Pure values, no I/O, no clock. */
@NullMarked
module io.keentill.domain {
    requires static transitive org.jspecify;

    exports io.keentill.domain.money;
}
