package io.keentill.store;

import org.jspecify.annotations.Nullable;

/**
 * A payment by link: what RevKeen is asked for it, and how far it is watched. The attempt of the same id says what became
 * of the money.
 *
 * @param attemptId the payment attempt
 * @param path of the request that makes the session, a POST
 * @param body its exact text
 * @param idempotencyKey its key; the same for every try
 * @param sessionId RevKeen's checkout session; null until RevKeen has told
 * @param endWanted whether somebody wants it to end
 * @param lateLooks how often it was looked at after it had ended
 * @param watched whether it is still looked at
 */
public record PayLinkRow(
        String attemptId,
        String path,
        String body,
        String idempotencyKey,
        @Nullable String sessionId,
        boolean endWanted,
        int lateLooks,
        boolean watched) {

    /** One that was only just asked for. */
    public static PayLinkRow asked(String attemptId, String path, String body, String idempotencyKey) {
        return new PayLinkRow(attemptId, path, body, idempotencyKey, null, false, 0, true);
    }

    /** With the session that RevKeen made. */
    public PayLinkRow opened(String session) {
        return new PayLinkRow(attemptId, path, body, idempotencyKey, session, endWanted, lateLooks, watched);
    }

    /** That somebody wants it to end. */
    public PayLinkRow ending() {
        return new PayLinkRow(attemptId, path, body, idempotencyKey, sessionId, true, lateLooks, watched);
    }

    /** Looked at once more after its end. */
    public PayLinkRow lookedLate() {
        return new PayLinkRow(attemptId, path, body, idempotencyKey, sessionId, endWanted, lateLooks + 1, watched);
    }

    /** Looked at no more. */
    public PayLinkRow left() {
        return new PayLinkRow(attemptId, path, body, idempotencyKey, sessionId, endWanted, lateLooks, false);
    }
}
