package io.keentill.sandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API says no: a status, a code and a sentence for the caller. Thrown by handlers, turned into the resource's own
 * error body by the engine; it undoes what the handler had changed.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String said;
    private final @Nullable String param;
    private final Map<String, String> extras;

    /** A refusal with every part given; {@code param} names the field at fault. */
    public Refusal(int status, String code, String message, @Nullable String param) {
        this(status, code, message, param, Map.of());
    }

    private Refusal(int status, String code, String message, @Nullable String param, Map<String, String> extras) {
        super(message, null, false, false);
        this.extras = extras;
        this.status = status;
        this.code = code;
        this.said = message;
        this.param = param;
    }

    /** 400: a field is wrong. */
    public static Refusal invalid(@Nullable String param, String message) {
        return new Refusal(400, "invalid_request", message, param);
    }

    /** 400: the object's state does not allow this. */
    public static Refusal notNow(String message) {
        return invalid(null, message);
    }

    /** 404: no such object. */
    public static Refusal missing(String what, String id) {
        return new Refusal(404, "resource_missing", "No such " + what + ": " + id + ".", "id");
    }

    /** 409 with a code of its own. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(409, code, message, null);
    }

    /** 422 with a code of its own. */
    public static Refusal unprocessable(String code, String message) {
        return new Refusal(422, code, message, null);
    }

    /** The same with one more text beside the resource's own error fields, such as an {@code existingChargeId}. */
    public Refusal with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(extras);
        more.put(field, value);
        return new Refusal(status, code, said, param, more);
    }

    /** What {@link #with} added. */
    Map<String, String> extras() {
        return extras;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The machine-readable word. */
    public String code() {
        return code;
    }

    /** The sentence for the caller. */
    public String said() {
        return said;
    }

    /** The field at fault, if one is. */
    public @Nullable String param() {
        return param;
    }
}
