package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;
import java.util.regex.Pattern;

/**
 * Something an installer must tell to pair a terminal.
 *
 * @param name under which the answer is handed to {@link PaymentTerminal#pair}
 * @param text for people: what to type and where it stands
 * @param secret whether it is not to be shown while it is typed, nor to be kept in a command's history
 * @param form what an answer must match as a whole
 */
public record PairingQuestion(String name, Sentence text, boolean secret, Pattern form) {

    /** The same with words as they are, which are shown untranslated unless they are a sentence. */
    public PairingQuestion(String name, CharSequence text, boolean secret, Pattern form) {
        this(name, Sentence.from(text), secret, form);
    }

    /** Whether {@code answer} is of the form asked for. */
    public boolean accepts(String answer) {
        return form.matcher(answer).matches();
    }

    /** By what it asks, for its pattern compares by identity alone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PairingQuestion that
                && name.equals(that.name)
                && text.equals(that.text)
                && secret == that.secret
                && form.pattern().equals(that.form.pattern());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
