package io.keentill.device.nexo;

import io.keentill.domain.text.Sentence;
import tools.jackson.databind.JsonNode;

/** How one exchange ended. */
sealed interface Reply {

    /**
     * The terminal answered our very request.
     *
     * @param body what stands under the response's own name, {@code PaymentResponse} for a payment
     */
    record Answered(JsonNode body) implements Reply {

        /** Success, Partial or Failure; empty if it does not say. */
        String result() {
            return body.path("Response").path("Result").asString("");
        }

        /** The reason of a failure; empty if it does not say. */
        String condition() {
            return body.path("Response").path("ErrorCondition").asString("");
        }
    }

    /** Certainly nothing reached the terminal. */
    record NotSent(Sentence why) implements Reply {}

    /** The terminal understood HTTP and nothing else: it refused before reading what was asked. */
    record Refused(int status) implements Reply {}

    /** The request may have arrived, its answer did not, or nobody can trust it. */
    record Lost(Sentence why) implements Reply {}
}
