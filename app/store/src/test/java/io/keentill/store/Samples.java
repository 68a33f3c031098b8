package io.keentill.store;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;

/** Values that tests start from. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456789Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final Currency GBP = Currency.getInstance("GBP");
    static final TaxRate VAT = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);

    private Samples() {}

    static Money pounds(long pence) {
        return new Money(pence, GBP);
    }

    static Order order(String id) {
        return Order.open(id, "R-" + id, GBP, "ann", NOW).plusLine(line(id + "-1", 250));
    }

    static OrderLine line(String id, long pence) {
        return new OrderLine(id, "p1", null, "SKU-1", "Tea", pounds(pence), Quantity.ONE, VAT, null);
    }

    static PaymentAttempt attempt(String id, String orderId, String terminal) {
        return new PaymentAttempt(
                id,
                "A-" + id,
                orderId,
                PaymentKind.SALE,
                pounds(250),
                terminal,
                "ann",
                null,
                AttemptState.INTENDED,
                null,
                CardDetails.NONE,
                null,
                null,
                NOW,
                null,
                null);
    }

    static Product product(String id, String sku, String name, String... barcodes) {
        return new Product(id, sku, name, pounds(199), VAT, "Food", List.of(barcodes), null, false, true);
    }

    /** An order with a journal entry, and one receipt number. */
    static void sell(TillStore store, String id) throws StoreException {
        store.write(tx -> {
            tx.saveOrder(order(id));
            tx.nextReceiptNumber();
            return tx.appendJournal("sale", "ann", id, "{}");
        });
    }

    /** Runs SQL past the store, as somebody with a database tool would. */
    static void raw(Path folder, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keentill.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** Where a table or an index of the till in {@code folder} begins, counted in pages from one. */
    static long rootPage(Path folder, String name) throws SQLException {
        try (var connection = Sqlite.forReading(folder.resolve("keentill.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
