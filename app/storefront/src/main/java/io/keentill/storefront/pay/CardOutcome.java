package io.keentill.storefront.pay;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.storefront.text.Texts;

/**
 * A card payment that did not pay, told in this order.
 *
 * @param kind for icon and colour
 * @param title two or three words
 * @param happened what happened
 * @param money whether money moved
 * @param next what to do
 */
public record CardOutcome(Kind kind, String title, String happened, String money, String next) {

    /** Kinds of outcome the screen tells apart. */
    public enum Kind {
        /** Certainly not paid. */
        NOT_PAID,
        /** Not begun. */
        REFUSED,
        /** Nobody knows yet. */
        UNKNOWN
    }

    /** For an attempt that ended without money. */
    public static CardOutcome notPaid(PaymentAttempt attempt, Texts texts) {
        String word = wordOf(attempt.state());
        Sentence message = attempt.message();
        String happened =
                message == null || message.isBlank() ? texts.get("card." + word + ".happened") : texts.said(message);
        return new CardOutcome(
                Kind.NOT_PAID,
                texts.get("card." + word + ".title"),
                happened,
                texts.get("card.noMoney"),
                texts.get(LinkAddress.is(attempt.terminal()) ? "link.next" : "card." + word + ".next"));
    }

    private static String wordOf(AttemptState state) {
        return switch (state) {
            case DECLINED -> "declined";
            case CANCELLED -> "stopped";
            case INTENDED, SENT, APPROVED, FAILED, UNKNOWN, OVERRIDDEN -> "failed";
        };
    }

    /** For a payment that could not even begin. */
    public static CardOutcome refused(Sentence message, Texts texts) {
        return new CardOutcome(
                Kind.REFUSED,
                texts.get("card.refused.title"),
                texts.said(message),
                texts.get("card.noMoney"),
                texts.get("card.refused.next"));
    }

    /** For a payment whose outcome is not known. */
    public static CardOutcome unknown(String amount, String reference, Texts texts) {
        return new CardOutcome(
                Kind.UNKNOWN,
                texts.get("card.unknown.title"),
                texts.get("card.unknown.known", amount, reference),
                texts.get("card.unknown.doing"),
                texts.get("card.unknown.next"));
    }
}
