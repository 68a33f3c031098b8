package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shop.Role;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.Overrides;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.HeldAnswer;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalDaysTest {

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private TestTill till;

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void countsEachPaymentInOneDay() throws Exception {
        till.sellByCard();
        till.sellByCard();
        terminal.settling(() -> new Settlement.Closed(2, pounds(500)));
        TerminalDay.Closed first = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
        assertThat(first.settlement().tillNet()).isEqualTo(pounds(500));
        assertThat(first.differences()).isEmpty();
        till.sellByCard();
        terminal.settling(() -> new Settlement.Closed(1, pounds(250)));
        TerminalDay.Closed second = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
        assertThat(second.settlement().tillCount()).isEqualTo(1);
        assertThat(second.differences()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    /** No payment runs: the till asks by itself what the terminal says of one that a manager has decided. */
    @Test
    void waitsForTheTillsOwnQuestionInsteadOfTakingItForAPayment() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        PaymentAttempt doubt = ((CardResult.NotKnown) till.payCard(till.scan(TEA))).attempt();
        String manager = till.staff().add("Max", Role.MANAGER, "4711").id();
        Overrides overrides = new Overrides(till.payments(), Waits.REAL, till.staff());
        assertThat(overrides.decide(
                        doubt.id(), Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "no such payment"), "4711"))
                .isInstanceOf(OverrideResult.Decided.class);
        HeldAnswer answer = new HeldAnswer(new QueryAnswer.Unreachable("switched off"));
        terminal.answering(answer);
        terminal.settling(() -> new Settlement.Closed(0, pounds(0)));
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofHours(1));
                ExecutorService desk = Executors.newVirtualThreadPerTaskExecutor()) {
            answer.awaitQuestion();
            Future<TerminalDay> day = desk.submit(() -> till.shifts().endTerminalDay(manager));
            assertThatThrownBy(() -> day.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            answer.give();
            assertThat(day.get(10, TimeUnit.SECONDS)).isInstanceOf(TerminalDay.Closed.class);
        }
    }

    @Test
    void aDifferenceBecomesATask() throws Exception {
        till.sellByCard();
        terminal.settling(() -> new Settlement.Closed(2, pounds(600)));
        TerminalDay.Closed day = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
        assertThat(day.differences()).singleElement().asString().contains("3.50 GBP more");
        assertThat(tasks()).extracting(TaskRow::kind).containsExactly(TerminalDays.DIFFERS);
    }

    @Test
    void whatRevKeenHasOtherwiseBecomesATask() throws Exception {
        till.sellByCard();
        terminal.settling(() -> new Settlement.Closed(1, pounds(250)));
        till.terminalDays().askElsewhere(taken -> {
            assertThat(taken).extracting(PaymentAttempt::amount).containsExactly(pounds(250));
            return new CardsElsewhere.Answer.Told(
                    1, pounds(200), 0, List.of(Sentence.quoted("Card payment X differs.")));
        });
        TerminalDay.Closed day = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
        assertThat(day.differences()).containsExactly(Sentence.quoted("Card payment X differs."));
        assertThat(tasks()).extracting(TaskRow::text).containsExactly(Sentence.quoted("Card payment X differs."));
    }

    @Test
    void aTerminalThatIsAwayBecomesOneTaskAndBlocksNoClose() throws Exception {
        till.shifts().open(pounds(0), CLERK);
        terminal.settling(() -> new Settlement.NotClosed("It is switched off."));
        assertThat(till.shifts().endTerminalDay(CLERK)).isInstanceOf(TerminalDay.NotClosed.class);
        terminal.settling(() -> new Settlement.NotKnown("Its answer is lost."));
        assertThat(till.shifts().endTerminalDay(CLERK)).isInstanceOf(TerminalDay.NotClosed.class);
        assertThat(tasks()).extracting(TaskRow::kind).containsExactly(TerminalDays.DAY_OPEN);
        till.shifts().count(CashCount.inOne(pounds(0)), CLERK);
        assertThat(till.shifts().close(CloseWish.PLAIN, CLERK)).isInstanceOf(CloseResult.Closed.class);
        terminal.settling(() -> new Settlement.Closed(0, pounds(0)));
        assertThat(till.shifts().endTerminalDay(CLERK)).isInstanceOf(TerminalDay.Closed.class);
        assertThat(tasks()).as("done by itself").isEmpty();
    }

    @Test
    void aPaymentInDoubtIsResolvedFirst() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        till.payCard(till.scan(TEA));
        terminal.settling(() -> new Settlement.Closed(1, pounds(250)));
        assertThat(till.shifts().endTerminalDay(CLERK))
                .isInstanceOfSatisfying(
                        TerminalDay.NotClosed.class,
                        no -> assertThat(no.message()).contains("not decided"));
    }

    private List<TaskRow> tasks() throws Exception {
        return till.store().read(View::openTasks);
    }
}
