package io.keentill.domain.shop;

/**
 * Somebody who logs in with a PIN. The PIN itself is never here; the store keeps its Argon2id hash.
 *
 * @param id UUIDv7
 * @param name shown on screen and receipt
 * @param role what they may do
 */
public record Staff(String id, String name, Role role) {}
