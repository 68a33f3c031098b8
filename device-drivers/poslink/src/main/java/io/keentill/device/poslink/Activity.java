package io.keentill.device.poslink;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.text.Sentence;
import java.util.Optional;

/** What a terminal reports to be doing (A36), for the clerk. Decides nothing. */
final class Activity {

    private Activity() {}

    /** What the number says; empty for numbers that are not known and for a terminal at rest. */
    static Optional<Progress> of(String code) {
        return switch (code) {
            case "0" ->
                progress(
                        Progress.Stage.WAITING_FOR_CARD,
                        Sentence.of("poslink.customer-present-the-card", "Customer: present the card"));
            case "1" ->
                progress(
                        Progress.Stage.CUSTOMER_INPUT,
                        Sentence.of("poslink.customer-enter-the-pin", "Customer: enter the PIN"));
            case "2", "5" ->
                progress(
                        Progress.Stage.CUSTOMER_INPUT,
                        Sentence.of("poslink.customer-sign-on-the-terminal", "Customer: sign on the terminal"));
            case "3" -> progress(Progress.Stage.PROCESSING, Sentence.of("poslink.asking-the-bank", "Asking the bank"));
            case "4" ->
                progress(
                        Progress.Stage.WAITING_FOR_CARD,
                        Sentence.of("poslink.customer-present-the-card-again", "Customer: present the card again"));
            case "6" ->
                progress(
                        Progress.Stage.CUSTOMER_INPUT,
                        Sentence.of(
                                "poslink.wrong-pin-customer-enter-it-again", "Wrong PIN. Customer: enter it again"));
            default -> Optional.empty();
        };
    }

    private static Optional<Progress> progress(Progress.Stage stage, Sentence text) {
        return Optional.of(new Progress(stage, text));
    }
}
