package io.keentill.storefront.text;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything the screen says, in the language and with the figures of one locale. English stands behind every other
 * language, whatever the machine's own language is.
 */
public final class Texts {

    private final Locale locale;
    private final ZoneId zone;
    private final MoneyFormat money;
    private final Properties bundle;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Speech speech;

    /** Texts for {@code locale}; times as clocks show them in {@code zone}. */
    public Texts(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.money = new MoneyFormat(locale);
        Properties english = load("storefront.properties", new Properties());
        boolean translated = Texts.class.getResource(fileOf(locale)) != null;
        this.bundle = translated ? load(fileOf(locale), english) : english;
        this.speech = new Speech(this);
    }

    /**
     * The text of {@code key}, its {@code {0}}… filled with {@code values}, sentences among them in this language. An unknown
     * key is a bug.
     */
    public String get(String key, Object... values) {
        String pattern = bundle.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return values.length == 0 ? pattern : filled(key, pattern).format(spoken(values));
    }

    /** A copy of the one that is kept: threads may not share one, and taking a pattern apart costs more than filling it. */
    private MessageFormat filled(String key, String pattern) {
        return (MessageFormat) formats.computeIfAbsent(key, missing -> new MessageFormat(pattern, locale))
                .clone();
    }

    private Object[] spoken(Object... values) {
        Object[] spoken = values.clone();
        for (int i = 0; i < spoken.length; i++) {
            if (spoken[i] instanceof Sentence sentence) {
                spoken[i] = said(sentence);
            }
        }
        return spoken;
    }

    /** What a room below says, in this language and with its figures. */
    public String said(Sentence sentence) {
        return speech.say(sentence);
    }

    /**
     * What is told of work that broke: the text of {@code what}, which is what did not work and what to do about it, and
     * the reason if whoever threw it can say one. What cannot be said to people is in the log, where the worker wrote it.
     */
    public String trouble(Throwable e, String what) {
        return get(what) + " " + Spoken.in(e).map(this::said).orElseGet(() -> get("trouble.inLog"));
    }

    /** How it says what the rooms below say. */
    public Speech speech() {
        return speech;
    }

    /** Whose clocks it goes by. */
    public ZoneId zone() {
        return zone;
    }

    /** Every key of this language or of English. */
    public Set<String> keys() {
        return bundle.stringPropertyNames();
    }

    /** An amount with its symbol. */
    public String money(Money amount) {
        return money.format(amount);
    }

    /** An amount as it is typed: its figures alone. */
    public String figures(Money amount) {
        char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return BigDecimal.valueOf(amount.minor(), amount.digits())
                .toPlainString()
                .replace('.', point);
    }

    /** A time of day without seconds. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** Day and time of day without seconds, as short as the locale has them. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** A day, as short as the locale has it. What is dated without a time of day is the same day everywhere. */
    public String date(Instant at) {
        boolean dayAlone = at.truncatedTo(ChronoUnit.DAYS).equals(at);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(dayAlone ? ZoneOffset.UTC : zone));
    }

    /** A quantity or another number with the locale's own signs. */
    public String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }

    /** Which day it is at a moment. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** A stretch of time in its largest whole unit. */
    public String age(Duration age) {
        if (age.toDays() > 0) {
            return get("age.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return get("age.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? get("age.minutes", age.toMinutes()) : get("age.moment");
    }

    /** Whose language this is. */
    public Locale locale() {
        return locale;
    }

    private static String fileOf(Locale locale) {
        return "storefront_" + locale.getLanguage() + ".properties";
    }

    private static Properties load(String file, Properties behind) {
        Properties texts = new Properties(behind);
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from this build: " + file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable: " + file, e);
        }
    }
}
