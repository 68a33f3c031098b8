package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceStoreTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhichInvoiceASalePaysAndWhatWasSaidOfItLast() throws Exception {
        InvoiceRow row = new InvoiceRow("o1", "inv-9", "INV-000009", InvoiceRow.Word.CLEAR, null, Samples.NOW);
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            store.write(tx -> {
                tx.saveOrder(Samples.order("o1"));
                tx.invoices().save(row);
                tx.invoices()
                        .save(row.said(InvoiceRow.Word.STOPPED, Sentence.quoted("voided"), Samples.NOW.plusSeconds(9)));
                return tx;
            });
        }
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            assertThat(store.<Optional<InvoiceRow>>read(view -> view.invoices().of("o1")))
                    .contains(row.said(InvoiceRow.Word.STOPPED, Sentence.quoted("voided"), Samples.NOW.plusSeconds(9)));
            assertThat(store.<Optional<InvoiceRow>>read(view -> view.invoices().of("o2")))
                    .isEmpty();
        }
    }

    @Test
    void knowsEverySaleForAnInvoiceInTheirSequence() throws Exception {
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            for (String id : new String[] {"z", "a", "m"}) {
                store.write(tx -> {
                    tx.saveOrder(Samples.order(id));
                    tx.invoices()
                            .save(new InvoiceRow(
                                    id,
                                    "inv-9",
                                    "INV-9",
                                    InvoiceRow.Word.SILENT,
                                    Sentence.quoted("away"),
                                    Samples.NOW));
                    return tx;
                });
            }
            assertThat(store.<java.util.List<InvoiceRow>>read(
                            view -> view.invoices().takes("inv-9")))
                    .extracting(InvoiceRow::orderId)
                    .containsExactly("z", "a", "m");
        }
    }

    @Test
    void tellsThoseOfSalesThatRunAndOfPaidOnesThatAreNotTold() throws Exception {
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            store.write(tx -> {
                taken(tx, Samples.order("open"));
                taken(tx, Samples.order("parked").parked("Ann"));
                taken(tx, Samples.order("dropped").cancelled(Samples.NOW));
                taken(tx, paid("told", 1));
                taken(tx, paid("untold", 2));
                taken(tx, paid("refused", 3));
                tx.saveOrder(paid("goods", 4));
                for (String sale : new String[] {"dropped", "told", "untold", "refused", "goods"}) {
                    tx.addOutbox(new NewOutboxRow(sale, 1, "cash", sale, Samples.NOW));
                }
                Sentence why = Sentence.quoted("no");
                tx.updateOutbox(tx.outboxOf("told").getFirst().dismissed(why));
                tx.updateOutbox(tx.outboxOf("refused").getFirst().asTask(400, null, why));
                return tx;
            });
            assertThat(store.<java.util.List<InvoiceRow>>read(
                            view -> view.invoices().running()))
                    .extracting(InvoiceRow::orderId)
                    .containsExactly("open", "parked", "untold", "refused");
        }
    }

    private static void taken(Tx tx, Order order) {
        tx.saveOrder(order);
        tx.invoices().save(new InvoiceRow(order.id(), "inv-9", "INV-9", InvoiceRow.Word.CLEAR, null, Samples.NOW));
    }

    private static Order paid(String id, long receipt) {
        Order order = Samples.order(id);
        return order.plusTender(Tender.cash(id + "-t", order.due(), order.due(), CashRounding.NONE, Samples.NOW))
                .closed(receipt, Samples.NOW);
    }

    @Test
    void refusesOneForASaleThatIsNotThere() throws Exception {
        InvoiceRow row = new InvoiceRow("nobody", "inv-9", "INV-9", InvoiceRow.Word.CLEAR, null, Samples.NOW);
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            assertThatThrownBy(() -> store.write(tx -> {
                        tx.invoices().save(row);
                        return tx;
                    }))
                    .isInstanceOf(Exception.class);
        }
    }
}
