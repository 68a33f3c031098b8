package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TraceMask;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A driver's outcome in the words of a stored attempt. */
record Verdict(
        AttemptState state,
        @Nullable Money approved,
        CardDetails card,
        @Nullable Sentence message) {

    /**
     * Translates, and doubts: an approval in another currency or above what was asked for is nothing the till may book as
     * it stands. Card numbers in the terminal's words are masked.
     */
    static Verdict of(Outcome outcome, Money asked) {
        return switch (outcome) {
            case Outcome.Approved ok -> approved(ok.amount(), asked, ok.card());
            case Outcome.PartiallyApproved part -> approved(part.amount(), asked, part.card());
            case Outcome.Declined no -> new Verdict(AttemptState.DECLINED, null, no.card(), said(no.message()));
            case Outcome.Cancelled no ->
                new Verdict(AttemptState.CANCELLED, null, CardDetails.NONE, said(no.message()));
            case Outcome.Failed no -> new Verdict(AttemptState.FAILED, null, CardDetails.NONE, said(no.message()));
            case Outcome.Unknown doubt ->
                new Verdict(AttemptState.UNKNOWN, null, CardDetails.NONE, said(doubt.message()));
        };
    }

    /** A terminal may show anything in its words, a whole card number too: none is stored. */
    private static Sentence said(Sentence message) {
        return message.withWords(words -> words.lines().map(TraceMask::of).collect(Collectors.joining("\n")));
    }

    private static Verdict approved(Money amount, Money asked, CardDetails card) {
        if (!amount.currency().equals(asked.currency()) || amount.compareTo(asked) > 0 || !amount.isPositive()) {
            return new Verdict(
                    AttemptState.UNKNOWN,
                    null,
                    card,
                    Sentence.of(
                            "payment.the-terminal-answered-with-where-was",
                            "The terminal answered with {0} where {1} was asked for",
                            amount,
                            asked));
        }
        return new Verdict(AttemptState.APPROVED, amount, card, null);
    }
}
