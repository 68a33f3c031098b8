package io.keentill.device.http;

import java.util.Locale;

/** Which characters may stand where (RFC 9110, section 5.6.2 and 5.5). */
final class HttpSyntax {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HttpSyntax() {}

    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 0x7F && (isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0));
    }

    static boolean isVisible(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
    }

    /** Visible ASCII, blanks and tabs inside; Latin-1 is let through, controls never. */
    static boolean isFieldValue(String text) {
        return text.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c <= 0xFF));
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
