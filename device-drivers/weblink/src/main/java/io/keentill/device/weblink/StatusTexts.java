package io.keentill.device.weblink;

import io.keentill.device.terminal.Progress;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code Statuses}: a JSON list in a string, whose last entry the clerk may read. It never decides anything. */
final class StatusTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 120;

    private StatusTexts() {}

    /** The last readable entry. */
    static Optional<String> last(JsonNode body) {
        JsonNode statuses = body.path("Statuses");
        if (statuses.isMissingNode()) {
            statuses = body.path("statuses");
        }
        try {
            JsonNode list = statuses.isString() ? JSON.readTree(statuses.stringValue()) : statuses;
            String last = "";
            for (JsonNode entry : list) {
                String text = entry.path("statusDescription").asString("").strip();
                last = text.isEmpty() ? last : text;
            }
            return last.isEmpty() ? Optional.empty() : Optional.of(last.substring(0, Math.min(last.length(), LONGEST)));
        } catch (JacksonException unreadable) {
            return Optional.empty(); // it is only for reading
        }
    }

    /** The stage that a text speaks of, as far as its words tell. */
    static Progress progress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Progress.Stage stage = Progress.Stage.INFORMATION;
        if (lower.contains("remove")) {
            stage = Progress.Stage.REMOVE_CARD;
        } else if (lower.contains("pin")) {
            stage = Progress.Stage.CUSTOMER_INPUT;
        } else if (lower.contains("card screen") || lower.contains("insert") || lower.contains("present")) {
            stage = Progress.Stage.WAITING_FOR_CARD;
        } else if (lower.contains("host") || lower.contains("connect") || lower.contains("online")) {
            stage = Progress.Stage.PROCESSING;
        }
        return new Progress(stage, text);
    }
}
