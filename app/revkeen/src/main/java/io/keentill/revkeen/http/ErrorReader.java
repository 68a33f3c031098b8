package io.keentill.revkeen.http;

import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a refusal from whichever of the shapes E1 to E10 it came in, or from none of them (section A.8). */
final class ErrorReader {
    private static final int LONGEST_MESSAGE = 500;

    private ErrorReader() {}

    static ApiError read(Wire.Reply reply) {
        Fields top = parse(reply.body());
        if (top == null) {
            return error(reply, null, null, null, null, Map.of());
        }
        Fields inner = top.object("error");
        String plain = inner == null ? top.text("error") : null;
        String told = first(top.text("message"), first(top.text("error_description"), plain));
        String message = first(inner == null ? null : inner.text("message"), told);
        String code = first(inner == null ? null : inner.text("code"), top.text("code"));
        if (code == null && looksLikeCode(plain)) {
            code = plain;
        }
        String param = inner == null ? top.text("field") : first(inner.text("param"), inner.text("field"));
        String id = first(inner == null ? null : inner.text("request_id"), top.text("request_id"));
        Map<String, Object> extra = new LinkedHashMap<>(top.extra());
        if (inner != null) {
            extra.putAll(inner.extra());
        }
        if (plain != null && !plain.equals(message) && !plain.equals(code)) {
            extra.put("error", plain);
        }
        return error(reply, code, message, param, id, Collections.unmodifiableMap(extra));
    }

    /** A 2xx whose body is not what the endpoint promises. */
    static ApiError unreadable(Wire.Reply reply, String why) {
        return new ApiError.Unexpected(new ApiError.Details(
                reply.status(), "unreadable_reply", why, null, reply.requestId(), reply.retryAfter()));
    }

    /** A list that gives the same items for ever. */
    static ApiError stuck() {
        String why = "the list does not move on: two pages in a row held nothing new";
        return new ApiError.Unexpected(new ApiError.Details(200, "unreadable_reply", why, null, null, null));
    }

    private static ApiError error(
            Wire.Reply reply,
            @Nullable String code,
            @Nullable String message,
            @Nullable String param,
            @Nullable String id,
            Map<String, Object> extra) {
        String said = message == null || message.isBlank() ? ApiError.Details.withoutReason(reply.status()) : message;
        String bounded = said.length() > LONGEST_MESSAGE ? said.substring(0, LONGEST_MESSAGE) + "…" : said;
        return ApiError.of(new ApiError.Details(
                reply.status(), code, bounded, param, first(id, reply.requestId()), reply.retryAfter(), extra));
    }

    private static @Nullable Fields parse(byte[] body) {
        try {
            return Fields.parse(body);
        } catch (MalformedReplyException notJson) {
            return null; // a proxy's page, an empty body: the status alone speaks
        }
    }

    private static boolean looksLikeCode(@Nullable String plain) {
        return plain != null && plain.matches("[a-z]+(_[a-z]+)+");
    }

    private static @Nullable String first(@Nullable String one, @Nullable String two) {
        return one == null ? two : one;
    }
}
