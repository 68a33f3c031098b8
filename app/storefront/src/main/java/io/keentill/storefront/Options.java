package io.keentill.storefront;

/** Placeholder. */
public record Options(int x) {}
