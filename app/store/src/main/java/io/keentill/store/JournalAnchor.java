package io.keentill.store;

import io.keentill.domain.text.Sentence;

/**
 * An end that the journal once had, as somebody outside of the till's data wrote it down.
 *
 * @param head the end
 * @param where who knows it, for people: a backup's name, an order at RevKeen
 */
public record JournalAnchor(JournalHead head, Sentence where) {}
