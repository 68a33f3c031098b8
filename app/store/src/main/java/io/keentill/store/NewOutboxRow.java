package io.keentill.store;

import java.time.Instant;

/**
 * Something that RevKeen is to be told.
 *
 * @param saleId groups the steps of one sale, which go out in sequence
 * @param step its place within the sale; any gaps, no two alike
 * @param kind what it is, in the engine's words
 * @param ref what it is about: an order or attempt id
 * @param createdAt when; it is due from then on
 */
public record NewOutboxRow(String saleId, int step, String kind, String ref, Instant createdAt) {}
