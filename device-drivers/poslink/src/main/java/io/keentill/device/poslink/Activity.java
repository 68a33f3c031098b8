package io.keentill.device.poslink;

import io.keentill.device.terminal.Progress;
import java.util.Optional;

/** What a terminal reports to be doing (A36), for the clerk. Decides nothing. */
final class Activity {

    private Activity() {}

    /** What the number says; empty for numbers that are not known and for a terminal at rest. */
    static Optional<Progress> of(String code) {
        return switch (code) {
            case "0" -> progress(Progress.Stage.WAITING_FOR_CARD, "Customer: present the card");
            case "1" -> progress(Progress.Stage.CUSTOMER_INPUT, "Customer: enter the PIN");
            case "2", "5" -> progress(Progress.Stage.CUSTOMER_INPUT, "Customer: sign on the terminal");
            case "3" -> progress(Progress.Stage.PROCESSING, "Asking the bank");
            case "4" -> progress(Progress.Stage.WAITING_FOR_CARD, "Customer: present the card again");
            case "6" -> progress(Progress.Stage.CUSTOMER_INPUT, "Wrong PIN. Customer: enter it again");
            default -> Optional.empty();
        };
    }

    private static Optional<Progress> progress(Progress.Stage stage, String text) {
        return Optional.of(new Progress(stage, text));
    }
}
