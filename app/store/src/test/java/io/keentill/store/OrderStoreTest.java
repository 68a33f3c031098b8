package io.keentill.store;

import static io.keentill.store.Samples.GBP;
import static io.keentill.store.Samples.NOW;
import static io.keentill.store.Samples.order;
import static io.keentill.store.Samples.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStoreTest {

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void listsOrdersByTheirState() throws StoreException {
        Order open = order("a");
        Order parked = order("b").parked("table 4");
        save(open, parked, order("c").cancelled(NOW));

        assertThat(store.<Order>read(v -> v.openOrder().orElseThrow())).isEqualTo(open);
        assertThat(store.<List<Order>>read(View::parked)).containsExactly(parked);
        assertThat(store.<List<Order>>read(v -> v.recentOrders(2)))
                .extracting(Order::id)
                .containsExactly("c", "b");
        assertThat(store.<Long>read(v -> v.countOrders(OrderState.CANCELLED))).isEqualTo(1);
        assertThat(store.<Long>read(v -> v.countOrders(OrderState.PAID))).isZero();
    }

    @Test
    void whatChangesAboutAnOrderIsStoredThoughItsLinesStayTheSame() throws StoreException {
        Order one = order("a");
        save(one);
        for (Order changed : List.of(
                one.withNote("Gift wrap"),
                one.withExemption("EX 12"),
                one.withDiscount(new Discount.Fixed("Voucher", pounds(100))),
                one.parked("table 4"),
                one)) {
            save(changed);

            assertThat(store.<Order>read(v -> v.order("a").orElseThrow())).isEqualTo(changed);
        }
    }

    @Test
    void aClosedOrderNeverChanges() throws StoreException {
        Order paid = paidInCash("a", 250, 1);
        save(paid);
        save(paid);

        assertThatThrownBy(() -> save(order("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PAID");
        assertThat(store.<Order>read(v -> v.order("a").orElseThrow())).isEqualTo(paid);
    }

    @Test
    void aStaleCopyCannotUndoAPayment() throws StoreException {
        Order before = order("a");
        Order partly = before.plusTender(Tender.cash("t1", pounds(250), pounds(100), CashRounding.NONE, NOW));
        save(partly);

        assertThatThrownBy(() -> save(before))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lose a payment");
        assertThat(store.<Money>read(v -> v.order("a").orElseThrow().paid())).isEqualTo(pounds(100));
    }

    @Test
    void anOrderKeepsItsReferenceAndWhenItWasOpened() throws StoreException {
        Order one = order("a");
        save(one);
        Order renamed = Order.open(one.id(), "OTHER1", GBP, one.operator(), one.openedAt());
        Order moved = Order.open(
                one.id(), one.reference(), GBP, one.operator(), one.openedAt().plusSeconds(1));
        for (Order other : List.of(renamed, moved)) {
            assertThatThrownBy(() -> save(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("keeps its reference");
        }
        assertThat(store.<Order>read(v -> v.order("a").orElseThrow())).isEqualTo(one);
    }

    @Test
    void oneCardPaymentPaysOnce() throws StoreException {
        store.write(tx -> {
            tx.saveOrder(order("a").plusTender(Tender.card("t1", pounds(250), "p1", NOW)));
            tx.insertAttempt(Samples.attempt("p1", "a", "zvt-1"));
            return null;
        });
        assertThatThrownBy(() -> save(order("b").plusTender(Tender.card("t2", pounds(250), "p1", NOW))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.<Boolean>read(v -> v.order("b").isEmpty())).isTrue();
    }

    @Test
    void anOrderTakesATenderOnce() throws StoreException {
        save(order("a").plusTender(Tender.cash("t1", pounds(250), pounds(100), CashRounding.NONE, NOW)));
        assertThatThrownBy(() -> Samples.raw(folder, """
                        INSERT INTO tenders (id, order_id, position, type, applied, tendered, change, rounding, taken_at)
                        VALUES ('t1', 'a', 1, 'CASH', 100, 100, 0, 0, 1)""")).hasMessageContaining("takes a tender once");
    }

    /** However many orders there are, those that are not closed are found at once. */
    @ParameterizedTest
    @ValueSource(strings = {OrderTable.PARKED, OrderTable.LATEST_OPEN, OrderTable.PART_PAID})
    void whatIsNotClosedIsFoundWithoutLookingThroughAllOrders(String query) throws Exception {
        try (Connection connection = Sqlite.forReading(Folder.database(folder));
                Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
            List<String> plan = new ArrayList<>();
            while (steps.next()) {
                plan.add(steps.getString("detail"));
            }
            assertThat(plan).anyMatch(step -> step.contains("USING INDEX running_orders"));
            assertThat(plan).noneMatch(step -> step.startsWith("SCAN orders") && !step.contains("INDEX"));
        }
    }

    @Test
    void aTenderNeedsItsPaymentAtTheEndOfTheTransaction() {
        assertThatThrownBy(() -> save(order("a").plusTender(Tender.card("t1", pounds(250), "nowhere", NOW))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAnAmountInAnotherCurrency() {
        Order mixed = order("a").withDiscount(new Discount.Fixed("Voucher", Money.of(100, "EUR")));
        assertThatThrownBy(() -> save(mixed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takingsCountPaidOrdersAlone() throws StoreException {
        save(paidInCash("a", 300, 1), paidInCash("b", 250, 2));
        save(order("c").plusTender(Tender.cash("tc", pounds(250), pounds(100), CashRounding.NONE, NOW)));

        Map<TenderType, Money> takings = store.read(v -> v.takings(GBP));
        assertThat(takings)
                .containsOnlyKeys(TenderType.values())
                .allSatisfy((type, sum) -> assertThat(sum).isEqualTo(pounds(type == TenderType.CASH ? 500 : 0)));
    }

    private static Order paidInCash(String id, long handed, long receipt) {
        return order(id)
                .plusTender(Tender.cash("t" + id, pounds(250), pounds(handed), CashRounding.NONE, NOW))
                .closed(receipt, NOW);
    }

    private void save(Order... orders) throws StoreException {
        store.write(tx -> {
            for (Order order : orders) {
                tx.saveOrder(order);
            }
            return null;
        });
    }
}
