package io.keentill.store;

import static io.keentill.store.Samples.NOW;
import static io.keentill.store.Samples.attempt;
import static io.keentill.store.Samples.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EmvDetails;
import io.keentill.domain.payment.EntryMode;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptStoreTest {

    private static final CardDetails CARD = new CardDetails(
            "VISA",
            "4242",
            EntryMode.CONTACTLESS,
            "auth",
            "rrn",
            "uti",
            "00",
            "tid",
            "17",
            "18",
            "A0000000031010",
            "Visa Debit",
            CardVerification.DEVICE,
            EmvDetails.lenient("00 00 00 80 00", "e800", "A1B2C3D4E5F60718", "tc", "01"));

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK);
        store.write(tx -> {
            tx.saveOrder(Samples.order("o1"));
            return null;
        });
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private Optional<TerminalSlip> slip(String attempt) throws StoreException {
        return store.read(view -> view.slip(attempt));
    }

    @Test
    void whatATerminalHadPrintedIsKeptLineByLine() throws Exception {
        TerminalSlip slip = new TerminalSlip(List.of("  MERCHANT", "", "GBP 5.00", ""), List.of());
        store.write(tx -> {
            tx.insertAttempt(attempt("a1", "o1", "zvt:x"));
            tx.saveSlip("a1", new TerminalSlip(List.of("half"), List.of()));
            tx.saveSlip("a1", slip);
            return null;
        });
        store.close();
        store = TillStore.open(folder, Samples.CLOCK);
        assertThat(slip("a1")).contains(slip);
        assertThat(slip("a2")).isEmpty();
        assertThatThrownBy(() -> store.write(tx -> {
                    tx.saveSlip("nobody", slip);
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FOREIGN KEY");
    }

    @Test
    void keepsEveryFieldThroughItsLife() throws StoreException {
        PaymentAttempt intended = attempt("a", "o1", "zvt-1");
        PaymentAttempt sent = intended.sent("receipt 17", NOW.plusMillis(1));
        PaymentAttempt unknown = sent.resolved(
                AttemptState.UNKNOWN, null, CardDetails.NONE, Sentence.quoted("No answer"), NOW.plusMillis(2));
        PaymentAttempt approved = unknown.resolved(AttemptState.APPROVED, pounds(200), CARD, null, NOW.plusMillis(3));
        insert(intended);
        for (PaymentAttempt next : List.of(sent, unknown, approved)) {
            update(next);
            assertThat(stored("a")).isEqualTo(next);
        }
        assertThat(store.<PaymentAttempt>read(v -> v.attemptByReference("A-a").orElseThrow()))
                .isEqualTo(approved);
        assertThat(store.<List<PaymentAttempt>>read(v -> v.attemptsOf("o1"))).containsExactly(approved);
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"INTENDED", "SENT", "UNKNOWN"})
    void aTerminalHasOneOpenAttempt(AttemptState state) throws StoreException {
        insert(inState("a", state));
        assertThatThrownBy(() -> insert(attempt("b", "o1", "zvt-1")))
                .isInstanceOf(TerminalBusyException.class)
                .hasMessageContaining("zvt-1")
                .extracting(e -> ((TerminalBusyException) e).open().id())
                .isEqualTo("a");
        insert(attempt("c", "o1", "zvt-2"));
        assertThat(store.<String>read(
                        v -> v.openAttemptOn("zvt-1").orElseThrow().id()))
                .isEqualTo("a");
        assertThat(store.<List<PaymentAttempt>>read(View::openAttempts)).hasSize(2);
    }

    @Test
    void theDatabaseItselfRefusesASecondOpenAttempt() throws Exception {
        insert(attempt("a", "o1", "zvt-1"));
        insert(inState("b", AttemptState.APPROVED));
        assertThatThrownBy(() -> Samples.raw(folder, "UPDATE attempts SET state = 'UNKNOWN' WHERE id = 'b'"))
                .hasMessageContaining("UNIQUE");
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"APPROVED", "DECLINED", "CANCELLED", "FAILED", "OVERRIDDEN"})
    void aResolvedAttemptFreesItsTerminal(AttemptState state) throws StoreException {
        insert(inState("a", state));
        insert(attempt("b", "o1", "zvt-1"));
        assertThat(store.<List<PaymentAttempt>>read(v -> v.recentAttempts(9))).hasSize(2);
    }

    @Test
    void refusesEveryStepThatTheStoredStateDoesNotAllow() throws StoreException {
        int refused = 0;
        for (AttemptState from : AttemptState.values()) {
            for (AttemptState to : AttemptState.values()) {
                boolean noteOnUnknown = from == AttemptState.UNKNOWN && to == AttemptState.UNKNOWN;
                if (from.allows(to) || noteOnUnknown) {
                    continue;
                }
                String id = from + "-" + to;
                PaymentAttempt start = on(inState(id, from), "terminal-" + id, from);
                insert(start);
                assertThatThrownBy(() -> update(on(start, start.terminal(), to)))
                        .as(id)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(from.name());
                assertThat(stored(id)).isEqualTo(start);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(40);
    }

    @Test
    void twoSendersOfTheSameIntentCannotBothSend() throws StoreException {
        PaymentAttempt intended = attempt("a", "o1", "zvt-1");
        insert(intended);
        update(intended.sent("", NOW));
        assertThatThrownBy(() -> update(intended.sent("", NOW))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasAskedForNeverChanges() throws StoreException {
        PaymentAttempt intended = attempt("a", "o1", "zvt-1");
        insert(intended);
        assertThatThrownBy(() -> update(on(intended, "zvt-9", AttemptState.SENT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("terminal");
        assertThatThrownBy(() -> update(attempt("ghost", "o1", "zvt-1").sent("", NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PaymentAttempt inState(String id, AttemptState state) {
        return on(attempt(id, "o1", "zvt-1"), "zvt-1", state);
    }

    private static PaymentAttempt on(PaymentAttempt a, String terminal, AttemptState state) {
        return new PaymentAttempt(
                a.id(),
                a.reference(),
                a.orderId(),
                a.kind(),
                a.amount(),
                terminal,
                a.operator(),
                a.originalId(),
                state,
                a.approved(),
                a.card(),
                a.message(),
                a.recoveryHint(),
                a.createdAt(),
                a.sentAt(),
                a.resolvedAt());
    }

    private PaymentAttempt stored(String id) throws StoreException {
        return store.read(v -> v.attempt(id).orElseThrow());
    }

    private void insert(PaymentAttempt attempt) throws StoreException {
        store.write(tx -> {
            tx.insertAttempt(attempt);
            return null;
        });
    }

    private void update(PaymentAttempt attempt) throws StoreException {
        store.write(tx -> {
            tx.updateAttempt(attempt);
            return null;
        });
    }
}
