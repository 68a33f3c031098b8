package io.keentill.domain.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a manager decided about a payment that no terminal could answer for, and what the terminal said of it later.
 *
 * @param attemptId the payment, OVERRIDDEN since
 * @param evidence what it was decided on
 * @param manager who decided, proven by PIN
 * @param at when
 * @param word whether the terminal agreed since
 * @param said what it said, in words for people; null while nothing was said
 */
public record ManagerDecision(
        String attemptId,
        Evidence evidence,
        String manager,
        Instant at,
        Word word,
        @Nullable Sentence said) {

    /** What the terminal says of it. */
    public enum Word {
        /** Nothing yet. */
        AWAITED,
        /** The same. */
        AGREES,
        /** Something else: somebody has to look; no money moves because of it. */
        CONTRADICTS
    }

    /** One about which the terminal has said nothing yet. */
    public static ManagerDecision of(String attemptId, Evidence evidence, String manager, Instant at) {
        return new ManagerDecision(attemptId, evidence, manager, at, Word.AWAITED, null);
    }

    /** With the terminal's own word. */
    public ManagerDecision heard(Word newWord, Sentence newSaid) {
        return new ManagerDecision(attemptId, evidence, manager, at, newWord, newSaid);
    }

    /** What it says was approved; null for nothing. */
    public @Nullable Money approved() {
        return evidence.approved();
    }
}
