package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.Waits;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.book.RefundClaim;
import io.keentill.engine.refund.MoneyElsewhere;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks RevKeen, right before money goes back on a sale, what went back on it on whichever till, from the dashboard or
 * through the API: the movements of its money, its credit notes, and the payments by link. Read by
 * {@link io.keentill.engine.book.BackElsewhere#known}.
 */
final class RefundsElsewhere implements MoneyElsewhere {

    private static final System.Logger LOG = System.getLogger(RefundsElsewhere.class.getName());

    /** What this till has just given back is told apart from what others did once RevKeen has answered it. */
    private static final Duration OWN_ON_THE_WAY = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final TillStore store;
    private final SaleMoney money;
    private final Waits waits;
    private final Runnable wake;

    RefundsElsewhere(TillStore store, RevKeen api, Waits waits, Runnable wake) {
        this.wake = wake;
        this.store = store;
        this.money = new SaleMoney(store, api);
        this.waits = waits;
    }

    @Override
    public Answer ask(Order sale) {
        // An answer that comes too late is stored all the same, and counts the next time.
        return InTime.ask(
                waits,
                "refunds-elsewhere",
                new Answer.NotHeard(Sentence.of(
                        "sync.revkeen-did-not-answer-within-seconds",
                        "RevKeen did not answer within {0} seconds.",
                        InTime.LONGEST.toSeconds())),
                Answer.NotHeard::new,
                () -> askInFull(sale));
    }

    private Answer askInFull(Order sale) throws StoreException {
        SaleMoney.Places places = store.read(view -> SaleMoney.Places.of(view, sale.id()));
        if (places.isEmpty()) {
            return new Answer.Heard();
        }
        awaitOwn(sale.id());
        Answer answer = read(places);
        // What this till began to tell RevKeen while it was read is among the movements and not known as its own yet.
        return isOwnOnTheWay(sale.id()) && awaitOwn(sale.id()) ? read(places) : answer;
    }

    private Answer read(SaleMoney.Places places) throws StoreException {
        ApiResult<?> told = money.read(places, tx -> {});
        return told instanceof ApiResult.Ok<?> ? new Answer.Heard() : notHeard(told);
    }

    @Override
    public Claim claim(Refund refund) {
        wake.run();
        long from = waits.nanos();
        try {
            while (waits.nanos() - from < InTime.LONGEST.toNanos()) {
                Optional<Claim> said =
                        store.read(view -> RefundClaim.row(view, refund)).flatMap(RefundsElsewhere::said);
                if (said.isPresent()) {
                    return said.get();
                }
                waits.sleep(LOOK_AGAIN);
            }
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Whether the money of a refund was granted could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Claim.NotAnswered();
    }

    private static Optional<Claim> said(OutboxRow row) {
        return switch (row.state()) {
            case WAITING -> Optional.empty();
            case DONE -> Optional.of(new Claim.Granted());
            case TASK ->
                Optional.of(new Claim.Denied(Sentence.of(
                        "sync.revkeen-refuses-to-give-this-back",
                        "RevKeen refuses to give this back: {0}",
                        row.problem() == null ? Sentence.of("sync.no-why", "it does not say why.") : row.problem())));
        };
    }

    @Override
    public boolean awaitOwn(String saleId) {
        long from = waits.nanos();
        boolean any = false;
        try {
            while (isOwnOnTheWay(saleId) && waits.nanos() - from < OWN_ON_THE_WAY.toNanos()) {
                any = true;
                waits.sleep(LOOK_AGAIN);
            }
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "What is being told of a refund could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return any;
    }

    /** A reversal whose outcome RevKeen has not got yet, or a credit note that is being taken back. */
    private boolean isOwnOnTheWay(String saleId) throws StoreException {
        List<OutboxRow> rows = store.read(view -> view.outboxOf(saleId));
        return rows.stream().filter(row -> row.state() == OutboxState.WAITING).anyMatch(row -> switch (OutboxKind.of(
                row.kind())) {
            case CARD_BACK -> row.remoteId() != null;
            case CREDIT_VOID -> true;
            default -> false;
        });
    }

    private static Answer notHeard(ApiResult<?> result) {
        return new Answer.NotHeard(
                switch (result) {
                    case ApiResult.Refused<?> no -> ApiWords.summary(no.error());
                    case ApiResult.Unreachable<?> lost -> ApiWords.lost(lost);
                    case ApiResult.Ok<?> ok ->
                        Sentence.of("sync.revkeen-answered", "RevKeen answered {0}.", ok.status());
                });
    }
}
