package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.time.Instant;

/**
 * An attempt whose outcome is not known.
 *
 * @param reference our own
 * @param kind what it was to do
 * @param amount asked for
 * @param sentAt when its first byte was about to leave
 * @param recoveryHint what the driver gave to {@link AttemptMonitor#sending}
 */
public record PastAttempt(String reference, PaymentKind kind, Money amount, Instant sentAt, String recoveryHint) {}
