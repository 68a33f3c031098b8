package io.keentill.store;

/** The hash that chains journal entries. */
final class JournalHash {

    /** What stands in place of the hash before the first entry. */
    static final String START = ChainHash.START;

    private JournalHash() {}

    /** The hash that an entry with these fields must have. */
    static String of(JournalEntry entry) {
        return ChainHash.of(
                entry.previous(),
                Long.toString(entry.seq()),
                Long.toString(Instants.toNanos(entry.at())),
                entry.type(),
                entry.actor(),
                entry.subject(),
                entry.detail());
    }
}
