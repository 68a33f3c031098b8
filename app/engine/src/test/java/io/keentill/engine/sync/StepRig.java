package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.engine.support.VirtualTime;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.NewOutboxRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till whose outbox goes on by one step when a test says so, with a RevKeen of its own. Its time stands still. */
final class StepRig implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final FakeRevKeen revKeen = new FakeRevKeen();
    final TestClock clock = TestClock.still();
    final VirtualTime elapsed = new VirtualTime(Duration.ZERO);
    final FakeTerminal terminal = new FakeTerminal();
    final Channel channel = new Channel();
    final KeyClock keys = new KeyClock(null);
    final ScopeGates gates = new ScopeGates(new Random(3));
    final DeviceTurn turn = new DeviceTurn();
    final TestTill till;
    final RevKeen api;
    final SyncParts parts;
    final Planner planner;
    final Lookup lookup;
    final OutboxSender sender;

    StepRig(Path folder) throws Exception {
        till = TestTill.open(folder, clock, terminal);
        api = RevKeen.at(
                revKeen.url(),
                "rk_sandbox_test",
                RevKeenOptions.builder().readRetry(RetryPolicy.once()).build());
        parts = new SyncParts(
                till.store(),
                new SharedCommits(till.store()),
                api,
                till.ids(),
                clock,
                elapsed,
                new Longest(),
                keys,
                gates,
                turn);
        planner = new Planner(till.store(), api, till.ids(), clock, channel);
        lookup = new Lookup(till.store(), api, planner);
        sender = new OutboxSender(parts, planner, lookup, new WalkInCustomer(till.store(), api, till.ids()), channel);
        setting(DeviceIdentity.SETTING, "dev-1");
    }

    /** The connector channel as a test wants it. */
    static final class Channel implements DeviceIdentity {
        boolean linked = true;
        boolean notOffered;
        boolean inHand;
        final List<String> answeredAgain = new ArrayList<>();

        @Override
        public boolean linked() {
            return linked;
        }

        @Override
        public boolean notOffered() {
            return notOffered;
        }

        @Override
        public boolean answerAgain(String paymentId) {
            answeredAgain.add(paymentId);
            return inHand;
        }
    }

    /** Jitter that is always as long as it may be, so that a wait can be told to the millisecond. */
    private static final class Longest extends Random {
        private static final long serialVersionUID = 1;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }

    void setting(String key, String value) throws StoreException {
        till.store().write(tx -> {
            tx.putSetting(key, value);
            return key;
        });
    }

    /** The sale's row of this kind, the latest if there are several. */
    OutboxRow row(Order sale, OutboxKind kind) throws StoreException {
        return till.outboxOf(sale).stream()
                .filter(row -> row.kind().equals(kind.key()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The same row as it is stored now. */
    OutboxRow now(OutboxRow row) throws StoreException {
        return till.store().read(view -> view.outboxRow(row.id())).orElseThrow();
    }

    /** Takes the sale's row of this kind one step further. */
    Answer step(Order sale, OutboxKind kind) throws StoreException {
        return sender.advance(row(sale, kind));
    }

    /** Sends all steps of the sale that come before the one of this kind, which is given as it is then. */
    OutboxRow upTo(Order sale, OutboxKind kind) throws StoreException {
        for (OutboxRow row : till.outboxOf(sale)) {
            if (row.kind().equals(kind.key())) {
                return row;
            }
            if (row.state() != OutboxState.DONE) {
                sender.advance(row);
            }
            if (now(row).state() != OutboxState.DONE) {
                throw new AssertionError("Not done: " + now(row));
            }
        }
        throw new AssertionError("No " + kind + " in " + till.outboxOf(sale));
    }

    /** Posts the sale's card for the till's own device, where RevKeen takes it as {@code tp-1}. */
    OutboxRow atDevice(Order sale) throws StoreException {
        OutboxRow row = upTo(sale, OutboxKind.CARD);
        answers("POST /v2/terminal-payments", 201, payment("requested"));
        if (!(sender.advance(row) instanceof Answer.AtDevice)) {
            throw new AssertionError("Not taken: " + now(row));
        }
        return now(row);
    }

    /** The next such request is answered like this, by nobody who knows anything of it. */
    void answers(String line, int status, String body) {
        revKeen.refuse(1, r -> r.line().equals(line), status, body.replace('\'', '"'));
    }

    /** What RevKeen has as {@code tp-1}. */
    static String payment(String status) {
        return "{'data':{'id':'tp-1','status':'" + status + "','amount_minor':250,'currency':'GBP','reference':'R1',"
                + "'created_at':'2026-11-24T09:59:00Z'}}";
    }

    /** Stores the row as it never came to be by itself. */
    OutboxRow change(OutboxRow row, UnaryOperator<OutboxRow> how) throws StoreException {
        OutboxRow changed = how.apply(now(row));
        till.store().write(tx -> {
            tx.updateOutbox(changed);
            return changed;
        });
        return changed;
    }

    /** One row more, of this kind, behind all others of its sale. */
    OutboxRow added(String sale, int step, OutboxKind kind, String ref) throws StoreException {
        long id = till.store()
                .<Long>write(tx -> tx.addOutbox(new NewOutboxRow(sale, step, kind.key(), ref, clock.instant())));
        return till.store().read(view -> view.outboxRow(id)).orElseThrow();
    }

    /** Details of the journal's entries of this type. */
    List<String> journalled(String type) throws StoreException {
        return till.store().read(view -> view.journal(0, 10_000)).stream()
                .filter(entry -> entry.type().equals(type))
                .map(entry -> entry.detail())
                .toList();
    }

    static FrozenRequest request(Plan plan) {
        return ((Plan.Send) plan).request();
    }

    static String line(Plan plan) {
        return request(plan).method() + " " + request(plan).path();
    }

    static JsonNode body(Plan plan) {
        return JSON.readTree(new String(request(plan).body(), StandardCharsets.UTF_8));
    }

    /** JSON with quotes left out for the eye: {@code '} stands for {@code "}. */
    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Override
    public void close() throws Exception {
        api.close();
        till.close();
        revKeen.close();
    }
}
