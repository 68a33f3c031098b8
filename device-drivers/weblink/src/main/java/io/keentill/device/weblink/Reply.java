package io.keentill.device.weblink;

import io.keentill.domain.text.Sentence;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How one call to the terminal ended. */
sealed interface Reply {

    /** The terminal answered, with whatever. */
    record Answered(int status, String body) implements Reply {

        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final int LONGEST = 200;

        /** The body as a JSON object; empty if it is none. */
        Optional<ObjectNode> object() {
            return json().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
        }

        /** The body as JSON; empty if it is none. */
        Optional<JsonNode> json() {
            try {
                return Optional.ofNullable(JSON.readTree(body)).filter(node -> !node.isMissingNode());
            } catch (JacksonException noJson) {
                return Optional.empty(); // errors are plain text on WebLink
            }
        }

        /** What it says, for people. */
        String words() {
            String text = body.strip();
            return text.isEmpty() ? "status " + status : text.substring(0, Math.min(text.length(), LONGEST));
        }
    }

    /** Certainly nothing reached the terminal. */
    record NotSent(Sentence why) implements Reply {}

    /** The call may have arrived, its answer did not. */
    record Lost(Sentence why) implements Reply {}
}
