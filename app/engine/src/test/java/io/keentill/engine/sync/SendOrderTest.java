package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendOrderTest {

    private final SendOrder order = new SendOrder();

    @Test
    void freshGoesFirstAndTheOldestOfThem() {
        assertThat(order.next(rows(7, 9), rows(1, 2))).contains(row(7));
        assertThat(order.next(rows(), rows(1, 2))).contains(row(1));
        assertThat(order.next(rows(), rows())).isEmpty();
    }

    @Test
    void theBacklogGetsOneTurnInEightHoweverManyFreshThereAre() {
        List<Long> given = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            given.add(order.next(rows(100), rows(1)).orElseThrow().id());
        }
        assertThat(given.subList(0, 7)).containsOnly(100L);
        assertThat(given.get(7)).isEqualTo(1L);
        assertThat(given.stream().filter(id -> id == 1)).hasSize(3);
        assertThat(given.get(15)).isEqualTo(1L);
        assertThat(given.get(23)).isEqualTo(1L);
    }

    @Test
    void withoutABacklogNoTurnIsSavedForIt() {
        for (int i = 0; i < 20; i++) {
            assertThat(order.next(rows(100), rows())).contains(row(100));
        }
        assertThat(order.next(rows(100), rows(1))).contains(row(100));
    }

    @Test
    void aTurnOfTheBacklogStartsTheCountAgain() {
        for (int i = 0; i < 6; i++) {
            order.next(rows(100), rows(1));
        }
        order.next(rows(), rows(1));
        for (int i = 0; i < 7; i++) {
            assertThat(order.next(rows(100), rows(1))).contains(row(100));
        }
        assertThat(order.next(rows(100), rows(1))).contains(row(1));
    }

    private static List<OutboxRow> rows(long... ids) {
        return java.util.Arrays.stream(ids).mapToObj(SendOrderTest::row).toList();
    }

    static OutboxRow row(long id) {
        return new OutboxRow(
                id,
                "s" + id,
                0,
                "order",
                "r",
                OutboxState.WAITING,
                null,
                null,
                null,
                null,
                null,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
