package io.keentill.sandbox.shop;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox's own online card gateway: it answers at once, and each test card always answers alike. It only answers;
 * what it approved is written down through {@link Books}.
 */
public final class CardGateway {
    /** Its name in payments, refunds and transactions. */
    public static final String NAME = "sandbox";

    private CardGateway() {}

    /** What the gateway said to an authorisation. */
    public sealed interface Answer {
        /** The gateway's own id of the transaction. */
        String reference();

        /** The card that was asked. */
        TestCard card();

        /** The amount may be taken or held. */
        record Approved(String reference, TestCard card) implements Answer {}

        /**
         * Nothing was taken.
         *
         * @param reference the attempt's id
         * @param card the card that was asked
         * @param declineCode a word of the category list (B.21)
         * @param message for people
         */
        record Declined(String reference, TestCard card, String declineCode, String message) implements Answer {}
    }

    /** Asks for money on a stored method; its owner is not there to confirm. */
    public static Answer authorize(Work work, ObjectNode method) {
        return authorize(work, TestCard.valueOf(Json.need(method, "_card")));
    }

    /** Asks for money on a card; its owner is not there to confirm. */
    public static Answer authorize(Work work, TestCard card) {
        String reference = work.ids().prefixed("gw_");
        String code = card.declineCode();
        return code == null
                ? new Answer.Approved(reference, card)
                : new Answer.Declined(reference, card, code, card.message());
    }
}
