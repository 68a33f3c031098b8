package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoReceiptStoreTest {

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws Exception {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void comesBackAsStored() throws Exception {
        NoReceiptReturn first = added("r1", "FIRST");
        NoReceiptReturn second = added("r2", "SECOND");
        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(found(v -> v.byId("r1"))).contains(first);
        assertThat(found(v -> v.byNumber(2))).contains(second);
        assertThat(found(v -> v.byReference("FIRST"))).contains(first);
        assertThat(found(v -> v.byId("nobody"))).isEmpty();
        List<NoReceiptReturn> newest = store.read(v -> v.withoutReceipt().recent(1));
        assertThat(newest).containsExactly(second);
    }

    @Test
    void numbersHaveNoGapsUnlessTheyAreLeftOutAfterARestore() throws Exception {
        assertThatThrownBy(() -> store.write(tx -> {
                    tx.withoutReceipt().nextNumber();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(added("r1", "FIRST").number()).isEqualTo(1);
        store.write(tx -> {
            tx.withoutReceipt().skipNumbers(3);
            return tx;
        });
        assertThat(added("r2", "SECOND").number()).isEqualTo(5);
    }

    @Test
    void isStoredOnceAndNeverChanges() throws Exception {
        added("r1", "FIRST");
        assertThatThrownBy(() -> added("r1", "OTHER")).hasMessageContaining("UNIQUE");
        store.close();
        for (String sql : new String[] {
            "UPDATE no_receipt_returns SET reason = 'other'",
            "UPDATE no_receipt_lines SET unit_price = 1",
            "DELETE FROM no_receipt_lines",
            "DELETE FROM no_receipt_returns"
        }) {
            assertThatThrownBy(() -> Samples.raw(folder, sql)).as(sql).hasMessageContaining("return without a receipt");
        }
        open();
    }

    @Test
    void belongsToTheShiftThatIsOpenAndIsInItsDrawer() throws Exception {
        NoReceiptReturn before = added("r0", "BEFORE");
        store.write(tx -> {
            tx.shifts().open(Shift.open("s1", 1, Samples.pounds(10_000), "ann", Samples.NOW));
            return tx;
        });
        NoReceiptReturn during = added("r1", "DURING");
        List<NoReceiptReturn> ofFirst = store.read(v -> v.withoutReceipt().ofShift(1));
        assertThat(ofFirst).as("what went out before belongs to the next").containsExactly(before, during);
        Drawer drawer = store.read(v -> v.shifts().drawer(1, Samples.pounds(10_000)));
        assertThat(drawer.returns()).isEqualTo(Samples.pounds(2 * 745));
        assertThat(drawer.expected()).isEqualTo(Samples.pounds(10_000 - 2 * 745));
        assertThat(drawer.moves()).isEqualTo(2);
        store.write(tx -> {
            tx.shifts()
                    .add(new DrawerCount(
                            "c1", CashCount.inOne(drawer.expected()), drawer.expected(), 2, 1, "ann", Samples.NOW));
            Shift shift = tx.shifts().open().orElseThrow();
            return tx.shifts().close(shift.closed(tx.shifts().nextZ(), "ann", Samples.NOW), "{}");
        });
        NoReceiptReturn after = added("r2", "AFTER");
        List<NoReceiptReturn> ofSecond = store.read(v -> v.withoutReceipt().ofShift(2));
        assertThat(ofSecond).containsExactly(after);
    }

    @Test
    void dataOfTheVersionBeforeTakesReturnsAfterItsUpgrade(@TempDir Path older) throws Exception {
        try (Connection connection = Sqlite.forWriting(older.resolve("keentill.db"))) {
            Migrations.ALL.upTo(11).apply(connection);
        }
        try (TillStore upgraded = TillStore.open(older, Samples.CLOCK)) {
            long number = upgraded.write(tx -> {
                long next = tx.withoutReceipt().nextNumber();
                tx.withoutReceipt().add(back("r1", "FIRST", next));
                return next;
            });
            assertThat(number).isEqualTo(1);
        }
    }

    private NoReceiptReturn added(String id, String reference) throws StoreException {
        return store.write(tx -> {
            NoReceiptReturn back = back(id, reference, tx.withoutReceipt().nextNumber());
            tx.withoutReceipt().add(back);
            return back;
        });
    }

    private Optional<NoReceiptReturn> found(java.util.function.Function<NoReceiptView, Optional<NoReceiptReturn>> how)
            throws StoreException {
        return store.read(v -> how.apply(v.withoutReceipt()));
    }

    private static NoReceiptReturn back(String id, String reference, long number) {
        Money less = Samples.pounds(247);
        return new NoReceiptReturn(
                id,
                number,
                reference,
                Samples.GBP,
                List.of(
                        Samples.line(id + "-1", 250).withPrice(less).withQuantity(new Quantity(2000)),
                        Samples.line(id + "-2", 250)),
                Samples.pounds(1),
                "a gift",
                "ann",
                "bea",
                Samples.NOW);
    }
}
