package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.book.OrderElsewhere;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do with the orders of this till's sales is seen here, changes no sale, and is told to somebody. */
class OrdersElsewhereTest {

    private CloudRig rig;
    private FakeRevKeen revKeen;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        revKeen = new FakeRevKeen();
        rig = new CloudRig(folder, revKeen);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aCancelledOrderIsATaskOnceAndTheSaleStands() throws Exception {
        Order sale = rig.till.sellForCash();
        Order other = rig.till.sellForCash();
        rig.online().drained();
        there(sale, Map.of("status", "canceled", "canceled_at", "2026-03-01T10:00:00Z"));
        rig.followed("told", () -> !tasks().isEmpty());
        rig.restart();
        rig.online();
        readAgain();
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.text())
                        .contains(sale.reference())
                        .contains("receipt " + sale.receiptNumber())
                        .contains("it stands"));
        assertThat(rig.till
                        .store()
                        .read(view -> view.order(sale.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.PAID);
        assertThat(elsewhere(sale)).extracting(OrderElsewhere::change).containsExactly(OrderElsewhere.Change.CANCELED);
        assertThat(elsewhere(other)).isEmpty();
        assertThat(rig.journalled("order.cancelled_elsewhere")).isOne();
    }

    @Test
    void aFulfilledOrderIsKnownAndNeedsNobody() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        there(sale, Map.of("status", "fulfilled", "fulfilled_at", "2026-03-01T10:00:00Z"));
        rig.followed("known", () -> !elsewhere(sale).isEmpty());
        assertThat(elsewhere(sale)).extracting(OrderElsewhere::change).containsExactly(OrderElsewhere.Change.FULFILLED);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void ordersOfOthersAndThoseThatNobodyTouchedAreLeftAlone() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        there(sale, Map.of("id", "somebody-elses", "status", "canceled"));
        readAgain();
        assertThat(tasks()).isEmpty();
        assertThat(elsewhere(sale)).isEmpty();
    }

    private void there(Order sale, Map<String, Object> change) {
        // Under its lock: the till may be reading the list just now.
        synchronized (revKeen) {
            revKeen.orders().stream()
                    .filter(order -> String.valueOf(order.get("metadata")).contains(sale.id()))
                    .findFirst()
                    .orElseThrow()
                    .putAll(change);
        }
    }

    /** Until both lists of orders have been asked for again. */
    private void readAgain() throws Exception {
        long before = asked();
        rig.followed("read again", () -> asked() >= before + 4);
    }

    private long asked() {
        return revKeen.requests("GET /v2/orders").size();
    }

    private List<TaskRow> tasks() throws Exception {
        return rig.till.store().read(View::openTasks).stream()
                .filter(task -> task.kind().equals(OrderElsewhere.CANCELLED))
                .toList();
    }

    private List<OrderElsewhere> elsewhere(Order sale) throws Exception {
        return rig.till.store().read(view -> OrderElsewhere.of(view, sale.id()));
    }
}
