package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.util.List;

/** Looking for faults. Both block for seconds. */
public interface CareDesk {

    /** Looks at the machine and at the till. */
    List<Finding> examine();

    /** How writing a bundle went. */
    sealed interface Bundle {

        /** It is here. */
        record Written(Path file) implements Bundle {}

        /** Not written; the message says why. */
        record NotWritten(Sentence message) implements Bundle {}
    }

    /**
     * Writes a zip with what a support desk needs: findings, settings, the newest payments, journal, logs and frames.
     * Secrets, card data and addresses of people are taken out of every line of it.
     *
     * @param folder where to; made if it is not there
     */
    Bundle bundle(Path folder);

    /** Where what is written out for others goes: the journal. */
    Path exportFolder();

    /** Where bundles go unless somebody says otherwise. */
    Path usualFolder();
}
