package io.keentill.store;

import static io.keentill.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void keepsEveryField() throws StoreException {
        long id = add("s1", 1);
        OutboxRow fresh = row(id);
        assertThat(fresh)
                .isEqualTo(new OutboxRow(
                        id,
                        "s1",
                        1,
                        "order",
                        "s1",
                        OutboxState.WAITING,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        NOW,
                        NOW,
                        null,
                        null,
                        null,
                        null));

        byte[] body = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        OutboxRow frozen =
                change(id, r -> r.frozen("POST", "/v2/orders", body, "key-1").sent(NOW.plusSeconds(1)));
        assertThat(row(id)).isEqualTo(frozen);
        OutboxRow retried = change(
                id, r -> r.sent(NOW.plusSeconds(5)).retryAt(NOW.plusSeconds(9), 503, "{}", Sentence.quoted("Busy")));
        assertThat(row(id)).isEqualTo(retried);
        assertThat(retried.firstSentAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(retried.attempts()).isEqualTo(2);
        OutboxRow done = change(id, r -> r.done(201, "{\"id\":\"x\"}", "x"));
        assertThat(row(id)).isEqualTo(done);
        assertThat(done.body()).isEqualTo(body);
    }

    @Test
    void aSaleGoesOutStepByStep() throws StoreException {
        long third = add("s1", 30);
        long first = add("s1", 10);
        long second = add("s1", 20);
        assertThat(due(9)).containsExactly(first);
        change(first, r -> r.done(201, null, "x"));
        assertThat(due(9)).containsExactly(second);
        change(second, r -> r.done(201, null, "y"));
        assertThat(due(9)).containsExactly(third);
        change(third, r -> r.done(201, null, "z"));
        assertThat(due(9)).isEmpty();
    }

    @Test
    void aTaskStopsItsOwnSaleAlone() throws StoreException {
        long refused = add("s1", 1);
        long behind = add("s1", 2);
        long other = add("s2", 1);
        change(refused, r -> r.asTask(422, "{}", Sentence.quoted("RevKeen refuses it")));
        assertThat(due(9)).containsExactly(other);
        assertThat(store.<List<OutboxRow>>read(View::outboxTasks))
                .extracting(OutboxRow::id)
                .containsExactly(refused);

        change(refused, r -> r.retryAt(NOW, null, null, null));
        assertThat(due(9)).containsExactly(refused, other);
        change(refused, r -> r.done(200, null, null));
        assertThat(due(9)).containsExactly(behind, other);
    }

    @Test
    void waitsForItsTime() throws StoreException {
        long id = add("s1", 1);
        Instant later = NOW.plusSeconds(60);
        change(id, r -> r.retryAt(later, null, null, Sentence.quoted("offline")));
        assertThat(dueAt(later.minusNanos(1), 9)).isEmpty();
        assertThat(dueAt(later, 9)).containsExactly(id);
    }

    @Test
    void theOldestComesFirstWithinWhatIsAskedFor() throws StoreException {
        for (int i = 1; i <= 7; i++) {
            add("s" + i, 1);
        }
        assertThat(due(9)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(due(4)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(due(0)).isEmpty();
        assertThat(ids(new OutboxQuery(NOW, 2, 5, Set.of(), 9))).containsExactly(3L, 4L, 5L);
        assertThat(store.<Long>read(View::lastOutboxId)).isEqualTo(7);
    }

    @Test
    void aKindThatIsHeldIsLeftOut() throws StoreException {
        long order = add("s1", 1);
        long card = store.write(tx -> tx.addOutbox(new NewOutboxRow("s2", 1, "card", "s2", NOW)));
        assertThat(ids(new OutboxQuery(NOW, 0, 99, Set.of("card", "cash"), 9))).containsExactly(order);
        assertThat(ids(new OutboxQuery(NOW, 0, 99, Set.of("order"), 9))).containsExactly(card);
        assertThatThrownBy(() -> new OutboxQuery(NOW, 0, 99, Set.of("a\"b"), 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWaitWrittenUnderAClockThatWasPutBackIsOver() throws StoreException {
        long id = add("s1", 1);
        change(id, r -> r.retryAt(NOW.plusSeconds(600), 503, null, Sentence.quoted("busy")));
        assertThat(dueAt(NOW, 9)).isEmpty();
        assertThat(dueAt(NOW.minusSeconds(86_400), 9)).containsExactly(id);
    }

    @Test
    void nobodyKnowsHowOldADoubtedKeyIs() throws StoreException {
        long sent = add("s1", 1);
        long unsent = add("s2", 1);
        long done = add("s3", 1);
        change(sent, r -> r.frozen("POST", "/orders", null, "k1").sent(NOW));
        change(done, r -> r.frozen("POST", "/orders", null, "k2").sent(NOW).done(201, "{}", "x"));
        assertThat(store.<Integer>write(Tx::doubtOutboxKeys)).isEqualTo(1);
        assertThat(row(sent).firstSentAt()).isEqualTo(OutboxRow.UNKNOWN_TIME);
        assertThat(row(sent).idempotencyKey()).isEqualTo("k1");
        assertThat(row(unsent).firstSentAt()).isNull();
        assertThat(row(done).firstSentAt()).isEqualTo(NOW);
        assertThat(store.<Integer>write(Tx::doubtOutboxKeys)).isZero();
        assertThat(row(unsent).doubted().firstSentAt()).isEqualTo(OutboxRow.UNKNOWN_TIME);
        assertThat(row(sent).thawed().idempotencyKey()).isNull();
    }

    @Test
    void aKeyThatIsDoubtedWhileItsRequestIsUnderWayStaysSo() throws StoreException {
        long id = add("s1", 1);
        change(id, r -> r.frozen("POST", "/orders", null, "k1").sent(NOW));
        OutboxRow underWay = row(id);
        store.<Integer>write(Tx::doubtOutboxKeys);
        change(id, r -> underWay.retryAt(NOW, null, null, null));
        assertThat(row(id).firstSentAt()).isEqualTo(OutboxRow.UNKNOWN_TIME);
        change(id, r -> underWay.undated());
        change(id, r -> underWay);
        assertThat(row(id).firstSentAt()).as("counted anew").isEqualTo(NOW);
        store.<Integer>write(Tx::doubtOutboxKeys);
        change(id, r -> underWay.thawed().frozen("POST", "/orders", null, "k2").sent(NOW));
        assertThat(row(id).firstSentAt()).as("another key").isEqualTo(NOW);
    }

    @Test
    void sumsUpWhatIsLeft() throws StoreException {
        assertThat(store.<OutboxSummary>read(View::outboxSummary)).isEqualTo(new OutboxSummary(0, 0, null));
        long done = add("s1", 1);
        long task = add("s2", 1);
        add("s2", 2);
        change(done, r -> r.done(201, null, null));
        change(task, r -> r.asTask(400, null, Sentence.quoted("why")));
        assertThat(store.<OutboxSummary>read(View::outboxSummary)).isEqualTo(new OutboxSummary(1, 1, NOW));
    }

    @Test
    void knowsWhatAStepMadeAtRevKeen() throws StoreException {
        long first = add("s1", 1);
        add("s2", 1);
        assertThat(store.<Optional<String>>read(view -> view.outboxRemote("s1", "order")))
                .isEmpty();
        change(first, r -> r.sent(NOW).done(201, "{}", "order-1"));
        change(add("s1", 2), r -> r.sent(NOW).done(201, "{}", "order-2"));

        assertThat(store.<Optional<String>>read(view -> view.outboxRemote("s1", "order")))
                .contains("order-1");
        assertThat(store.<Optional<String>>read(view -> view.outboxRemote("s1", "cash")))
                .isEmpty();
        assertThat(store.<Optional<String>>read(view -> view.outboxRemote("s2", "order")))
                .isEmpty();
    }

    @Test
    void whatIsDoneStaysDone() throws StoreException {
        long id = add("s1", 1);
        OutboxRow done = change(id, r -> r.done(201, null, "x"));
        change(id, r -> done);
        assertThatThrownBy(() -> change(id, r -> r.retryAt(NOW, null, null, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> add("s1", 1)).isInstanceOf(IllegalStateException.class);
    }

    private long add(String sale, int step) throws StoreException {
        return store.<Long>write(tx -> tx.addOutbox(new NewOutboxRow(sale, step, "order", sale, NOW)));
    }

    private OutboxRow change(long id, UnaryOperator<OutboxRow> change) throws StoreException {
        return store.write(tx -> {
            OutboxRow changed = change.apply(tx.outboxRow(id).orElseThrow());
            tx.updateOutbox(changed);
            return changed;
        });
    }

    private OutboxRow row(long id) throws StoreException {
        return store.read(v -> v.outboxRow(id).orElseThrow());
    }

    private List<Long> due(int limit) throws StoreException {
        return dueAt(NOW, limit);
    }

    private List<Long> dueAt(Instant at, int limit) throws StoreException {
        return ids(OutboxQuery.all(at, limit));
    }

    private List<Long> ids(OutboxQuery query) throws StoreException {
        return store.read(v -> v.outboxDue(query).stream().map(OutboxRow::id).toList());
    }
}
