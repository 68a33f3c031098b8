package io.keentill.domain.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The words of a receipt in one language. English and German are here; another language is another bundle with the same
 * keys as {@code receipt.properties}.
 *
 * @param texts its phrases, with {@code {0}} where a value goes
 */
public record ReceiptWords(ResourceBundle texts) {

    /**
     * German for a German-speaking locale, else English: never the machine's own language, which the customer may not
     * share.
     */
    public static ReceiptWords of(Locale locale) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        return new ReceiptWords(bundle(german ? "receipt_de.properties" : "receipt.properties"));
    }

    /** The phrase of {@code key} with {@code values} put in as they are. */
    public String phrase(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }

    private static ResourceBundle bundle(String name) {
        try (InputStream in = ReceiptWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks its receipt texts " + name);
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
