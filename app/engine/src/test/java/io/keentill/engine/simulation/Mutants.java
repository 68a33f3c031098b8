package io.keentill.engine.simulation;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Bugs that others have had, planted at the seams of the engine. */
final class Mutants {

    private Mutants() {}

    /** The store says that an approval is written, and it is on the disk only five writes later. */
    static final class ShownBeforeCommit extends Mutant {
        private static final int LATER = 5;

        private final Map<Life, Disk.Moment> stillOnDisk = new WeakHashMap<>();
        private final Map<Life, Integer> writes = new WeakHashMap<>();

        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            boolean[] approves = {false};
            T result = work.run(Txs.changed(tx, (method, argument) -> {
                approves[0] |= argument instanceof PaymentAttempt a && a.state() == AttemptState.APPROVED;
                return argument;
            }));
            if (approves[0]) {
                stillOnDisk.put(life, Disk.moment(life.folder())); // nothing of this write is in the files yet
                writes.put(life, 0);
            } else if (writes.merge(life, 1, Integer::sum) > LATER) {
                stillOnDisk.remove(life);
            }
            return result;
        }

        @Override
        Disk.@Nullable Moment left(Life life) {
            return stillOnDisk.get(life);
        }
    }

    /** Nobody remembers when a key was first used, so it is taken for a fresh one after a day too. */
    static final class OldKey extends Mutant {
        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            return work.run(
                    Txs.changed(tx, (method, argument) -> argument instanceof OutboxRow row ? young(row) : argument));
        }

        private static OutboxRow young(OutboxRow r) {
            return r.firstSentAt() == null || r.state() != OutboxState.WAITING
                    ? r
                    : new OutboxRow(
                            r.id(),
                            r.saleId(),
                            r.step(),
                            r.kind(),
                            r.ref(),
                            r.state(),
                            r.method(),
                            r.path(),
                            r.body(),
                            r.idempotencyKey(),
                            null,
                            r.attempts(),
                            r.createdAt(),
                            r.notBefore(),
                            r.lastStatus(),
                            r.lastAnswer(),
                            r.remoteId(),
                            r.problem());
        }
    }

    /** Nobody knows how the payment ended, so it counts as failed. */
    static final class UnknownIsFailed extends Mutant {
        @Override
        PaymentTerminal driver(PaymentTerminal correct, Life life) {
            return wrapped(correct, new Wrap() {
                @Override
                public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
                    Outcome outcome = correct.perform(request, monitor);
                    return outcome instanceof Outcome.Unknown doubt ? new Outcome.Failed(doubt.message()) : outcome;
                }

                @Override
                public QueryAnswer query(PastAttempt attempt) {
                    return correct.query(attempt);
                }
            });
        }
    }

    /** The same of money that goes back: what nobody knows is taken for something that did not happen, and goes back again. */
    static final class RefundUnknownIsFailed extends Mutant {
        @Override
        PaymentTerminal driver(PaymentTerminal correct, Life life) {
            return wrapped(correct, new Wrap() {
                @Override
                public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
                    Outcome outcome = correct.perform(request, monitor);
                    boolean back =
                            request instanceof TerminalRequest.Refund || request instanceof TerminalRequest.Reversal;
                    return back && outcome instanceof Outcome.Unknown doubt
                            ? new Outcome.Failed(doubt.message())
                            : outcome;
                }

                @Override
                public QueryAnswer query(PastAttempt attempt) {
                    return correct.query(attempt);
                }
            });
        }
    }

    /** A refund is told to RevKeen under a key that changes, so that nobody there sees that it is the same one. */
    static final class RefundToldAnew extends Mutant {
        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            return work.run(Txs.changed(
                    tx,
                    (method, argument) -> argument instanceof OutboxRow row && method.equals("updateOutbox")
                            ? renamed(row)
                            : argument));
        }

        private static OutboxRow renamed(OutboxRow row) {
            byte[] body = row.body();
            boolean told = row.kind().equals("credit") && row.idempotencyKey() != null && body != null;
            if (!told || row.state() != OutboxState.WAITING) {
                return row;
            }
            String attempt = "-" + row.attempts() + "\"";
            String text = new String(body, StandardCharsets.UTF_8)
                    .replaceAll("(\"idempotency_key\":\"[0-9a-f-]{36})[^\"]*\"", "$1" + attempt);
            return row.frozen(
                    String.valueOf(row.method()),
                    String.valueOf(row.path()),
                    text.getBytes(StandardCharsets.UTF_8),
                    row.idempotencyKey() + attempt.replace("\"", ""));
        }
    }

    /** An order or a payment is struck off the outbox when it is sent, not when RevKeen has it. */
    static final class DeletedBeforeTheAnswer extends Mutant {
        private final Map<Life, Set<Long>> struckOff = new WeakHashMap<>();

        @Override
        <T extends @Nullable Object> T write(Tx tx, TillStore.Work<T> work, Life life) throws StoreException {
            return work.run(Txs.changed(
                    tx,
                    (method, argument) -> argument instanceof OutboxRow row && method.equals("updateOutbox")
                            ? sent(row, life)
                            : argument));
        }

        private @Nullable OutboxRow sent(OutboxRow row, Life life) {
            Set<Long> gone = struckOff.computeIfAbsent(life, key -> new HashSet<>());
            if (gone.contains(row.id())) {
                return null;
            }
            boolean leaf = row.kind().equals("order") || row.kind().equals("cash");
            if (!leaf || row.idempotencyKey() == null) {
                return row;
            }
            gone.add(row.id());
            return row.done(null, null, null);
        }
    }

    /** The terminal is given a reference that an earlier payment had, as one made of the amount would be. */
    static final class ReferenceReused extends Mutant {
        private final Map<Day, Map<String, String>> used = new WeakHashMap<>();

        @Override
        PaymentTerminal driver(PaymentTerminal correct, Life life) {
            Map<String, String> references = used.computeIfAbsent(life.world(), key -> new HashMap<>());
            return wrapped(correct, new Wrap() {
                private String of(String reference, long minor) {
                    return references.computeIfAbsent(life.till().number() + " " + minor, key -> reference);
                }

                @Override
                public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
                    if (!(request instanceof TerminalRequest.Sale)) {
                        return correct.perform(request, monitor);
                    }
                    String old = of(request.reference(), request.amount().minor());
                    return correct.perform(new TerminalRequest.Sale(old, request.amount()), monitor);
                }

                @Override
                public QueryAnswer query(PastAttempt past) {
                    if (past.kind() != PaymentKind.SALE) {
                        return correct.query(past);
                    }
                    String old = of(past.reference(), past.amount().minor());
                    return correct.query(
                            new PastAttempt(old, past.kind(), past.amount(), past.sentAt(), past.recoveryHint()));
                }
            });
        }
    }

    private interface Wrap {
        Outcome perform(TerminalRequest request, AttemptMonitor monitor);

        QueryAnswer query(PastAttempt attempt);
    }

    /** The terminal with two of its calls replaced. */
    private static PaymentTerminal wrapped(PaymentTerminal correct, Wrap wrap) {
        return (PaymentTerminal) Proxy.newProxyInstance(
                Mutants.class.getClassLoader(), new Class<?>[] {PaymentTerminal.class}, (proxy, method, args) -> {
                    try {
                        return switch (method.getName()) {
                            case "perform" -> wrap.perform((TerminalRequest) args[0], (AttemptMonitor) args[1]);
                            case "query" -> wrap.query((PastAttempt) args[0]);
                            default -> method.invoke(correct, args);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
