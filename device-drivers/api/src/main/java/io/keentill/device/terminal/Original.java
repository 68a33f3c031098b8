package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import java.time.Instant;

/**
 * An earlier payment that a request refers to, with everything any family needs to name it: our reference, the
 * terminal's own numbers, and when it was.
 *
 * @param reference our own
 * @param amount what was approved
 * @param card what the terminal said of it: receipt number, trace, UTI, RRN, authorisation code
 * @param at when it was sent
 * @param recoveryHint what the driver gave to {@link AttemptMonitor#sending} for it; may be empty
 */
public record Original(String reference, Money amount, CardDetails card, Instant at, String recoveryHint) {}
