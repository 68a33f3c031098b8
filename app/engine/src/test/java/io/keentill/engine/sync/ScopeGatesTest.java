package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScopeGatesTest {

    private final ScopeGates gates = new ScopeGates(new Random(3));

    @Test
    void holdsTheKindThatWasRefusedAndNothingElse() {
        assertThat(gates.held(0)).isEmpty();
        assertThat(gates.words()).isEmpty();
        gates.denied("order", 1, Sentence.quoted("no orders:write"), 0);
        assertThat(gates.held(0)).containsExactly("order");
        assertThat(gates.words()).contains("order").contains("no orders:write");
        gates.denied("cash", 2, Sentence.quoted("no invoices:write"), 0);
        assertThat(gates.held(0)).containsExactlyInAnyOrder("order", "cash");
    }

    @Test
    void opensForOneAfterAWhileAndForAllOnceThatIsTaken() {
        Duration rowsWait = waited(gates.denied("order", 1, Sentence.quoted("no"), 0));
        long opens = rowsWait.dividedBy(2).toNanos();
        assertThat(opens)
                .isBetween(
                        Duration.ofSeconds(30).toNanos(), Duration.ofSeconds(60).toNanos());
        assertThat(gates.held(opens - 1)).containsExactly("order");
        assertThat(gates.held(opens)).isEmpty();
        gates.leaving("order");
        assertThat(gates.held(opens)).containsExactly("order");
        gates.taken("order", 2);
        assertThat(gates.held(opens)).isEmpty();
        assertThat(gates.words()).isEmpty();
        gates.leaving("order");
        assertThat(gates.held(opens)).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingLetsAnotherOneTry() {
        long opens = waited(gates.denied("order", 1, Sentence.quoted("no"), 0))
                .dividedBy(2)
                .toNanos();
        gates.leaving("order");
        gates.unclear("order");
        assertThat(gates.held(opens - 1)).containsExactly("order");
        assertThat(gates.held(opens)).isEmpty();
        gates.unclear("cash");
        assertThat(gates.held(opens)).isEmpty();
    }

    @Test
    void triesMoreAndMoreSeldom() {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 40; i++) {
            longest = longest.compareTo(waited(gates.denied("order", 1, Sentence.quoted("no"), 0))) > 0
                    ? longest
                    : waited(gates.denied("order", 1, Sentence.quoted("no"), 0));
        }
        assertThat(longest).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(11));
    }

    @Test
    void aRowThatAloneIsRefusedIsATask() {
        assertThat(gates.denied("order", 1, Sentence.quoted("not yours"), 0))
                .isInstanceOf(ScopeGates.Denial.Wait.class);
        assertThat(gates.denied("order", 1, Sentence.quoted("not yours"), 0))
                .isInstanceOf(ScopeGates.Denial.Wait.class);
        gates.taken("order", 2);
        gates.leaving("order");
        assertThat(gates.denied("order", 1, Sentence.quoted("not yours"), 0))
                .isInstanceOf(ScopeGates.Denial.Task.class);
        assertThat(gates.held(0)).as("others go on").isEmpty();
        assertThat(gates.denied("order", 1, Sentence.quoted("again"), 0)).isInstanceOf(ScopeGates.Denial.Wait.class);
    }

    @Test
    void aRowThatBecomesATaskKeepsNobodyElseWaiting() {
        gates.denied("order", 1, Sentence.quoted("not yours"), 0);
        gates.taken("order", 2);
        long opens = waited(gates.denied("order", 3, Sentence.quoted("no"), 0))
                .dividedBy(2)
                .toNanos();
        gates.leaving("order");
        assertThat(gates.denied("order", 1, Sentence.quoted("not yours"), opens))
                .isInstanceOf(ScopeGates.Denial.Task.class);
        assertThat(gates.held(opens)).isEmpty();
    }

    @Test
    void theNextGateToOpenIsTold() {
        assertThat(gates.untilNext(0)).isEmpty();
        long first = waited(gates.denied("order", 1, Sentence.quoted("no"), 0))
                .dividedBy(2)
                .toNanos();
        long second = waited(gates.denied("cash", 2, Sentence.quoted("no"), first - 1))
                        .dividedBy(2)
                        .toNanos()
                + first
                - 1;
        assertThat(gates.untilNext(first - 5)).hasValue(Duration.ofNanos(5));
        assertThat(gates.untilNext(first)).as("that one is open").hasValue(Duration.ofNanos(second - first));
        gates.leaving("cash");
        assertThat(gates.untilNext(first)).as("its answer opens that one").isEmpty();
    }

    @Test
    void aRowThatWasTakenMeanwhileStartsAnew() {
        gates.denied("order", 1, Sentence.quoted("no"), 0);
        gates.taken("order", 1);
        assertThat(gates.denied("order", 1, Sentence.quoted("no"), 0)).isInstanceOf(ScopeGates.Denial.Wait.class);
    }

    @Test
    void somebodyWhoAsksOpensEveryGateForOne() {
        gates.denied("order", 1, Sentence.quoted("no"), 0);
        gates.denied("cash", 2, Sentence.quoted("no"), 0);
        gates.tryNow(5);
        assertThat(gates.held(5)).isEmpty();
        gates.leaving("order");
        gates.tryNow(6);
        assertThat(gates.held(6)).containsExactly("order");
    }

    private static Duration waited(ScopeGates.Denial denial) {
        return ((ScopeGates.Denial.Wait) denial).time();
    }
}
