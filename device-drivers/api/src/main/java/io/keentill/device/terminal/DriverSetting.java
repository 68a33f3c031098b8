package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;
import java.util.regex.Pattern;

/**
 * An option of a family's addresses that an installer should be asked for, because no default fits every shop. What is
 * answered becomes part of the address: {@code poslink:tcp:host:10009?currency=GBP}. Never a secret: those belong to
 * {@link PairingQuestion}.
 *
 * @param name of the option; {@code currency} is suggested as the shop's
 * @param text for people: what to type and where it stands
 * @param form what an answer must match as a whole
 * @param usual what holds where nothing is typed; empty if the driver says so itself
 */
public record DriverSetting(String name, Sentence text, Pattern form, String usual) {

    /** The same with words as they are, which are shown untranslated unless they are a sentence. */
    public DriverSetting(String name, CharSequence text, Pattern form, String usual) {
        this(name, Sentence.from(text), form, usual);
    }

    /** Whether {@code answer} is of the form asked for; nothing typed leaves the driver's own default. */
    public boolean accepts(String answer) {
        return answer.isBlank() || form.matcher(answer).matches();
    }
}
