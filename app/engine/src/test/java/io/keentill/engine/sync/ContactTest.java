package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.revkeen.RateLimit;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final Answer OK = new Answer.Accepted(200, "{}");
    private static final Answer LOST = Answer.unreachable(Sentence.quoted("no route"));
    private static final long MILLI = 1_000_000L;

    private final Contact contact = new Contact(new RateLimit(6_000, 1), new Random(7), 0);

    @Test
    void isUntriedThenOnline() {
        assertThat(contact.state().connection()).isEqualTo(Connection.UNTRIED);
        assertThat(contact.proven()).isFalse();
        assertThat(contact.answered(contact.leave(0), OK, 0)).isTrue();
        assertThat(contact.state()).isEqualTo(new SyncState(Connection.ONLINE, Sentence.quoted("")));
        assertThat(contact.proven()).isTrue();
        assertThat(contact.answered(contact.leave(0), OK, 0)).isFalse();
    }

    @Test
    void aLostAnswerRestsAndTheNextOneLongerWithFullJitter() {
        long most = 500;
        for (int failures = 1; failures <= 12; failures++) {
            long shortest = Long.MAX_VALUE;
            long longest = 0;
            for (int seed = 0; seed < 300; seed++) {
                Contact fresh = new Contact(RateLimit.NONE, new Random(seed), 0);
                for (int i = 0; i < failures; i++) {
                    fresh.nudge();
                    fresh.answered(fresh.leave(0), LOST, 0);
                }
                long rest = fresh.untilNext(0).toMillis();
                shortest = Math.min(shortest, rest);
                longest = Math.max(longest, rest);
            }
            assertThat(shortest).as("shortest after " + failures).isLessThan(most / 20);
            assertThat(longest).as("longest after " + failures).isBetween(most * 9 / 10, most);
            most = Math.min(60_000, most * 2);
        }
    }

    @Test
    void severalThatWereUnderWayTogetherCountAsOneFailure() {
        contact.answered(contact.leave(0), OK, 0);
        long first = contact.leave(0);
        long second = contact.leave(0);
        contact.answered(first, LOST, 0);
        Duration rest = contact.untilNext(0);
        contact.answered(second, LOST, 0);
        assertThat(contact.untilNext(0)).isEqualTo(rest);
        assertThat(contact.state()).isEqualTo(new SyncState(Connection.OFFLINE, Sentence.quoted("no route")));
        assertThat(contact.proven()).isFalse();
    }

    @Test
    void anAnswerEndsTheOutage() {
        contact.answered(contact.leave(0), LOST, 0);
        assertThat(contact.answered(contact.leave(0), new Answer.Never(422, Sentence.quoted("no"), false), 0))
                .isTrue();
        assertThat(contact.state().connection()).isEqualTo(Connection.ONLINE);
        assertThat(contact.proven()).isTrue();
    }

    @Test
    void aRefusedKeyIsSaid() {
        Answer refused = new Answer.Pause(Answer.Reason.KEY_REFUSED, Sentence.quoted("set a key"), null);
        contact.answered(contact.leave(0), refused, 0);
        assertThat(contact.state()).isEqualTo(new SyncState(Connection.KEY_REFUSED, Sentence.quoted("set a key")));
    }

    @Test
    void aRestEndsByItselfOrByANudge() {
        contact.answered(contact.leave(0), LOST, 0);
        long end = contact.untilNext(0).toNanos();
        assertThat(contact.untilNext(end - 1)).isEqualTo(Duration.ofNanos(1));
        contact.nudge();
        assertThat(contact.untilNext(end - 1)).isLessThan(Duration.ofMillis(501));
        contact.answered(contact.leave(end), LOST, end);
        long second = end + contact.untilNext(end).toNanos();
        assertThat(contact.untilNext(second)).isLessThan(Duration.ofMillis(1_001));
    }

    @Test
    void whatRevKeenAsksForIsKeptToItsEndAndSpread() {
        Answer slow = new Answer.Pause(Answer.Reason.RATE_LIMITED, Sentence.quoted("slow down"), Duration.ofSeconds(2));
        contact.answered(contact.leave(0), OK, 0);
        contact.answered(contact.leave(0), slow, 0);
        contact.nudge();
        long rest = contact.untilNext(0).toMillis();
        assertThat(rest).isBetween(2_000L, 4_000L);
        assertThat(contact.state().connection()).isEqualTo(Connection.ONLINE);
        assertThat(contact.proven()).isFalse();
        contact.untilNext((rest + 1) * MILLI);
        contact.answered(contact.leave(rest * MILLI), OK, rest * MILLI);
        assertThat(contact.proven()).isTrue();
        long later = (rest + 1_000) * MILLI;
        contact.answered(contact.leave(later), LOST, later);
        contact.nudge();
        assertThat(contact.untilNext(later)).as("an ordinary rest can be ended").isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theSpreadGrowsWhileRevKeenGoesOnAsking() {
        Answer slow = new Answer.Pause(Answer.Reason.RATE_LIMITED, Sentence.quoted("slow down"), Duration.ofSeconds(1));
        long[] most = new long[9];
        for (int seed = 0; seed < 300; seed++) {
            Contact fresh = new Contact(RateLimit.NONE, new Random(seed), 0);
            for (int i = 0; i < most.length; i++) {
                fresh.answered(fresh.leave(0), slow, 0);
                most[i] = Math.max(most[i], fresh.untilNext(0).toMillis());
            }
        }
        assertThat(most[0]).isBetween(1_900L, 2_000L);
        assertThat(most[3]).isBetween(8_500L, 9_000L);
        assertThat(most[8]).isBetween(58_000L, 61_000L);
    }

    @Test
    void nothingSentIsNoContactAndCostsNoTurn() {
        assertThat(contact.answered(contact.leave(0), new Answer.NotSent(Sentence.quoted("waits")), 0))
                .isFalse();
        assertThat(contact.state().connection()).isEqualTo(Connection.UNTRIED);
        assertThat(contact.untilNext(0)).isZero();
    }

    @Test
    void aServerErrorSlowsDownAndIsNoProofOfContact() {
        contact.answered(contact.leave(0), new Answer.Later(503, Sentence.quoted("busy"), null), 0);
        assertThat(contact.untilNext(0)).isEqualTo(Duration.ofMillis(120));
        assertThat(contact.state().connection()).isEqualTo(Connection.UNTRIED);
        assertThat(contact.answered(contact.leave(0), new Answer.Later(409, Sentence.quoted("in progress"), null), 0))
                .isTrue();
    }

    @Test
    void theStoresOwnTroubleRestsToo() {
        contact.rest(Duration.ofSeconds(15), 0);
        assertThat(contact.untilNext(0)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aSpareTurnIsTakenOnlyWhereNobodyHasToWaitForIt() {
        assertThat(contact.spare(true, 0)).as("not reached yet").isEmpty();
        contact.answered(contact.leave(0), OK, 0);
        assertThat(contact.spare(false, 0)).as("the next turn is to come").isEmpty();
        assertThat(contact.spare(true, 0)).as("ahead of time").isPresent();
        assertThat(contact.spare(false, 20 * MILLI)).as("in its turn").isPresent();
        contact.rest(Duration.ofSeconds(1), 20 * MILLI);
        assertThat(contact.spare(true, 20 * MILLI)).as("everything rests").isEmpty();
        assertThat(contact.spare(false, 1_020 * MILLI)).isPresent();
        contact.answered(contact.leave(2_000 * MILLI), LOST, 2_000 * MILLI);
        assertThat(contact.spare(false, 100_000 * MILLI))
                .as("not reached any more")
                .isEmpty();
    }

    @Test
    void eachAcceptedRequestMakesTheNextOnesQuicker() {
        contact.answered(contact.leave(0), new Answer.Later(503, Sentence.quoted("busy"), null), 0);
        contact.answered(contact.leave(120 * MILLI), OK, 120 * MILLI);
        assertThat(contact.untilNext(120 * MILLI)).isEqualTo(Duration.ofNanos(109_090_910));
    }

    @Test
    void afterAnOutageItBeginsSmall() {
        contact.answered(contact.leave(0), LOST, 0);
        contact.nudge();
        assertThat(contact.untilNext(0)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whatWasTooFastIsSlowerAfterTheRest() {
        Answer slow = new Answer.Pause(Answer.Reason.RATE_LIMITED, Sentence.quoted("slow down"), Duration.ofSeconds(2));
        contact.answered(contact.leave(0), slow, 0);
        long later = 4_001 * MILLI;
        while (contact.untilNext(later).isZero()) {
            contact.leave(later);
        }
        assertThat(contact.untilNext(later)).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void theSpreadOfARestIsAsLongAsTheRest() {
        Contact last = new Contact(RateLimit.NONE, new Last(), 0);
        Answer slow = new Answer.Pause(Answer.Reason.RATE_LIMITED, Sentence.quoted("slow down"), Duration.ofSeconds(2));
        last.answered(last.leave(0), slow, 0);
        assertThat(last.untilNext(0)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aRestThatIsOverLeavesTheTurnsAsTheyAre() {
        contact.leave(0);
        contact.rest(Duration.ofMillis(4), 0);
        assertThat(contact.untilNext(4 * MILLI)).isEqualTo(Duration.ofMillis(6));
    }

    /** Draws the largest number there is. */
    private static final class Last implements RandomGenerator {

        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
