package io.keentill.store;

import java.time.Instant;

/**
 * One entry of the journal.
 *
 * @param seq from 1, without gaps
 * @param at when it was written
 * @param type what happened
 * @param actor who did it
 * @param subject what it was about
 * @param detail JSON
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over {@code previous} and all of the above, in lower-case hex
 */
public record JournalEntry(
        long seq, Instant at, String type, String actor, String subject, String detail, String previous, String hash) {}
