package io.keentill.store;

/**
 * An end that the journal once had, as somebody outside of the till's data wrote it down.
 *
 * @param head the end
 * @param where who knows it, for people: a backup's name, an order at RevKeen
 */
public record JournalAnchor(JournalHead head, String where) {}
