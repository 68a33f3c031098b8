package io.keentill.device.terminal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes what goes over a line fit to be shown: card data and secrets out, control characters readable. For protocols of
 * text, whatever their form. It rather masks too much than too little; protocols of binary fields mask by field instead.
 */
public final class TraceMask {

    /** Control characters of terminal protocols by their names; the rest as numbers. */
    private static final String[] NAMES = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };

    /** Track 1 from its format code, tracks 2 and 3 from the card number on. */
    private static final Pattern TRACK =
            Pattern.compile("%?[A-Za-z]\\d{12,19}\\^[^?\\r\\n]*\\??|;?(?<!\\d)\\d{12,19}[=D]\\d[\\dA-Fa-f=]*\\??");

    /** 13 to 19 digits, perhaps in groups of four. */
    private static final Pattern CARD_NUMBER =
            Pattern.compile("(?<!\\d)(?:\\d{13,19}|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,7})(?!\\d)");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]+");

    private static final String SECRET = "(?:[A-Za-z_-]*(?:token|password|passphrase|secret|pairing_?code|api_?key|"
            + "private_?key)|key|pin|pin_?block|cvv2?|cvc2?|cvn|pan|card_?number|account_?number|track_?[123]?(?:_?data)?)";

    private static final Pattern JSON =
            Pattern.compile("(?i)(\"" + SECRET + "\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"?|[^\\s,}\\]]+)");
    private static final Pattern PAIR = Pattern.compile("(?i)(?<![A-Za-z0-9_-])(" + SECRET + "=)[^&\\s;,\\x00-\\x1f]+");
    private static final Pattern XML = Pattern.compile("(?i)(<(?:\\w+:)?(" + SECRET + ")(?:\\s[^>]*)?>)[^<]*");

    private TraceMask() {}

    /** One line of readable text from what went over the line, masked. */
    public static String of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The same for text. */
    public static String of(String text) {
        String masked = JSON.matcher(text).replaceAll("$1\"***\"");
        masked = XML.matcher(masked).replaceAll("$1***");
        masked = PAIR.matcher(masked).replaceAll("$1***");
        masked = BEARER.matcher(masked).replaceAll("$1 ***");
        masked = TRACK.matcher(masked).replaceAll("***");
        masked = CARD_NUMBER.matcher(masked).replaceAll(TraceMask::lastFour);
        return visible(masked);
    }

    private static String lastFour(java.util.regex.MatchResult number) {
        String text = number.group();
        return Matcher.quoteReplacement(
                "************" + text.substring(text.length() - 4).replaceAll("\\D", "*"));
    }

    private static String visible(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < NAMES.length) {
                line.append('<').append(NAMES[c]).append('>');
            } else if (Character.isISOControl(c)) {
                line.append("<%02X>".formatted(c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
