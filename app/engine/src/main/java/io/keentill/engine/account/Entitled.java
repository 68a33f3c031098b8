package io.keentill.engine.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer may use, as RevKeen has it (API reference B.22).
 *
 * @param name of the benefit, for people
 * @param status RevKeen's word: active, trialing, grace, past_due, restricted, suspended, canceled or a new one
 * @param hasAccess whether it may be used now; this counts, whatever the status
 * @param until when it ends; null where it does not
 */
public record Entitled(
        String name,
        String status,
        boolean hasAccess,
        @Nullable Instant until) {}
