package io.keentill.engine.install;

import io.keentill.device.terminal.DriverSetting;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.domain.text.Sentence;
import java.util.List;

/** What has to be known before a terminal can be set up. */
public sealed interface SetUpForm {

    /**
     * These are asked; both lists may be empty.
     *
     * @param family for people
     * @param settings of its family, each with the suggestion that fits this shop
     * @param questions for pairing; empty where it is not paired
     */
    record Ask(String family, List<DriverSetting> settings, List<PairingQuestion> questions) implements SetUpForm {

        /** Copies the lists. */
        public Ask {
            settings = List.copyOf(settings);
            questions = List.copyOf(questions);
        }
    }

    /** No terminal can be at such an address; the message says why and what to write. */
    record Refused(Sentence message) implements SetUpForm {}
}
