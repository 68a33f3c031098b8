package io.keentill.revkeen.webhooks;

/** What became of a delivery that came in. */
public sealed interface Webhook {

    /** RevKeen sent it, unchanged and lately. Answer 2xx; de-duplicate by {@link WebhookEvent#id}. */
    record Genuine(WebhookEvent event) implements Webhook {}

    /**
     * It is not taken. Answer 400, and act on nothing that it says.
     *
     * @param reason why
     * @param message one sentence for people, without anything from the delivery
     */
    record Rejected(Reason reason, String message) implements Webhook {}

    /** Why a delivery is not taken. */
    enum Reason {
        /** No signature header, or one that is none. */
        NO_SIGNATURE,
        /** Signed, but not over this body with one of our secrets. */
        WRONG_SIGNATURE,
        /** Rightly signed, but too long ago or too far ahead: a repeat of an old delivery, or a clock that is off. */
        OUT_OF_TIME,
        /** Rightly signed, but no event of the API. */
        UNREADABLE
    }
}
