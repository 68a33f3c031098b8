package io.keentill.revkeen.contract;

import static io.keentill.revkeen.terminal.TerminalPaymentStatus.APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.invoices.*;
import io.keentill.revkeen.orders.*;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.revkeen.taxrates.TaxRateQuery;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten calls that a shop makes in a day. Where a failure is expected, switch over the result instead of orThrow(). */
class ShopDayTest {

    @Test
    void from_the_catalogue_to_the_days_takings(@TempDir Path folder) {
        try (var shop = new World(folder)) {
            var revkeen = shop.client(); // RevKeen.live("rk_live_…") in a shop
            var mug = revkeen.products().list("mug").stream().findFirst().orElseThrow();
            var rates = revkeen.taxRates().list(TaxRateQuery.any()).stream().toList();
            var newcomer = CustomerRequest.of("ada@shop.example");
            var ada = revkeen.customers().create(newcomer).send().orThrow();

            var line = InvoiceLineRequest.of(mug.name(), 899).withQuantity(2L);
            var sale = InvoiceUpsert.of(ada.id(), "GBP", 1798, List.of(line));
            var stored = revkeen.invoices().upsertExternal("till-1", "sale-1", sale);
            var draft = stored.send().orThrow().value();
            var invoice =
                    revkeen.invoices().finalizeDraft(draft.id(), false).send().orThrow();
            var mugs = OrderLineRequest.of(mug.name(), 2, 899);
            var order = OrderRequest.of("GBP", List.of(mugs)).withInvoiceId(invoice.id());
            revkeen.orders().create(order).send().orThrow();

            var device = shop.terminal().device(); // revkeen.terminalDevices().list(ONLINE, true)
            var asked = TerminalPaymentRequest.of(device, 1798, "GBP").withInvoiceId(invoice.id());
            var payment = revkeen.terminalPayments().create(asked).send().orThrow();
            shop.terminal().approve(payment); // the customer taps their card
            var card = revkeen.terminalPayments().get(payment.id()).orThrow();
            var chipped = revkeen.terminalPayments().refund(card.id(), 899L, "one mug was chipped");
            var refund = chipped.send().orThrow();
            var takings = revkeen.payments().list(PaymentQuery.any()).stream().toList();

            assertThat(rates).isNotEmpty();
            assertThat(card.status().is(APPROVED)).isTrue();
            assertThat(refund.amountMinor()).isEqualTo(899);
            assertThat(takings).anySatisfy(taken -> assertThat(taken.amount()).isEqualTo(1798));
        }
    }
}
