package io.keentill.storefront;

import java.net.URL;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * How the storefront looks and behaves.
 *
 * @param locale language and figures; English if there are no texts in it
 * @param zone of the times shown
 * @param clock for ages shown in the status bar
 * @param fonts font files to load before anything is drawn; the system's own font without any
 * @param autoLock idle time after which the clerk is logged out; zero for never
 * @param beeper is heard when a code is not known
 */
public record Options(
        Locale locale, ZoneId zone, InstantSource clock, List<URL> fonts, Duration autoLock, Beeper beeper) {

    /** Copies the fonts. */
    public Options {
        fonts = List.copyOf(fonts);
    }

    /** Without a sound. */
    public Options(Locale locale, ZoneId zone, InstantSource clock, List<URL> fonts, Duration autoLock) {
        this(locale, zone, clock, fonts, autoLock, Beeper.SILENT);
    }

    /** British English, the machine's time and zone, its own font, locked after ten idle minutes. */
    public static Options defaults() {
        return new Options(
                Locale.UK, ZoneId.systemDefault(), InstantSource.system(), List.of(), Duration.ofMinutes(10));
    }

    /** The same in another language. */
    public Options withLocale(Locale other) {
        return new Options(other, zone, clock, fonts, autoLock, beeper);
    }

    /** The same with fonts of one's own. */
    public Options withFonts(List<URL> files) {
        return new Options(locale, zone, clock, files, autoLock, beeper);
    }

    /** The same with something that is heard. */
    public Options withBeeper(Beeper heard) {
        return new Options(locale, zone, clock, fonts, autoLock, heard);
    }
}
