package io.keentill.revkeen.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rate limit on virtual time. */
class TokenBucketTest {
    private final VirtualTime time = new VirtualTime();
    private final TokenBucket bucket = new TokenBucket(new RateLimit(60, 2), time, time);

    @Test
    void a_burst_then_one_a_second() throws Exception {
        Instant start = time.instant();
        for (int i = 0; i < 12; i++) {
            assertThat(bucket.take(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(Duration.between(start, time.instant()))
                .isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_100));
    }

    @Test
    void too_long_a_wait_is_refused_at_once() throws Exception {
        bucket.take(Duration.ZERO);
        bucket.take(Duration.ZERO);
        assertThat(bucket.take(Duration.ofMillis(900))).isFalse();
        assertThat(time.slept).isEmpty();
    }

    @Test
    void an_interrupted_wait_gives_its_turn_back() throws Exception {
        var stopped = new TokenBucket(new RateLimit(60, 1), time, wait -> {
            throw new InterruptedException();
        });
        assertThat(stopped.take(Duration.ofSeconds(5))).isTrue();
        assertThatThrownBy(() -> stopped.take(Duration.ofSeconds(5))).isInstanceOf(InterruptedException.class);
        time.sleep(Duration.ofSeconds(1));
        assertThat(stopped.take(Duration.ZERO)).isTrue();
    }

    @Test
    void the_servers_wish_holds_for_all_and_clock_jumps_do_not_matter() throws Exception {
        bucket.closeFor(Duration.ofSeconds(4));
        assertThat(bucket.take(Duration.ofSeconds(3))).isFalse();
        assertThat(bucket.take(Duration.ofSeconds(5))).isTrue();
        assertThat(time.slept).containsExactly(Duration.ofSeconds(4));
        time.set(time.instant().minus(Duration.ofDays(1)));
        assertThat(bucket.take(Duration.ofSeconds(2))).isTrue();
        assertThat(bucket.take(Duration.ofSeconds(2))).isTrue();
    }
}
