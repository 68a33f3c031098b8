package io.keentill.storefront.text;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * How this screen says what the rooms below say: their patterns by code in its language, figures of its locale. English is
 * in the sentences themselves, and stands in for whatever a language lacks: a driver of a stranger brings no translation.
 */
public final class Speech implements Language {

    /** One bundle for each room that says something: {@code said_ROOM_LANGUAGE.properties}. */
    static final List<String> ROOMS =
            List.of("sale", "payment", "refund", "office", "sync", "install", "link", "device", "zvt");

    private final Texts texts;
    private final Properties patterns = new Properties();

    /** The speech of {@code texts}. */
    Speech(Texts texts) {
        this.texts = texts;
        if (!texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            ROOMS.forEach(this::load);
        }
    }

    @Override
    public String pattern(String code, String english) {
        String pattern = patterns.getProperty(code);
        return pattern == null ? english : pattern;
    }

    /** Numbers of receipts, ports and pieces are written without grouping. */
    @Override
    public String figure(Object value) {
        return switch (value) {
            case Money amount -> texts.money(amount);
            case Instant at -> texts.moment(at);
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .format(day);
            default -> value.toString();
        };
    }

    /** Every code that this language has a pattern for. */
    public Set<String> codes() {
        return patterns.stringPropertyNames();
    }

    private void load(String room) {
        String file = "said_" + room + "_" + texts.locale().getLanguage() + ".properties";
        try (InputStream in = Speech.class.getResourceAsStream(file)) {
            if (in != null) {
                patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable: " + file, e);
        }
    }
}
