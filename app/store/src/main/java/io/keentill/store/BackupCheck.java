package io.keentill.store;

import java.nio.file.Path;

/** Whether a backup can be relied on. */
public sealed interface BackupCheck {

    /**
     * Every page, index and reference of it is whole, and so is its journal.
     *
     * @param file the backup
     * @param journal where its journal ends
     * @param receipts the last receipt number it has given
     * @param sales how many sales it has
     */
    record Good(Path file, JournalHead journal, long receipts, long sales) implements BackupCheck {}

    /**
     * It cannot be relied on.
     *
     * @param file the backup
     * @param why for people
     */
    record Bad(Path file, String why) implements BackupCheck {}
}
