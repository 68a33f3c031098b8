package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.sandbox.SandboxSeed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sale comes to at RevKeen, over the whole way: translation, sync, and a server that counts for itself. */
class TotalsTest {

    private static final int SALES = Integer.getInteger("totals.sales", 80);
    private static final long SEED = Long.getLong("totals.seed", 20_261_126L);

    @Test
    void everySaleComesToTheTillsTotalToTheMinorUnit(@TempDir Path folder) throws Exception {
        try (SandboxRig rig = new SandboxRig(folder, SandboxSeed.empty())) {
            Random random = new Random(SEED);
            Map<String, Order> sales = new HashMap<>();
            for (int i = 0; i < SALES; i++) {
                Order sold = rig.sold(order(rig, random));
                sales.put(sold.id(), sold);
            }
            rig.online(rig.sandbox.key());
            rig.drained();

            List<io.keentill.revkeen.orders.Order> there =
                    rig.office.orders().list(OrderQuery.any()).all(10_000).orThrow();
            assertThat(there).hasSize(SALES);
            for (io.keentill.revkeen.orders.Order remote : there) {
                Order sale = sales.remove(String.valueOf(remote.metadata().get("keentill_order")));
                assertSame(rig, sale, remote);
            }
            assertThat(sales).isEmpty();
        }
    }

    private static void assertSame(SandboxRig rig, Order sale, io.keentill.revkeen.orders.Order remote) {
        long total = sale.totals().total().minor();
        String what = "seed " + SEED + ", " + sale;
        assertThat(remote.total()).as(what).isEqualTo(total);
        assertThat(remote.amountDue()).as(what).isZero();
        Invoice invoice =
                rig.office.invoices().get(String.valueOf(remote.invoiceId())).orThrow();
        assertThat(invoice.totalMinor()).as(what).isEqualTo(total);
        List<Payment> payments = rig.office
                .payments()
                .list(PaymentQuery.any().withInvoiceId(invoice.id()))
                .all(10)
                .orThrow();
        assertThat(payments.stream().mapToLong(Payment::amount).sum()).as(what).isEqualTo(total);
        if (total > 0) {
            assertThat(invoice.status().toString()).as(what).isEqualTo("paid");
            assertThat(payments).as(what).hasSize(1);
            assertThat(payments.getFirst().paymentMethodType()).as(what).isEqualTo("cash");
        }
    }

    /** One to six lines: whole and weighed, taxed inside and on top, with discounts on lines and the whole. */
    private static Order order(SandboxRig rig, Random random) {
        Order order = Order.open(rig.ids.next(), rig.ids.reference(), TestTill.GBP, TestTill.CLERK, Instant.now());
        int lines = 1 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            Quantity quantity = random.nextBoolean()
                    ? Quantity.of(1 + random.nextInt(30))
                    : new Quantity(1 + random.nextInt(20_000));
            String percent = List.of("0", "5", "8.875", "19", "20").get(random.nextInt(5));
            boolean inclusive = random.nextBoolean();
            order = order.plusLine(new OrderLine(
                    rig.ids.next(),
                    "p",
                    null,
                    "SKU",
                    "Thing " + i,
                    TestTill.pounds(random.nextInt(20_000)),
                    quantity,
                    new TaxRate("t-" + percent + inclusive, "Tax", Rate.percent(percent), inclusive),
                    discount(random, 0.4)));
        }
        return order.withDiscount(discount(random, 0.5));
    }

    private static Discount discount(Random random, double share) {
        if (random.nextDouble() > share) {
            return null;
        }
        return random.nextBoolean()
                ? new Discount.Percent("Percent", new Rate(random.nextInt((int) Rate.WHOLE + 1)))
                : new Discount.Fixed("Fixed", TestTill.pounds(random.nextInt(5_000)));
    }
}
