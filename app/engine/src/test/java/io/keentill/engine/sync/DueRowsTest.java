package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.NewOutboxRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which row is found next in a real store. */
class DueRowsTest {

    private static final Set<String> NOTHING = Set.of();

    private final TestClock clock = TestClock.still();
    private final DeviceTurn turn = new DeviceTurn();
    private final Flights flights = new Flights();
    private TestTill till;
    private DueRows due;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, clock, new FakeTerminal());
        due = rows(16);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void whatWasMadeSinceContactGoesBeforeWhatWasFoundThen() throws Exception {
        long old = add("a", 0, OutboxKind.ORDER);
        due.beginBacklog();
        long fresh = add("b", 0, OutboxKind.ORDER);
        assertThat(next()).contains(fresh);
        assertThat(next()).contains(old);
    }

    @Test
    void theLastRowMadeBeforeContactIsBacklogAndIsGivenOnce() throws Exception {
        long first = add("a", 0, OutboxKind.ORDER);
        long last = add("b", 0, OutboxKind.ORDER);
        due.beginBacklog();
        assertThat(next()).contains(first);
        flights.depart(first);
        assertThat(next()).contains(last);
        flights.depart(last);
        assertThat(next()).isEmpty();
    }

    @Test
    void aStepWaitsForTheOneBeforeIt() throws Exception {
        long first = add("a", 0, OutboxKind.INVOICE);
        long second = add("a", 1, OutboxKind.FINALIZE);
        assertThat(next()).contains(first);
        flights.depart(first);
        assertThat(next()).isEmpty();
        land(first, row -> row.done(200, "", "inv"));
        assertThat(next()).contains(second);
    }

    @Test
    void theNextStepOfAFreshSaleDoesNotWaitBehindWhatWasFoundBefore() throws Exception {
        due.beginBacklog();
        long first = add("a", 0, OutboxKind.INVOICE);
        long second = add("a", 1, OutboxKind.FINALIZE);
        long other = add("b", 0, OutboxKind.INVOICE);
        assertThat(next()).contains(first);
        flights.depart(first);
        land(first, row -> row.done(200, "", "inv"));
        assertThat(next()).contains(second);
        assertThat(next()).contains(other);
    }

    @Test
    void anAnswerForTheBacklogDoesNotMakeItLookAgain() throws Exception {
        long first = add("a", 0, OutboxKind.INVOICE);
        long second = add("a", 1, OutboxKind.FINALIZE);
        long other = add("b", 0, OutboxKind.INVOICE);
        due.beginBacklog();
        assertThat(next()).contains(first);
        change(first, row -> row.done(200, "", "inv"));
        due.landed(row(other));
        assertThat(next()).as("that one was found already").contains(other);
        assertThat(next()).contains(second);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoAsksMakesItLookAgain(boolean fresh) throws Exception {
        due.beginBacklog();
        long first = add("a", 0, OutboxKind.ORDER);
        long second = add("b", 0, OutboxKind.ORDER);
        if (!fresh) {
            due.beginBacklog();
        }
        assertThat(next()).contains(first);
        change(second, row -> row.done(200, "", "ord"));
        due.refresh();
        assertThat(next()).contains(first);
        flights.depart(first);
        assertThat(next()).isEmpty();
    }

    @Test
    void neitherHeldKindsNorWhatIsUnderWayIsGiven() throws Exception {
        long order = add("a", 0, OutboxKind.ORDER);
        long cash = add("b", 0, OutboxKind.CASH);
        assertThat(due.next(Set.of("order")).map(OutboxRow::id)).contains(cash);
        due.refresh();
        flights.depart(cash);
        assertThat(due.next(Set.of("order"))).isEmpty();
        assertThat(next()).contains(order);
    }

    @Test
    void whatWasFoundBeforeRevKeenDeniedItsKindIsNotGiven() throws Exception {
        long order = add("a", 0, OutboxKind.ORDER);
        long another = add("b", 0, OutboxKind.ORDER);
        long cash = add("c", 0, OutboxKind.CASH);
        assertThat(next()).contains(order);
        flights.depart(order);
        due.lookAgain();
        assertThat(due.next(Set.of("order")).map(OutboxRow::id)).contains(cash);
        flights.depart(cash);
        assertThat(next()).as("once it is allowed again").contains(another);
    }

    @Test
    void whileACardPaymentHasItsTurnNoOtherGoes() throws Exception {
        long holder = add("a", 0, OutboxKind.CARD);
        add("b", 0, OutboxKind.CARD);
        add("c", 0, OutboxKind.CARD_BACK);
        long cash = add("d", 0, OutboxKind.CASH);
        turn.take(holder);
        flights.depart(holder);
        assertThat(next()).contains(cash);
        flights.depart(cash);
        assertThat(next()).isEmpty();
        flights.land(holder);
        assertThat(next()).as("to ask how it ended").contains(holder);
    }

    @Test
    void theOneThatHasItsTurnIsAskedAboutWhenItIsTimeAndNotBefore() throws Exception {
        long holder = add("a", 0, OutboxKind.CARD);
        turn.take(holder);
        change(holder, row -> row.retryAt(clock.instant().plusMillis(300), 200, null, null));
        assertThat(next()).isEmpty();
        clock.jump(Duration.ofMillis(300));
        assertThat(next()).contains(holder);
    }

    @Test
    void aClockThatIsPutBackDoesNotKeepTheTurnForEver() throws Exception {
        long holder = add("a", 0, OutboxKind.CARD);
        turn.take(holder);
        change(holder, row -> row.retryAt(clock.instant().plusMillis(300), 200, null, null));
        clock.jump(Duration.ofDays(-1));
        assertThat(next()).contains(holder);
    }

    @Test
    void aTaskThatHadItsTurnIsNotSent() throws Exception {
        long holder = add("a", 0, OutboxKind.CARD);
        turn.take(holder);
        change(holder, row -> row.asTask(422, null, Sentence.quoted("no")));
        assertThat(next()).isEmpty();
    }

    @Test
    void itReadsEightTimesAsManyAsMayBeUnderWay() throws Exception {
        due = rows(2);
        for (int i = 0; i < 20; i++) {
            add("s" + i, 0, OutboxKind.ORDER);
        }
        assertThat(next()).isPresent();
        for (int i = 0; i < 20; i++) {
            change(till.store().read(view -> view.lastOutboxId()) - i, row -> row.done(200, "", "done meanwhile"));
        }
        int kept = 1;
        while (next().isPresent()) {
            kept++;
        }
        assertThat(kept).isEqualTo(16);
    }

    private DueRows rows(int most) {
        return new DueRows(till.store(), clock, turn, flights, most);
    }

    private Optional<Long> next() throws StoreException {
        return due.next(NOTHING).map(OutboxRow::id);
    }

    private long add(String sale, int step, OutboxKind kind) throws StoreException {
        NewOutboxRow row = new NewOutboxRow(sale, step, kind.key(), sale + step, clock.instant());
        return till.store().<Long>write(tx -> tx.addOutbox(row));
    }

    private OutboxRow row(long id) throws StoreException {
        return till.store().read(view -> view.outboxRow(id)).orElseThrow();
    }

    private void change(long id, UnaryOperator<OutboxRow> how) throws StoreException {
        till.store().write(tx -> {
            OutboxRow changed = how.apply(tx.outboxRow(id).orElseThrow());
            tx.updateOutbox(changed);
            return changed;
        });
    }

    /** Its answer is stored, and the sync hears of that. */
    private void land(long id, UnaryOperator<OutboxRow> how) throws StoreException {
        OutboxRow sent = row(id);
        change(id, how);
        flights.land(id);
        due.landed(sent);
    }
}
