package io.keentill.device.weblink.emulator;

import io.keentill.device.emulation.Script;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is answered.
 *
 * @param status HTTP status
 * @param type content type
 * @param text the body
 * @param fault what befalls it on its way; null for nothing
 */
record Answer(int status, String type, String text, Script.@Nullable Fault fault) {

    static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json", body.toString(), null);
    }

    /** Errors are plain text on WebLink, not JSON. */
    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body, null);
    }

    Answer suffering(Script.@Nullable Fault what) {
        return new Answer(status, type, text, what);
    }

    byte[] bytes() {
        return (fault == Script.Fault.GARBAGE ? "{\"transApproved\":tr\u0000\u00ff" : text)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the connection ends instead. */
    boolean lost() {
        return fault == Script.Fault.LOSE_START || fault == Script.Fault.LOSE_RESULT;
    }
}
