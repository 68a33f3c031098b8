package io.keentill.device.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The customer, the host and the books that every family's emulator shares. */
class EmulatedTerminalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private EmulatedTerminal terminal = terminal(null);

    private EmulatedTerminal terminal(Path ledger) {
        Profile profile = restarting(Duration.ofMillis(50));
        return new EmulatedTerminal(ledger == null ? profile : profile.ledgerIn(ledger));
    }

    /** One that is away for so long when it restarts. */
    private static Profile restarting(Duration time) {
        return Profile.standard(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC))
                .times(Duration.ofMillis(1), Duration.ofMillis(1), time);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    private static Order sale(long minor, String id) {
        return Order.of(Kind.SALE, minor, "GBP", id, "R-" + id);
    }

    private Booking run(Order order) throws InterruptedException {
        Payment payment = terminal.begin(order).orElseThrow();
        int seen = 0;
        while (payment.booking().isEmpty()) {
            int now = payment.awaitNews(seen, PATIENCE).size();
            assertThat(now).as("phases").isGreaterThan(seen);
            seen = now;
        }
        awaitIdle();
        return payment.booking().orElseThrow();
    }

    private void awaitIdle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (terminal.busy() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(terminal.busy()).isFalse();
    }

    @Test
    void a_day_of_every_kind_adds_up() throws InterruptedException {
        Booking sale = run(sale(1000, "a"));
        Booking undone = run(sale(700, "b"));
        Booking held = run(Order.of(Kind.PREAUTH, 5000, "GBP", "c", ""));
        run(Order.of(Kind.REFUND, 250, "GBP", "d", ""));
        run(new Order(Kind.REVERSAL, 0, "GBP", "e", "", undone.number()));
        Booking taken = run(new Order(Kind.COMPLETION, 4200, "GBP", "f", "", held.number()));
        assertThat(sale.authCode()).hasSize(6);
        assertThat(taken.amountMinor()).isEqualTo(4200);
        assertThat(terminal.acquirer().cardMinor()).isEqualTo(1000 - 250 + 4200);
        assertThat(terminal.acquirer().byId("b").orElseThrow().state()).isEqualTo(Booking.State.REVERSED);
        assertThat(terminal.acquirer().byId("c").orElseThrow().state()).isEqualTo(Booking.State.COMPLETED);
        assertThat(terminal.settle()).extracting(Booking::id).containsExactly("a", "d", "f");
        assertThat(terminal.settle()).isEmpty();
        assertThat(terminal.acquirer().cardMinor()).as("settling moves nothing").isEqualTo(4950);
    }

    @Test
    void nothing_is_undone_twice_or_beyond_what_it_was() throws InterruptedException {
        Booking sale = run(sale(1000, "a"));
        assertThat(run(new Order(Kind.REVERSAL, 900, "GBP", "x", "", sale.number()))
                        .state())
                .isEqualTo(Booking.State.DECLINED);
        assertThat(run(new Order(Kind.REVERSAL, 1000, "GBP", "y", "", sale.number()))
                        .state())
                .isEqualTo(Booking.State.BOOKED);
        assertThat(run(new Order(Kind.REVERSAL, 1000, "GBP", "z", "", sale.number()))
                        .state())
                .isEqualTo(Booking.State.DECLINED);
        Booking held = run(Order.of(Kind.PREAUTH, 500, "GBP", "p", ""));
        assertThat(run(new Order(Kind.COMPLETION, 501, "GBP", "q", "", held.number()))
                        .state())
                .isEqualTo(Booking.State.DECLINED);
        Booking settled = run(sale(50, "s"));
        terminal.settle();
        assertThat(run(new Order(Kind.REVERSAL, 50, "GBP", "t", "", settled.number()))
                        .state())
                .isEqualTo(Booking.State.DECLINED);
        assertThat(terminal.acquirer().cardMinor()).isEqualTo(50);
    }

    @Test
    void a_stop_wins_before_the_host_and_loses_after() throws InterruptedException {
        terminal.next(new Script.Slow(PATIENCE));
        Payment slow = terminal.begin(sale(1000, "a")).orElseThrow();
        assertThat(terminal.begin(sale(1, "b"))).as("one at a time").isEmpty();
        assertThat(terminal.cancel()).isTrue();
        slow.awaitNews(2, PATIENCE);
        awaitIdle();
        assertThat(slow.booking().orElseThrow().state()).isEqualTo(Booking.State.CANCELLED);
        terminal.next(new Script.Hold());
        CountDownLatch approved = new CountDownLatch(1);
        terminal.onApproved(booking -> approved.countDown());
        Payment held = terminal.begin(sale(2000, "c")).orElseThrow();
        assertThat(approved.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(terminal.cancel()).isFalse();
        assertThat(held.booking()).as("not told yet").isEmpty();
        terminal.release();
        awaitIdle();
        assertThat(held.booking().orElseThrow().state()).isEqualTo(Booking.State.BOOKED);
        assertThat(terminal.acquirer().cardMinor()).isEqualTo(2000);
    }

    @Test
    void while_it_restarts_it_answers_nothing() {
        terminal = new EmulatedTerminal(restarting(Duration.ofHours(1)));
        terminal.next(new Script.Reboot(true));
        terminal.begin(sale(1000, "a")).orElseThrow();
        awaitIdle();
        assertThat(terminal.offline()).isTrue();
        assertThat(terminal.begin(sale(1, "x"))).isEmpty();
    }

    @Test
    void a_restart_charges_or_not_as_the_script_says() {
        terminal.next(new Script.Reboot(true));
        terminal.next(new Script.Reboot(false));
        terminal.begin(sale(1000, "a")).orElseThrow();
        awaitIdle();
        awaitOnline();
        terminal.begin(sale(500, "b")).orElseThrow();
        awaitIdle();
        assertThat(terminal.acquirer().byId("a")).isPresent();
        assertThat(terminal.acquirer().byId("b")).isEmpty();
    }

    private void awaitOnline() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (terminal.offline() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void the_books_survive_in_their_file() throws Exception {
        Path ledger = folder.resolve("ledger.jsonl");
        terminal.close();
        terminal = terminal(ledger);
        Booking sale = run(sale(1000, "a"));
        terminal.next(new Script.Decline("51"));
        run(sale(300, "b"));
        run(new Order(Kind.REVERSAL, 0, "GBP", "c", "", sale.number()));
        List<Booking> before = terminal.acquirer().all();
        terminal.close();
        terminal = terminal(ledger);
        assertThat(terminal.acquirer().all()).isEqualTo(before);
        assertThat(Files.readAllLines(ledger)).hasSize(4);
        assertThat(run(sale(5, "d")).number()).isEqualTo(4);
    }

    @Test
    void busy_counts_down() throws InterruptedException {
        terminal.next(new Script.Busy(2));
        assertThat(terminal.begin(sale(1, "a"))).isEmpty();
        assertThat(terminal.begin(sale(1, "a"))).isEmpty();
        assertThat(run(sale(1, "a")).approved()).isTrue();
    }
}
