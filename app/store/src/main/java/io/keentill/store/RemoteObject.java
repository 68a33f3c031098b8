package io.keentill.store;

/**
 * Something that RevKeen has, as it was last seen.
 *
 * @param kind in the engine's words
 * @param id RevKeen's
 * @param lookup what it is found by as a whole, such as a code or the id of the sale that it belongs to; may be empty
 * @param words what it is found by while somebody types; case and accents do not matter
 * @param content JSON
 */
public record RemoteObject(String kind, String id, String lookup, String words, String content) {}
