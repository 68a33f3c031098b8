package io.keentill.engine.sync;

import io.keentill.domain.order.OrderState;
import io.keentill.engine.IdSource;
import io.keentill.engine.Waits;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.engine.book.InvoiceClaims;
import io.keentill.engine.book.UntoldMoney;
import io.keentill.engine.book.UntoldMoney.Held;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims an invoice anew, a minute before {@link InvoiceClaim} ends, as long as money for it may have been taken here that
 * RevKeen does not know of: else another till would find it open and take the money again. What is to be claimed is read from
 * the store, so that a restart changes nothing; one that could not be told is tried again until it is.
 */
final class ClaimRenewal implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ClaimRenewal.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    /** So that one that is not answered at first is tried again before what was said ends. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Duration EVERY = AccountsElsewhere.CLAIM_HOLDS.minus(AHEAD);
    private static final Duration NEXT_TRY = Duration.ofSeconds(20);

    private final TillStore store;
    private final InvoiceClaim claim;
    private final IdSource ids;
    private final Waits waits;
    private final Map<String, Try> tries = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Thread> telling = new AtomicReference<>();
    private long lookedAt;
    private volatile boolean closed;

    ClaimRenewal(TillStore store, InvoiceClaim claim, IdSource ids, Waits waits) {
        this.store = store;
        this.claim = claim;
        this.ids = ids;
        this.waits = waits;
        this.lookedAt = waits.nanos() - BETWEEN_LOOKS.toNanos();
    }

    /** One claim that RevKeen has not confirmed, under one key however often it is sent. */
    private record Try(String key, long begun, long sent) {}

    /** Has told what is due, on a thread of its own; reads the store every few seconds and otherwise does nothing. */
    synchronized void look() {
        if (closed || waits.nanos() - lookedAt < BETWEEN_LOOKS.toNanos() || telling.get() != null) {
            return;
        }
        lookedAt = waits.nanos();
        try {
            List<Held> due = due();
            if (!due.isEmpty()) {
                Thread thread = Thread.ofVirtual().name("invoice-claims").unstarted(() -> {
                    try {
                        due.forEach(this::tell);
                    } finally {
                        telling.set(null);
                    }
                });
                telling.set(thread);
                thread.start();
            }
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Which invoices have to be claimed anew could not be read", e);
        }
    }

    /** Whether nothing is being told. */
    boolean atRest() {
        return telling.get() == null;
    }

    private List<Held> due() throws StoreException {
        List<Held> held = store.read(UntoldMoney::all);
        Set<String> sales = held.stream().map(Held::sale).collect(Collectors.toSet());
        tries.keySet().retainAll(sales);
        return held.stream().filter(one -> isDue(one.sale())).toList();
    }

    private boolean isDue(String sale) {
        Try before = tries.get(sale);
        return claim.endsWithin(sale, AHEAD) && (before == null || waits.nanos() - before.sent() >= NEXT_TRY.toNanos());
    }

    private void tell(Held held) {
        if (closed) {
            return;
        }
        try {
            keep(held);
            Try now = next(held.sale());
            tries.put(held.sale(), now);
            if (claim.renew(held.invoiceId(), held.sale(), now.key(), now.begun())) {
                tries.remove(held.sale());
            }
            if (!closed && isDropped(held)) {
                claim.withdraw(held.invoiceId(), held.sale());
            }
        } catch (StoreException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "An invoice could not be claimed anew", e);
        }
    }

    /** A key whose first try may have made a comment long ago makes none any more. */
    private Try next(String sale) {
        Try before = tries.get(sale);
        long now = waits.nanos();
        return before == null || now - before.begun() >= EVERY.toNanos()
                ? new Try(ids.next(), now, now)
                : new Try(before.key(), before.begun(), now);
    }

    /** Before it is told, as ever: money that was taken without a network was never claimed. */
    private void keep(Held held) throws StoreException {
        if (store.read(view -> InvoiceClaims.of(view, held.orderId())).isEmpty()) {
            store.write(tx -> {
                InvoiceClaims.tells(
                        tx, held.orderId(), new InvoiceClaims.Claim(held.invoiceId(), claim.withdrawal(held.sale())));
                return held;
            });
        }
    }

    /** Its withdrawal may have been faster than what was just told. */
    private boolean isDropped(Held held) throws StoreException {
        return store.read(view -> view.order(held.orderId()))
                .filter(order -> order.state() == OrderState.CANCELLED)
                .isPresent();
    }

    @Override
    public void close() {
        closed = true;
        Thread under = telling.get();
        if (under != null) {
            under.interrupt();
        }
    }
}
