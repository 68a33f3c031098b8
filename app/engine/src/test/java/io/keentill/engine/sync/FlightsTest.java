package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.support.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private final Flights flights = new Flights();

    @Test
    void whatDepartsIsUnderWayUntilItLands() {
        assertThat(flights.none()).isTrue();
        flights.depart(7);
        flights.depart(9);
        assertThat(flights.rows()).containsExactlyInAnyOrder(7L, 9L);
        assertThat(flights.none()).isFalse();
        flights.land(7);
        assertThat(flights.rows()).containsExactly(9L);
        flights.land(9);
        assertThat(flights.none()).isTrue();
    }

    @Test
    void fewerThanTheMostWaitForNobody() throws Exception {
        flights.depart(1);
        flights.awaitFewerThan(2);
        assertThat(flights.rows()).containsExactly(1L);
    }

    @Test
    void asManyAsMayBeWaitUntilOneLands() throws Exception {
        flights.depart(1);
        flights.depart(2);
        Thread next = Thread.ofPlatform().start(() -> {
            try {
                flights.awaitFewerThan(2);
                flights.depart(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Eventually.until("it waits", () -> next.getState() == Thread.State.WAITING);
        assertThat(flights.rows()).containsExactlyInAnyOrder(1L, 2L);
        flights.land(1);
        assertThat(next.join(Duration.ofSeconds(20))).isTrue();
        assertThat(flights.rows()).containsExactlyInAnyOrder(2L, 3L);
    }

    /** The sync looks from a thread of its own, and each answer comes on another one. */
    @Test
    void nobodyKeepsTheOthersOut() throws Exception {
        flights.awaitFewerThan(1);
        elsewhere(() -> flights.depart(1));
        flights.depart(2);
        elsewhere(() -> flights.land(1));
        flights.land(2);
        elsewhere(flights::rows);
        flights.rows();
        elsewhere(flights::none);
        flights.none();
        elsewhere(() -> flights.depart(3));
    }

    private static void elsewhere(Runnable work) throws Exception {
        CompletableFuture.runAsync(work, task -> Thread.ofPlatform().daemon().start(task))
                .get(20, TimeUnit.SECONDS);
    }
}
