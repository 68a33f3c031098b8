package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.time.Instant;

/** Waits for the outcome that RevKeen has of a payment that was posted for the till's own terminal. */
final class DeviceOutcome {

    private static final Duration ASK_OUTCOME = Duration.ofMillis(300);
    private static final Duration ASK_ENDED = Duration.ofSeconds(5);

    private final OutboxBook book;
    private final AskedInVain vain;
    private final Delivery delivery;
    private final Planner planner;
    private final DeviceIdentity device;
    private final RevKeen api;

    DeviceOutcome(
            OutboxBook book,
            AskedInVain vain,
            Delivery delivery,
            SyncParts parts,
            Planner planner,
            DeviceIdentity device) {
        this.book = book;
        this.vain = vain;
        this.delivery = delivery;
        this.planner = planner;
        this.device = device;
        this.api = parts.api();
    }

    /** A terminal payment was posted; its row is done when RevKeen has the real outcome from the connector. */
    Answer await(OutboxRow row, String paymentId) throws StoreException {
        return switch (api.terminalPayments().get(paymentId)) {
            case ApiResult.Ok<TerminalPayment> ok -> {
                book.heard(row);
                yield outcome(row, ok.value());
            }
            case ApiResult.Refused<TerminalPayment> no -> vain.stored(row, Answer.of(no.error()));
            case ApiResult.Unreachable<TerminalPayment> lost ->
                vain.stored(row, Answer.unreachable(ApiWords.lost(lost)));
        };
    }

    private Answer outcome(OutboxRow row, TerminalPayment payment) throws StoreException {
        return switch (payment.status().or(TerminalPaymentStatus.ERROR)) {
            case APPROVED, STANDALONE_APPROVED -> {
                book.update(row.done(200, made(payment), payment.id()));
                yield new Answer.Accepted(200, "");
            }
            // An approval that the connector reports late still wins over a time-out or cancel at RevKeen.
            case REQUESTED, IN_PROGRESS -> {
                book.later(row, 200, Sentence.quoted(""), ASK_OUTCOME);
                yield new Answer.AtDevice();
            }
            case TIMED_OUT, CANCELLED -> ended(row, payment);
            case DECLINED, ERROR, STANDALONE_DECLINED ->
                book.never(
                        row,
                        200,
                        Sentence.of(
                                "sync.revkeen-shows-this-approved-card-payment",
                                "RevKeen shows this approved card payment as {0}. {1}: correct it in RevKeen"
                                        + " with reference {2}.",
                                payment.status(),
                                OutboxKind.of(row.kind()) == OutboxKind.CARD
                                        ? Sentence.of("sync.the-customer-has-paid", "The customer has paid")
                                        : Sentence.of(
                                                "sync.the-customer-has-it-back", "The customer has the money back"),
                                payment.reference()));
        };
    }

    /** When it was made by RevKeen's clock: no movement of its money there is older. */
    private static String made(TerminalPayment payment) {
        Instant made = payment.createdAt();
        return made == null
                ? ""
                : JournalText.none().with("created_at", made.toString()).json();
    }

    /**
     * RevKeen gave up on a payment that was carried out here. Its command is answered (again) where it is in hand. Where it
     * is not, RevKeen does not send it again, so that nobody would ever answer: the payment is posted anew, for which a
     * command comes that is answered from the store. Whatever a till that has died since may have said on the first one
     * has arrived when that one is looked at for the second time.
     */
    private Answer ended(OutboxRow row, TerminalPayment payment) throws StoreException {
        Sentence why = Sentence.of(
                "sync.revkeen-shows-this-payment-as", "RevKeen shows this payment as {0}", payment.status());
        if (device.answerAgain(payment.id()) || !why.equals(row.problem())) {
            return book.later(row, 200, why, ASK_ENDED);
        }
        return switch (planner.plan(row)) {
            case Plan.Send now -> delivery.send(row.awaitingNone(), now.request(), "outbox.posted_again");
            case Plan.Behind behind -> book.later(row, 200, behind.why(), ASK_ENDED);
            case Plan.NotYet wait -> book.later(row, 200, why, ASK_ENDED);
            case Plan.Stuck stuck -> book.never(row, 200, stuck.why());
            case Plan.Trouble trouble -> delivery.store(row, trouble.answer());
            case Plan.Adopt there -> book.adopt(row, there.remoteId());
            case Plan.Needless() -> book.needless(row);
        };
    }
}
