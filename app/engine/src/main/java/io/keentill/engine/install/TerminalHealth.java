package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a terminal does.
 *
 * @param status asked just now
 * @param answeredIn how long the question took
 * @param lastSeen when it answered last, now included; null for never
 * @param record its newest payments
 */
public record TerminalHealth(
        TerminalStatus status,
        Duration answeredIn,
        @Nullable Instant lastSeen,
        Record record) {

    /**
     * What its newest payments came to, by what the till stored.
     *
     * @param payments how many there were, refunds and voids included; those that still run are not
     * @param answered of them, so many ended with a word of the terminal: approved, declined or cancelled there
     * @param approved of those, so many were approved
     * @param typical the median from sending to outcome, the customer's time included; null where nothing was answered
     */
    public record Record(
            int payments,
            int answered,
            int approved,
            @Nullable Duration typical) {

        /** None yet. */
        public static final Record NONE = new Record(0, 0, 0, null);

        /** Of these attempts on one terminal. */
        public static Record of(List<PaymentAttempt> attempts) {
            List<PaymentAttempt> ended = attempts.stream()
                    .filter(a -> a.state() == AttemptState.UNKNOWN || !a.state().isOpen())
                    .toList();
            List<PaymentAttempt> answered = ended.stream()
                    .filter(a -> switch (a.state()) {
                        case APPROVED, DECLINED, CANCELLED -> true;
                        case INTENDED, SENT, UNKNOWN, FAILED, OVERRIDDEN -> false;
                    })
                    .toList();
            int approved = (int) answered.stream()
                    .filter(a -> a.state() == AttemptState.APPROVED)
                    .count();
            return new Record(ended.size(), answered.size(), approved, median(answered));
        }

        private static @Nullable Duration median(List<PaymentAttempt> answered) {
            List<Duration> times =
                    answered.stream().flatMap(a -> time(a).stream()).sorted().toList();
            return times.isEmpty() ? null : times.get(times.size() / 2);
        }

        private static java.util.Optional<Duration> time(PaymentAttempt a) {
            Instant sent = a.sentAt();
            Instant resolved = a.resolvedAt();
            return sent == null || resolved == null || resolved.isBefore(sent)
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(Duration.between(sent, resolved));
        }
    }
}
