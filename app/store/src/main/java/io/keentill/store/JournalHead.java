package io.keentill.store;

/**
 * Where a journal ends, or ended once. Kept outside of the till's data it is an anchor: whoever cuts the journal's end off,
 * and everything that the data itself says about that end with it, cannot change what is written elsewhere.
 *
 * @param seq number of the last entry, 0 if there is none
 * @param hash its hash in lower-case hex, 64 zeros for an empty journal; an anchor may keep the first digits alone
 */
public record JournalHead(long seq, String hash) {

    /** Hex digits that an anchor keeps where room is short: 64 bits, which nobody finds a second entry for. */
    private static final int SHORT = 16;

    /** An empty journal. */
    static final JournalHead START = new JournalHead(0, JournalHash.START);

    /** {@code 1234:0123456789abcdef}, as {@link #parse} reads it. */
    public String brief() {
        return seq + ":" + hash.substring(0, Math.min(SHORT, hash.length()));
    }

    /**
     * Reads {@link #brief}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static JournalHead parse(String brief) {
        if (!brief.matches("\\d{1,18}:[0-9a-f]{16,64}")) {
            throw new IllegalArgumentException("\"" + brief + "\" is no anchor of a journal: NUMBER:HASH");
        }
        int colon = brief.indexOf(':');
        return new JournalHead(Long.parseLong(brief.substring(0, colon)), brief.substring(colon + 1));
    }

    /** Whether an entry of this number with this hash is the one meant. */
    boolean fits(long number, String whole) {
        return seq == number && whole.startsWith(hash);
    }
}
