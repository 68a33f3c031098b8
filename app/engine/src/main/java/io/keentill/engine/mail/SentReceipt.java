package io.keentill.engine.mail;

import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that was asked for by e-mail.
 *
 * @param address where it goes
 * @param state how far it came
 * @param problem why it waits or was refused; null if there is nothing to say
 * @param at when it was asked for
 */
public record SentReceipt(
        String address, State state, @Nullable Sentence problem, Instant at) {

    /** How far one came. */
    public enum State {
        /** It waits for RevKeen. */
        WAITING,
        /** RevKeen has it and sends it. */
        SENT,
        /** RevKeen refused it: a task for somebody. */
        REFUSED
    }
}
