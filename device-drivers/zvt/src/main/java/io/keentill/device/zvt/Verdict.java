package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides from the last payment of a terminal what became of an attempt. ZVT names no payment by a reference of the till,
 * so the payment must be exactly one after the one seen before sending, and fit in amount, currency and time. The end of a
 * day makes some terminals forget its payments or count anew; then numbers prove nothing.
 */
final class Verdict {

    private static final long LAST_TRACE = 999_999;
    private static final long LAST_RECEIPT = 9_999;
    private static final Duration EARLIER = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofMinutes(30);

    private final PastAttempt attempt;
    private final RecoveryHint before;
    private final ZoneId zone;
    private final boolean recent;

    /**
     * One on {@code attempt}.
     *
     * @param zone of the terminal's clock: the shop's
     * @param recent whether the terminal's day cannot have been closed since it was sent
     */
    Verdict(PastAttempt attempt, RecoveryHint before, ZoneId zone, boolean recent) {
        this.attempt = attempt;
        this.before = before;
        this.zone = zone;
        this.recent = recent;
    }

    /** The answer if the terminal has no payment. */
    QueryAnswer ofNone() {
        return before.none() && recent
                ? new QueryAnswer.NotFound()
                : cannotTell(Sentence.of(
                        "zvt.the-terminal-has-forgotten-its-payments",
                        "The terminal has forgotten its payments; its day may have been closed since"));
    }

    /** The answer if {@code last} is its last payment. */
    QueryAnswer of(StatusInfo last) {
        if (!before.none() && before.trace().isEmpty()) {
            return cannotTell(Sentence.of(
                    "zvt.it-was-not-known-which-payment",
                    "It was not known which payment was the terminal's last before this one"));
        }
        if (last.trace().isEmpty() || last.result().isEmpty()) {
            return cannotTell(Sentence.of(
                    "zvt.the-terminal-does-not-say-enough", "The terminal does not say enough of its last payment"));
        }
        if (sameAsBefore(last)) {
            return isAnother(last)
                    ? cannotTell(Sentence.of(
                            "zvt.the-terminals-last-payment-has-the",
                            "The terminal's last payment has the numbers of the one before, but is another" + " one"))
                    : new QueryAnswer.NotFound();
        }
        return mismatch(last).<QueryAnswer>map(this::cannotTell).orElseGet(() -> found(last));
    }

    private QueryAnswer found(StatusInfo last) {
        ResultCode code = ResultCode.of(last.result().getAsInt());
        return new QueryAnswer.Found(
                last.approved()
                        ? new Outcome.Approved(attempt.amount(), last.card(), TerminalReceipts.NONE)
                        : code.outcome(last.card()));
    }

    private boolean sameAsBefore(StatusInfo last) {
        return before.trace().equals(last.trace())
                && (before.receipt().isEmpty()
                        || last.receipt().isEmpty()
                        || before.receipt().equals(last.receipt()));
    }

    /** Whether it has the numbers of the one before, but cannot be it. */
    private boolean isAnother(StatusInfo last) {
        boolean otherTime =
                before.at().isPresent() && last.at().isPresent() && !before.at().equals(last.at());
        boolean otherSync = before.sync().isPresent()
                && last.sync().isPresent()
                && !before.sync().equals(last.sync());
        return otherSync || (otherTime && !recent);
    }

    private Optional<Sentence> mismatch(StatusInfo last) {
        if (!before.none()
                && !follows(before.trace(), last.trace(), LAST_TRACE)
                && !follows(before.receipt(), last.receipt(), LAST_RECEIPT)) {
            return Optional.of(Sentence.of(
                    "zvt.several-payments-ran-on-the-terminal", "Several payments ran on the terminal since"));
        }
        if (!last.whole()) {
            return Optional.of(Sentence.of(
                    "zvt.the-terminals-last-payment-holds-something",
                    "The terminal's last payment holds something that the till cannot read"));
        }
        if (last.amount().isEmpty()
                || last.amount().getAsLong()
                        != before.told().orElse(attempt.amount().minor())) {
            return Optional.of(Sentence.of(
                    "zvt.the-terminals-last-payment-has-another", "The terminal's last payment has another amount"));
        }
        if (last.currency().isPresent()
                && last.currency().getAsLong() != attempt.amount().currency().getNumericCode()) {
            return Optional.of(Sentence.of(
                    "zvt.the-terminals-last-payment-has-another-currency",
                    "The terminal's last payment has another currency"));
        }
        if (!kindFits(last)) {
            return Optional.of(Sentence.of(
                    "zvt.the-terminals-last-payment-is-of", "The terminal's last payment is of another kind"));
        }
        return timeFits(last)
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "zvt.the-terminals-last-payment-was-at", "The terminal's last payment was at another time"));
    }

    private boolean kindFits(StatusInfo last) {
        boolean names = attempt.kind() == PaymentKind.REVERSAL
                || attempt.kind() == PaymentKind.COMPLETION
                || attempt.kind() == PaymentKind.RELEASE;
        if (!names) {
            return last.originalTrace().isEmpty();
        }
        return last.originalTrace().isEmpty()
                || before.original().isEmpty()
                || last.originalTrace().equals(before.original());
    }

    private static boolean follows(OptionalLong earlier, OptionalLong later, long highest) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return false;
        }
        long wrapped = earlier.getAsLong() >= highest ? 1 : earlier.getAsLong() + 1;
        return later.getAsLong() == wrapped || (earlier.getAsLong() >= highest && later.getAsLong() == 0);
    }

    /** Whether the terminal's time of day is near the sending; a date or time that it did not say fits. */
    private boolean timeFits(StatusInfo last) {
        if (last.date().isEmpty() || last.time().isEmpty()) {
            return true;
        }
        LocalDateTime sent = LocalDateTime.ofInstant(attempt.sentAt(), zone);
        // The terminal says no year: a payment at the turn of the year may belong to the next.
        for (int year = sent.getYear() - 1; year <= sent.getYear() + 1; year++) {
            Optional<LocalDateTime> at = moment(
                    year, (int) last.date().getAsLong(), (int) last.time().getAsLong());
            if (at.isPresent()
                    && !at.get().isBefore(sent.minus(EARLIER))
                    && !at.get().isAfter(sent.plus(LATER))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<LocalDateTime> moment(int year, int date, int time) {
        try {
            return Optional.of(
                    LocalDateTime.of(year, date / 100, date % 100, time / 10000, time / 100 % 100, time % 100));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private QueryAnswer cannotTell(Sentence why) {
        return new QueryAnswer.CannotTell(Sentence.of(
                "zvt.compare-the-terminals-journal-or-slip",
                "{0}. Compare the terminal's journal or slip with this payment and decide",
                why));
    }
}
