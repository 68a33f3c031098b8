package io.keentill.engine.cloud;

import io.keentill.device.terminal.PastAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.terminal.TerminalPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks through RevKeen's list for what may be an attempt. The list is in the order of RevKeen's own clock and the time of
 * an attempt is by the till's, so how far to look is told by the till's clock only as long as nothing speaks against it.
 */
final class CloudSearch {

    /** By how much the clocks of till and RevKeen may differ. */
    private static final Duration SKEW = Duration.ofHours(2);
    /** A wall clock before the version of the API that is spoken is wrong. */
    private static final Instant PLAUSIBLE = Instant.parse("2026-05-01T00:00:00Z");

    private final CloudCalls calls;
    private final Map<String, Walked> walked = new ConcurrentHashMap<>();

    CloudSearch(CloudCalls calls) {
        this.calls = calls;
    }

    /**
     * What was found.
     *
     * @param ours what may be the attempt, newest first
     * @param conclusive whether RevKeen has no other that may be it
     */
    record Result(List<TerminalPayment> ours, boolean conclusive) {}

    /**
     * How a long look ended that found nothing: it is taken once, and after it only what is newer is looked at.
     *
     * @param newest id of the newest record then; empty if there was none
     * @param conclusive whether it went far enough
     */
    private record Walked(String newest, boolean conclusive) {}

    /**
     * Sales with our reference; of refunds and voids those of the same money that came after what was there before.
     *
     * @param doubtful whether the till's clock cannot tell when the attempt was sent
     * @throws ApiFailureException if a page cannot be had
     */
    Result of(PastAttempt attempt, boolean doubtful) {
        if (attempt.kind() != PaymentKind.SALE) {
            // Told by the record before, so no clock is needed.
            String before = Hint.read(attempt.recoveryHint()).before();
            List<TerminalPayment> since = calls.newerThan(Hint.type(attempt.kind()), before);
            return new Result(fitting(attempt, since), since.size() < CloudCalls.FAR);
        }
        if (!doubtful) {
            Instant since = attempt.sentAt().minus(SKEW);
            return new Result(fitting(attempt, calls.since(Hint.type(attempt.kind()), since)), true);
        }
        return far(attempt);
    }

    /** What is known of an attempt that is over is not needed any more. */
    void forget(String reference) {
        walked.remove(reference);
    }

    private Result far(PastAttempt attempt) {
        Walked before = walked.get(attempt.reference());
        List<TerminalPayment> all = calls.newerThan(Hint.type(attempt.kind()), before == null ? "" : before.newest());
        List<TerminalPayment> ours = fitting(attempt, all);
        boolean conclusive = before == null ? reaches(all, attempt.sentAt()) : before.conclusive();
        if (before == null && ours.isEmpty()) {
            walked.put(
                    attempt.reference(),
                    new Walked(all.isEmpty() ? "" : all.getFirst().id(), conclusive));
        }
        return new Result(ours, conclusive);
    }

    /**
     * Whether a payment that was sent at this time would be among these. If they are all that RevKeen has, it would; if
     * not, then only if they reach back far enough from a time that RevKeen itself has seen.
     */
    private static boolean reaches(List<TerminalPayment> newest, Instant sentAt) {
        if (newest.size() < CloudCalls.FAR) {
            return true;
        }
        List<Instant> times = newest.stream()
                .map(TerminalPayment::createdAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return !times.isEmpty()
                && !sentAt.isBefore(PLAUSIBLE)
                && !sentAt.isAfter(times.getLast())
                && times.getFirst().isBefore(sentAt.minus(SKEW));
    }

    private static List<TerminalPayment> fitting(PastAttempt attempt, List<TerminalPayment> listed) {
        return listed.stream().filter(p -> fits(attempt, p)).toList();
    }

    private static boolean fits(PastAttempt attempt, TerminalPayment payment) {
        if (attempt.kind() == PaymentKind.SALE) {
            return attempt.reference().equals(payment.reference());
        }
        return payment.amountMinor() == attempt.amount().minor()
                && payment.currency()
                        .equalsIgnoreCase(attempt.amount().currency().getCurrencyCode());
    }
}
