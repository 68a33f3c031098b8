package io.keentill.device.poslink;

import io.keentill.device.link.Deadline;
import io.keentill.device.poslink.Inquiry.Finding;
import io.keentill.device.poslink.RecoveryHint.Before;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.text.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Says what became of an earlier payment. That it never was counts only if two looks into the books agree. */
final class Resolution {

    private final Inquiry inquiry;
    private final PoslinkSettings settings;
    private final Clock clock;

    Resolution(Inquiry inquiry, PoslinkSettings settings, Clock clock) {
        this.inquiry = inquiry;
        this.settings = settings;
        this.clock = clock;
    }

    QueryAnswer of(PastAttempt attempt) {
        RecoveryHint hint = RecoveryHint.parse(attempt.recoveryHint())
                .orElseGet(() -> new RecoveryHint(EcrReference.of(attempt.reference()), Before.UNTOLD, null, null));
        Finding finding = inquiry.find(hint);
        if (finding instanceof Finding.Absent || finding instanceof Finding.Traceless) {
            // The payment may still have been on its way when the books were opened.
            Deadline end = Deadline.in(settings.pause());
            while (!end.passed() && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(end.left().toNanos());
            }
            finding = inquiry.find(hint);
        }
        return answer(attempt, finding);
    }

    private QueryAnswer answer(PastAttempt attempt, Finding finding) {
        return switch (finding) {
            case Finding.Found(Transaction transaction) -> found(attempt, transaction);
            case Finding.Absent() -> new QueryAnswer.NotFound();
            case Finding.Traceless() ->
                recent(attempt)
                        ? new QueryAnswer.NotFound()
                        : cannotTell(Sentence.of(
                                "poslink.the-terminal-does-not-have-the-payment",
                                "The terminal does not have the payment, but nothing shows whether its batch was"
                                        + " closed since"));
            case Finding.Running() -> new QueryAnswer.InProgress();
            case Finding.Unreachable(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Finding.Untold(Sentence why) -> cannotTell(why);
        };
    }

    private static QueryAnswer found(PastAttempt attempt, Transaction transaction) {
        return switch (Judge.of(transaction, attempt.kind(), attempt.amount())) {
            case Judge.Verdict.Fits(Outcome outcome) -> new QueryAnswer.Found(outcome);
            case Judge.Verdict.Differs(Sentence why) -> cannotTell(why);
        };
    }

    /** Whether too little time has passed for anybody to close a batch that holds one payment. A clock set back is no proof. */
    private boolean recent(PastAttempt attempt) {
        Duration age = Duration.between(attempt.sentAt(), clock.instant());
        return !age.isNegative() && age.compareTo(settings.window()) <= 0;
    }

    private static QueryAnswer cannotTell(Sentence why) {
        return new QueryAnswer.CannotTell(Sentence.of(
                "poslink.compare-the-terminals-journal-or-slip",
                "{0}. Compare the terminal's journal or slip with this payment and decide",
                why));
    }
}
