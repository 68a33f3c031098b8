package io.keentill.store;

import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a backup can be relied on. */
public sealed interface BackupCheck {

    /**
     * Every page, index and reference of it is whole. Its journal may not prove itself all the same, when somebody changed
     * it while it was the till's own: what is backed up then is better than nothing, and what proves itself better still.
     *
     * @param file the backup
     * @param journal where its journal ends
     * @param receipts the last receipt number it has given
     * @param sales how many sales it has
     * @param journalFault what is wrong with its journal; null if it proves itself
     */
    record Good(
            Path file,
            JournalHead journal,
            long receipts,
            long sales,
            @Nullable Sentence journalFault) implements BackupCheck {

        /** Whether its journal proves itself too. */
        public boolean isProven() {
            return journalFault == null;
        }
    }

    /**
     * It cannot be relied on.
     *
     * @param file the backup
     * @param why for people
     */
    record Bad(Path file, Sentence why) implements BackupCheck {}
}
