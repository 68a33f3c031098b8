package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a {@code multipart/form-data} body (RFC 7578) of text parts. An uploaded file becomes the field {@link #FILE},
 * whatever its part is called (API reference B.32: its name is undocumented); any other part becomes the field of its
 * name, an object where it holds a JSON object.
 */
public final class Multipart {
    /** The name under which a shape takes an uploaded file; no JSON body of the API has a field like it. */
    public static final String FILE = "uploaded file";

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("(?<![A-Za-z*])name=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("(?<![A-Za-z])filename\\*?=", Pattern.CASE_INSENSITIVE);
    private static final String LINE = "\r\n";

    private Multipart() {}

    /** Whether a body of this content type is a form with parts. */
    static boolean is(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** The parts as fields; a body that does not follow its own boundary is refused with 400. */
    static ObjectNode read(String contentType, String body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw broken("its content type names no boundary");
        }
        // A delimiter fills its line: padding is allowed behind it, other text makes it content.
        Matcher line = Pattern.compile("\\r\\n--" + Pattern.quote(either(boundary)) + "(--|[ \\t]*(?=\\r\\n))")
                .matcher(LINE + body);
        if (!line.find()) {
            throw broken("it does not hold its own boundary");
        }
        ObjectNode fields = Json.object();
        String text = LINE + body;
        while (line.group(1).isBlank()) {
            int start = line.end() + LINE.length();
            if (!line.find()) {
                throw broken("its last part does not end");
            }
            part(text.substring(Math.min(start, line.start()), line.start()), fields);
        }
        return fields;
    }

    private static void part(String part, ObjectNode fields) {
        int blank = part.indexOf(LINE + LINE);
        String headers = blank < 0 ? "" : part.substring(0, blank);
        Matcher name = NAME.matcher(headers);
        if (!name.find()) {
            throw broken("a part has no name");
        }
        String content = part.substring(blank + 2 * LINE.length());
        if (FILE_NAME.matcher(headers).find()) {
            fields.put(FILE, content);
            return;
        }
        ObjectNode object = content.stripLeading().startsWith("{") ? Json.objectOrNull(content) : null;
        if (object == null) {
            fields.put(either(name), content);
        } else {
            fields.set(either(name), object);
        }
    }

    private static String either(Matcher quotedOrNot) {
        return quotedOrNot.group(1) == null ? quotedOrNot.group(2) : quotedOrNot.group(1);
    }

    private static Refusal broken(String why) {
        return Refusal.invalid(null, "The form cannot be read: " + why + ".");
    }
}
