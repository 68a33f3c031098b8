package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How RevKeen is told of a refund. A credit note on the sale's invoice is its document: it carries our own key, so that it
 * is made once however late it is sent, and RevKeen refuses it where more would be credited than was paid, on whichever
 * till; where RevKeen can be asked it goes before the money does, and is voided if none goes. The money of a card goes back through the terminal payment that took it, where RevKeen knows one.
 */
final class RefundPlanner {

    /** What an answer of a void that RevKeen refused is remembered as: a refund is asked for instead. */
    static final String VOID_REFUSED = "{\"void\":\"refused\"}";

    private static final long MOST = 2_000_000_000L;

    private static final Set<OutboxKind> MONEY = EnumSet.of(OutboxKind.CASH, OutboxKind.CARD, OutboxKind.LINK);

    /** So long a channel that is gone may come back before somebody has to do what went through it. */
    private static final Duration CHANNEL_BACK = Duration.ofDays(1);

    private final RevKeen api;
    private final DeviceIdentity device;
    private final InstantSource clock;

    RefundPlanner(RevKeen api, DeviceIdentity device, InstantSource clock) {
        this.api = api;
        this.device = device;
        this.clock = clock;
    }

    /** A request without its key, or why there is none. */
    sealed interface Told {
        /** Send this. */
        record Call(ApiCall<?> call) implements Told {}

        /** Anything else. */
        record Other(Plan plan) implements Told {}
    }

    Told credit(View view, OutboxRow row) {
        Refund refund = view.refund(row.ref()).orElseThrow();
        if (refund.state() == RefundState.ABANDONED) {
            return new Told.Other(new Plan.Needless());
        }
        Optional<Plan> untold = untold(view, row, refund);
        if (untold.isPresent()) {
            return new Told.Other(untold.get());
        }
        if (refund.amount().minor() > MOST) {
            return new Told.Other(new Plan.Stuck(Sentence.of(
                    "sync.revkeen-takes-credit-notes-up-to",
                    "RevKeen takes credit notes up to {0} minor units; this one is {1}. Enter it"
                            + " there by hand in parts.",
                    MOST,
                    refund.amount())));
        }
        List<OutboxRow> before = creditsBefore(view, row);
        String key = before.isEmpty() ? refund.id() : refund.id() + "-" + before.size();
        return new Told.Call(api.creditNotes()
                .create(RefundTranslation.credit(
                        refund, key, invoice(view, row, refund), throughTerminal(view, row, refund))));
    }

    /**
     * An invoice that RevKeen had before the sale may have been paid by somebody else, so that RevKeen refused the money of
     * this sale, and somebody dismissed that. What RevKeen never took cannot be credited there: it would come off what the
     * other has paid.
     */
    private static Optional<Plan> untold(View view, OutboxRow row, Refund refund) {
        if (view.invoices().of(row.saleId()).isEmpty()) {
            return Optional.empty();
        }
        List<OutboxRow> money = view.outboxOf(row.saleId()).stream()
                .filter(r -> MONEY.contains(OutboxKind.of(r.kind())))
                .toList();
        if (money.stream().allMatch(r -> r.remoteId() != null)) {
            return Optional.empty();
        }
        return Optional.of(
                money.stream().allMatch(r -> r.remoteId() == null)
                        ? new Plan.Needless()
                        : new Plan.Stuck(Sentence.of(
                                "sync.revkeen-took-part-of-the-money",
                                "RevKeen took part of the money of this sale for its invoice and refused the"
                                        + " rest. Of the {0} that went back here, credit there by hand what came off the"
                                        + " part that it took.",
                                refund.amount())));
    }

    /** Earlier rows that told RevKeen of the same refund. */
    private static List<OutboxRow> creditsBefore(View view, OutboxRow row) {
        return view.outboxOf(row.saleId()).stream()
                .filter(r -> r.kind().equals(OutboxKind.CREDIT.key()) && r.ref().equals(row.ref()))
                .filter(r -> r.step() < row.step())
                .toList();
    }

    Told creditVoid(View view, OutboxRow row) {
        Optional<String> note = creditToVoid(view, row);
        return note.isPresent()
                ? new Told.Call(api.creditNotes().voidIt(note.get()))
                : new Told.Other(new Plan.Needless());
    }

    /** The credit note that {@code row} takes back; none if it was never made. */
    static Optional<String> creditToVoid(View view, OutboxRow row) {
        return creditsBefore(view, row).reversed().stream().findFirst().map(OutboxRow::remoteId);
    }

    private static List<Money> throughTerminal(View view, OutboxRow row, Refund refund) {
        return refund.parts().stream()
                .filter(part -> part.type() == TenderType.CARD && part.state() != RefundPart.State.GIVEN_UP)
                .filter(part -> terminalPayment(view, row, part).isPresent())
                .map(RefundPart::amount)
                .toList();
    }

    static String invoice(View view, OutboxRow row, Refund refund) {
        String elsewhere = refund.invoiceId();
        return elsewhere == null ? Planner.invoice(view, row) : elsewhere;
    }

    Told cardBack(View view, OutboxRow row) {
        Refund refund = refundOf(view, row);
        RefundPart part = refund.part(row.ref());
        Optional<String> sale = terminalPayment(view, row, part);
        if (sale.isEmpty()) {
            return new Told.Other(new Plan.Needless());
        }
        if (device.notOffered() && !clock.instant().isBefore(row.createdAt().plus(CHANNEL_BACK))) {
            return new Told.Other(new Plan.Stuck(Sentence.of(
                    "sync.revkeen-offers-this-till-no-connector",
                    "RevKeen offers this till no connector channel any more, so that it cannot be told that {0} went back"
                            + " to the card. Enter that there by hand with terminal payment {1}, or try it again when"
                            + " the channel is back.",
                    part.amount(),
                    sale.get())));
        }
        if (!device.linked()) {
            return new Told.Other(new Plan.NotYet(
                    Sentence.of("sync.waiting-for-the-connector-channel", "Waiting for the connector channel"),
                    Duration.ofSeconds(1)));
        }
        PaymentAttempt attempt =
                view.attempt(Objects.requireNonNull(part.attemptId())).orElseThrow();
        String why = RefundTranslation.reason(refund);
        boolean undo = attempt.kind() == PaymentKind.REVERSAL && !VOID_REFUSED.equals(row.lastAnswer());
        return new Told.Call(
                undo
                        ? api.terminalPayments().voidIt(sale.get(), why)
                        : api.terminalPayments()
                                .refund(sale.get(), part.amount().minor(), why));
    }

    static Refund refundOf(View view, OutboxRow row) {
        return view.refundOfPart(row.ref()).orElseThrow();
    }

    /**
     * RevKeen's terminal payment of the card that took the money, if the row's own sale did; none where it was recorded on
     * the invoice instead.
     */
    private static Optional<String> terminalPayment(View view, OutboxRow row, RefundPart part) {
        String original = part.originalAttemptId();
        Optional<String> tender = view.order(row.saleId()).stream()
                .flatMap(sale -> sale.tenders().stream())
                .filter(t -> original != null && original.equals(t.attemptId()))
                .map(Tender::id)
                .findFirst();
        return view.outboxOf(row.saleId()).stream()
                .filter(r -> r.kind().equals(OutboxKind.CARD.key()) && r.ref().equals(tender.orElse(null)))
                .filter(OutboxBook::isTerminal)
                .map(OutboxRow::remoteId)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
