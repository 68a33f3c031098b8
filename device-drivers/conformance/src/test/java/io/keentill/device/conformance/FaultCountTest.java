package io.keentill.device.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FaultCountTest {

    private final FaultCount count = new FaultCount();
    private final AtomicInteger careful = new AtomicInteger();
    private final Scenario scenario = count.of(new Scenario("group", "name", () -> {
        if (careful.getAndDecrement() > 0) {
            throw Hesitation.of(true, "too careful");
        }
        count.happen();
    }));

    private void tooCareful() {
        assertThatThrownBy(() -> scenario.body().run()).isInstanceOf(Hesitation.class);
    }

    @Test
    void aFaultThatHappensWhenTheScenarioIsPlayedAgainCounts() throws Exception {
        careful.set(1);
        tooCareful();
        assertThat(count.isComplete()).as("it will be played again").isFalse();
        scenario.body().run();
        count.check();
    }

    @Test
    void aScenarioThatIsTooCarefulEachTimeIsOverAndItsFaultMissed() {
        careful.set(ConformanceRun.TRIES);
        for (int i = 0; i < ConformanceRun.TRIES; i++) {
            tooCareful();
        }
        assertThatThrownBy(count::check).hasMessageContaining("0 of 1");
    }

    @Test
    void anyOtherEndIsOne() {
        Scenario wrong = count.of(new Scenario("group", "another", () -> {
            throw new AssertionError("wrong");
        }));
        assertThatThrownBy(() -> wrong.body().run()).hasMessage("wrong");
        assertThat(count.isComplete()).isFalse();
        assertThatThrownBy(() -> {
                    scenario.body().run();
                    count.check();
                })
                .hasMessageContaining("1 of 2");
    }
}
