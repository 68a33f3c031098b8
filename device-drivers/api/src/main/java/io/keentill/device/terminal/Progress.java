package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;

/**
 * What the terminal is doing, for the clerk.
 *
 * @param stage what it means
 * @param text in the terminal's or driver's words, ready to show
 */
public record Progress(Stage stage, Sentence text) {

    /** The same with words as they are, which are shown untranslated unless they are a sentence. */
    public Progress(Stage stage, CharSequence text) {
        this(stage, Sentence.from(text));
    }

    /** Stages of a payment as the clerk sees them. */
    public enum Stage {
        /** Reaching the terminal. */
        CONNECTING,
        /** Customer to present the card. */
        WAITING_FOR_CARD,
        /** Customer to enter a PIN or confirm. */
        CUSTOMER_INPUT,
        /** Card read; host being asked. */
        PROCESSING,
        /** Customer to take the card out. */
        REMOVE_CARD,
        /** The till asked to stop and waits for the terminal's word. */
        CANCELLING,
        /** Answer lost; the terminal is being asked. */
        RECOVERING,
        /** Anything else worth reading. */
        INFORMATION
    }
}
