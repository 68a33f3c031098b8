package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.sync.Streaks.Refusal;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RevKeen was asked whether it has a row and did not say: everything that is known of the row stays as it is. */
class AskedInVainTest {

    private static final Sentence WHY = Sentence.quoted("its words");

    private StepRig rig;
    private OutboxBook book;
    private AskedInVain vain;
    private OutboxRow row;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        book = new OutboxBook(rig.parts);
        vain = new AskedInVain(book, rig.parts);
        Order sale = rig.till.sellForCash();
        now = rig.clock.instant();
        row = rig.change(
                rig.row(sale, OutboxKind.ORDER),
                any -> any.frozen("POST", "/orders", new byte[] {1}, "key")
                        .sent(now)
                        .sent(now)
                        .sent(now)
                        .retryAt(now, 500, "then", null));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aRefusedQuestionIsAskedFiveTimesMoreAndRestsLongerEachTime() throws Exception {
        for (int seconds : new int[] {1, 2, 4, 8, 16}) {
            assertThat(vain.stored(row, new Answer.Never(422, WHY, false)))
                    .isEqualTo(new Answer.Later(null, WHY, Duration.ofSeconds(seconds)));
            assertAskedAgainAfter(Duration.ofSeconds(seconds));
        }
        assertThat(vain.stored(row, new Answer.Never(422, WHY, false))).isInstanceOf(Answer.Never.class);
        OutboxRow task = rig.now(row);
        assertThat(task.state()).isEqualTo(OutboxState.TASK);
        assertThat(task.lastStatus()).as("what the request itself was answered").isEqualTo(500);
        assertThat(task.problem()).contains("could not be asked whether it has this already: its words");
        assertThat(book.refused(row, Refusal.QUESTION)).as("counted anew").isEqualTo(1);
    }

    /** Five in the morning and one in the evening are not six in a row. */
    @Test
    void whateverElseComesInBetweenStartsTheCountAnew() throws Exception {
        for (Answer between : List.of(
                new Answer.Later(503, WHY, null),
                new Answer.Later(503, WHY, Duration.ofSeconds(90)),
                new Answer.Pause(Answer.Reason.UNREACHABLE, WHY, null),
                new Answer.Denied(403, WHY))) {
            refusedFiveTimes();
            vain.stored(row, between);
        }
        refusedFiveTimes();
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.WAITING);
    }

    private void refusedFiveTimes() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(vain.stored(row, new Answer.Never(422, WHY, false))).isInstanceOf(Answer.Later.class);
        }
    }

    @Test
    void aQuestionThatIsDeniedHoldsBackItsKind() throws Exception {
        Answer answer = vain.stored(row, new Answer.Denied(403, WHY));
        assertThat(answer).isEqualTo(new Answer.Denied(403, WHY));
        assertThat(rig.gates.held(rig.elapsed.nanos())).containsExactly("order");
        Duration pause = Duration.between(now, rig.now(row).notBefore());
        assertThat(pause).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
        assertAskedAgainAfter(pause);
    }

    @Test
    void aQuestionThatIsDeniedForThisRowAloneIsATask() throws Exception {
        vain.stored(row, new Answer.Denied(403, WHY));
        rig.gates.taken("order", row.id() + 1);
        assertThat(vain.stored(row, new Answer.Denied(403, WHY))).isInstanceOf(Answer.Never.class);
        assertThat(rig.now(row).state()).isEqualTo(OutboxState.TASK);
    }

    @Test
    void aPauseThatRevKeenAsksForIsKept() throws Exception {
        Duration asked = Duration.ofSeconds(90);
        assertThat(vain.stored(row, new Answer.Later(503, WHY, asked))).isEqualTo(new Answer.Later(null, WHY, asked));
        assertAskedAgainAfter(asked);
    }

    /** How often the row was sent before has no say: it is the question that is asked too often. */
    @Test
    void withoutOneItRestsLongerAfterEachAnswer() throws Exception {
        vain.stored(row, new Answer.Later(503, WHY, null));
        assertAskedAgainAfter(Duration.ofSeconds(1));
        vain.stored(row, new Answer.Later(503, WHY, null));
        assertAskedAgainAfter(Duration.ofSeconds(2));
        assertThat(vain.stored(row, new Answer.DeviceNotReady(409, WHY)))
                .isEqualTo(new Answer.Later(null, WHY, Duration.ofSeconds(4)));
        assertAskedAgainAfter(Duration.ofSeconds(4));
    }

    @Test
    void withoutAnAnswerEverythingPausesAndFromTheThirdTimeOnThisOneLetsOthersTry() throws Exception {
        Answer pause = new Answer.Pause(Answer.Reason.UNREACHABLE, WHY, null);
        for (int seconds : new int[] {0, 0, 1, 2}) {
            assertThat(vain.stored(row, pause)).isSameAs(pause);
            assertAskedAgainAfter(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void whatIsNoTroubleIsAFault() throws Exception {
        for (Answer answer : List.of(new Answer.Accepted(200, ""), new Answer.AtDevice(), new Answer.NotSent(WHY))) {
            assertThatThrownBy(() -> vain.stored(row, answer)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(rig.now(row)).isEqualTo(row);
    }

    /** With its key, its bytes and its own answer. */
    private void assertAskedAgainAfter(Duration pause) throws Exception {
        assertThat(rig.now(row)).isEqualTo(row.retryAt(now.plus(pause), 500, "then", WHY));
    }
}
