package io.keentill.engine.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a terminal is told of an earlier payment. */
class RequestsTest {

    private static final Instant CREATED = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant SENT = CREATED.plusSeconds(2);
    private static final Money ASKED = Money.of(1000, "GBP");
    private static final Money APPROVED = Money.of(700, "GBP");

    @Test
    void namesWhatWasApprovedWhenAndHowItIsFound() {
        PaymentAttempt sale = attempt(PaymentKind.SALE, APPROVED, "hint", SENT);
        TerminalRequest.Reversal reversal =
                (TerminalRequest.Reversal) Requests.of(attempt(PaymentKind.REVERSAL, null, null, null), sale, true);
        assertThat(reversal.original().amount()).isEqualTo(APPROVED);
        assertThat(reversal.original().at()).isEqualTo(SENT);
        assertThat(reversal.original().recoveryHint()).isEqualTo("hint");
    }

    @Test
    void fallsBackToWhatIsKnown() {
        PaymentAttempt sale = attempt(PaymentKind.SALE, null, null, null);
        TerminalRequest.Reversal reversal =
                (TerminalRequest.Reversal) Requests.of(attempt(PaymentKind.REVERSAL, null, null, null), sale, true);
        assertThat(reversal.original().amount()).isEqualTo(ASKED);
        assertThat(reversal.original().at()).isEqualTo(CREATED);
        assertThat(reversal.original().recoveryHint()).isEmpty();
    }

    @Test
    void linksARefundOnlyWhereTheTerminalCan() {
        PaymentAttempt refund = attempt(PaymentKind.REFUND, null, null, null);
        PaymentAttempt sale = attempt(PaymentKind.SALE, APPROVED, "hint", SENT);
        assertThat(((TerminalRequest.Refund) Requests.of(refund, sale, true)).original())
                .isNotNull();
        assertThat(((TerminalRequest.Refund) Requests.of(refund, sale, false)).original())
                .isNull();
        assertThat(((TerminalRequest.Refund) Requests.of(refund, null, true)).original())
                .isNull();
        assertThatThrownBy(() -> Requests.of(attempt(PaymentKind.RELEASE, null, null, null), null, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PaymentAttempt attempt(
            PaymentKind kind, @Nullable Money approved, @Nullable String hint, @Nullable Instant sent) {
        return new PaymentAttempt(
                "id",
                "REF",
                "order",
                kind,
                ASKED,
                "fake",
                "ann",
                null,
                AttemptState.UNKNOWN,
                approved,
                CardDetails.NONE,
                null,
                hint,
                CREATED,
                sent,
                null);
    }
}
