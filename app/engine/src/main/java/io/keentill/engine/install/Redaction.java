package io.keentill.engine.install;

import io.keentill.device.terminal.TraceMask;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a line what must not leave the shop: every secret that the till keeps, in the ways it may be written; what
 * is written like a key, token or card number, whoever wrote it; and addresses of people. Rather too much than too little.
 */
final class Redaction {

    private static final int LEAST_SECRET = 4;
    private static final String GONE = "***";
    private static final Pattern KEY = Pattern.compile("\\b(?:rk_[a-z]+_|whsec_|sk_|pk_)[A-Za-z0-9_-]+");
    private static final Pattern OPTION = Pattern.compile("(?i)([?&](?:pw|password|key|pin|token|code)=)[^&\\s\"]+");
    private static final Pattern HEADER = Pattern.compile(
            "(?i)((?:x-api-key|x-linking-code|authorization|idempotency-key)\"?\\s*[:=]\\s*\"?)[^\\s\",}]+");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\dA-Za-z])\\d(?:[ .-]?\\d){12,18}(?!\\d)");
    private static final Pattern HEX_DIGITS = Pattern.compile("(?<![0-9A-Fa-f])(?:3\\d ?){13,19}(?![0-9A-Fa-f])");
    private static final Pattern SECRET_OPTION =
            Pattern.compile("(?i)[?&](?:pw|password|key|pin|token|code|secret)=([^&\\s\"]+)");
    private static final Pattern WEB_TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+)*");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private final List<String> secrets;

    private Redaction(Set<String> secrets) {
        // The longest first, so that a short one that is part of it leaves nothing of it behind.
        this.secrets = secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Knows the secrets in this till's data folder.
     *
     * @param addresses of its devices: what their options hold, such as a terminal's password, is a secret, too
     */
    static Redaction of(Path data, List<String> addresses) throws IOException {
        Set<String> known = new LinkedHashSet<>();
        addresses.forEach(address -> SECRET_OPTION.matcher(address).results().forEach(o -> add(known, o.group(1))));
        Path folder = data.resolve("secrets");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    add(known, Files.readString(file).strip());
                }
            }
        }
        return new Redaction(known);
    }

    private static void add(Set<String> known, String secret) {
        if (secret.length() < LEAST_SECRET) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        known.add(secret);
        known.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        known.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        known.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        known.add(HexFormat.of().formatHex(bytes));
        known.add(HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
    }

    /** The line without them. */
    String line(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, GONE);
        }
        clean = KEY.matcher(clean).replaceAll(GONE);
        clean = HEADER.matcher(clean).replaceAll("$1" + GONE);
        clean = OPTION.matcher(clean).replaceAll("$1" + GONE);
        clean = WEB_TOKEN.matcher(clean).replaceAll(GONE);
        clean = MAIL.matcher(clean).replaceAll(GONE);
        clean = TraceMask.of(clean);
        clean = HEX_DIGITS.matcher(clean).replaceAll(GONE);
        return DIGITS.matcher(clean).replaceAll(GONE);
    }

    /** Every line of a text. */
    String text(String text) {
        return text.lines().map(this::line).reduce("", (all, line) -> all + line + "\n");
    }
}
