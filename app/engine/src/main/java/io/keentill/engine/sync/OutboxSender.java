package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;

/**
 * Takes one outbox row one step further. The request is frozen and stored with its key before it leaves, and what came
 * back is stored before anything is built on it; so that a crash anywhere sends the same bytes under the same key again.
 */
final class OutboxSender {

    private static final int TOO_LONG = 408;
    private static final int TOO_MANY = 429;

    private final OutboxBook book;
    private final AskedInVain vain;
    private final Delivery delivery;
    private final DeviceOutcome outcome;
    private final Planner planner;
    private final Lookup lookup;
    private final WalkInCustomer walkIn;
    private final InstantSource clock;
    private final Waits waits;
    private final KeyClock keys;
    private final DeviceTurn turn;

    OutboxSender(SyncParts parts, Planner planner, Lookup lookup, WalkInCustomer walkIn, DeviceIdentity device) {
        this.book = new OutboxBook(parts);
        this.vain = new AskedInVain(book, parts);
        this.delivery = new Delivery(book, vain, parts, planner, lookup);
        this.outcome = new DeviceOutcome(book, vain, delivery, parts, planner, device);
        this.planner = planner;
        this.lookup = lookup;
        this.walkIn = walkIn;
        this.clock = parts.clock();
        this.waits = parts.waits();
        this.keys = parts.keys();
        this.turn = parts.turn();
    }

    /** Sends or asks once. The answer says whether everything should pause; the row's own fate is already stored. */
    Answer advance(OutboxRow row) throws StoreException {
        OutboxKind kind = OutboxKind.of(row.kind());
        if (kind != OutboxKind.CARD && kind != OutboxKind.CARD_BACK) {
            return step(row);
        }
        if (!turn.take(row.id())) {
            return new Answer.NotSent(Sentence.of(
                    "sync.another-card-payment-is-being-recorded", "Another card payment is being recorded"));
        }
        boolean atDevice = false;
        try {
            Answer answer = step(row);
            atDevice = answer instanceof Answer.AtDevice;
            return answer;
        } finally {
            if (!atDevice) {
                turn.giveBack(row.id());
            }
        }
    }

    private Answer step(OutboxRow row) throws StoreException {
        if (row.remoteId() != null) {
            return outcome.await(row, row.remoteId());
        }
        boolean spent = keys.isSpent(row, clock.instant(), waits.nanos());
        if (!spent && row.idempotencyKey() != null) {
            return delivery.send(row, null);
        }
        if (OutboxKind.of(row.kind()) == OutboxKind.INVOICE && !planner.hasCustomer(row)) {
            Answer customer = walkIn.ensure();
            if (!(customer instanceof Answer.Accepted)) {
                return delivery.store(row, customer);
            }
        }
        Plan plan = spent ? lookup.find(row) : planner.plan(row);
        if (spent && !(plan instanceof Plan.Trouble || plan instanceof Plan.Behind)) {
            book.heard(row);
        }
        return switch (plan) {
            case Plan.Send now
            when spent && mayStillArrive(row, now.request()) -> delivery.send(row.undated(), "outbox.sent_again");
            case Plan.Send now -> delivery.send(row, now.request(), spent ? "outbox.new_key" : null);
            case Plan.Adopt there -> book.adopt(row, there.remoteId());
            case Plan.Needless() -> book.needless(row);
            case Plan.NotYet wait -> {
                book.later(row, null, wait.why(), wait.pause());
                yield new Answer.NotSent(wait.why());
            }
            case Plan.Behind behind -> {
                book.later(row, null, behind.why(), book.rest(row));
                yield new Answer.NotSent(behind.why());
            }
            case Plan.Stuck stuck -> {
                book.never(row, null, stuck.why());
                yield new Answer.NotSent(stuck.why());
            }
            case Plan.Trouble trouble -> vain.stored(row, trouble.answer());
        };
    }

    /**
     * What was not found may still be on its way: held up in the network, sent a moment ago by a clock that has leapt since,
     * or by a till that has died. So it is sent again as it was, under the key that it had, and whichever comes second makes
     * nothing. Should RevKeen have forgotten the key, it is as good as a new one. Only a refusal that RevKeen keeps under
     * the key calls for another one, and bytes that would be others now.
     */
    private boolean mayStillArrive(OutboxRow row, FrozenRequest planned) {
        Integer last = row.lastStatus();
        boolean refused = last != null && last >= 400 && last < 500 && last != TOO_LONG && last != TOO_MANY;
        boolean same = planned.path().equals(row.path())
                && (KeyClock.isDoubtful(row, clock.instant()) || Arrays.equals(planned.body(), bytes(row)));
        return row.idempotencyKey() != null && same && !refused;
    }

    private static byte[] bytes(OutboxRow row) {
        return Objects.requireNonNullElse(row.body(), new byte[0]);
    }
}
