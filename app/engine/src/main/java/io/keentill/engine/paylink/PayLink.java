package io.keentill.engine.paylink;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment by link while it runs, for whoever shows it.
 *
 * @param attemptId the payment attempt behind it
 * @param reference of the attempt, to be read aloud
 * @param orderId the sale
 * @param amount asked for
 * @param stage where it stands
 * @param url of the page on which the customer pays; null until RevKeen has told. Opens that page and nothing else; it is
 *     kept in memory alone
 * @param expiresAt when RevKeen lets it expire; null if it does not say
 * @param trouble why RevKeen cannot be asked right now, or what is disputed; null if there is neither
 */
public record PayLink(
        String attemptId,
        String reference,
        String orderId,
        Money amount,
        Stage stage,
        @Nullable String url,
        @Nullable Instant expiresAt,
        @Nullable Sentence trouble) {

    /** Where a link stands. */
    public enum Stage {
        /** RevKeen is asked for the page. */
        ASKING,
        /** The page is there; nobody has paid yet. */
        WAITING,
        /** The customer is paying right now. */
        PAYING,
        /** Somebody wants it to end; it may still be paid until RevKeen says that it has. */
        ENDING,
        /** Another amount was paid than was asked for, as {@code trouble} says: a manager decides. */
        DISPUTED
    }

    PayLink at(Stage now, @Nullable Sentence why) {
        return new PayLink(attemptId, reference, orderId, amount, now, url, expiresAt, why);
    }
}
