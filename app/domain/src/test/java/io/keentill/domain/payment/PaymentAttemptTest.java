package io.keentill.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One try at moving money: what it may become, and when money has moved. */
class PaymentAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final Money ASKED = Money.of(1000, "GBP");

    private final PaymentAttempt intended = attempt(AttemptState.INTENDED, null);

    @Test
    void isSentWithWhatFindsItAgainAndAnswered() {
        PaymentAttempt sent = intended.sent("hint", LATER);
        assertThat(sent.state()).isEqualTo(AttemptState.SENT);
        assertThat(sent.recoveryHint()).isEqualTo("hint");
        assertThat(sent.sentAt()).isEqualTo(LATER);
        assertThat(sent.createdAt()).isEqualTo(NOW);
        PaymentAttempt answered = sent.resolved(AttemptState.APPROVED, ASKED, CardDetails.NONE, null, LATER);
        assertThat(answered.state()).isEqualTo(AttemptState.APPROVED);
        assertThat(answered.resolvedAt()).isEqualTo(LATER);
        assertThat(answered.recoveryHint()).isEqualTo("hint");
    }

    @Test
    void neverGoesAWayThatIsNotAllowed() {
        PaymentAttempt sent = intended.sent("hint", NOW);
        assertThatThrownBy(() -> sent.sent("hint", NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("from SENT to SENT");
        assertThatThrownBy(() -> intended.resolved(AttemptState.APPROVED, ASKED, CardDetails.NONE, null, NOW))
                .isInstanceOf(IllegalStateException.class);
        PaymentAttempt declined =
                sent.resolved(AttemptState.DECLINED, null, CardDetails.NONE, Sentence.quoted("05"), NOW);
        assertThatThrownBy(() -> declined.resolved(AttemptState.APPROVED, ASKED, CardDetails.NONE, null, NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> declined.sent("again", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anApprovalHasAnAmount() {
        PaymentAttempt sent = intended.sent("hint", NOW);
        assertThatThrownBy(() -> sent.resolved(AttemptState.APPROVED, null, CardDetails.NONE, null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(sent.resolved(AttemptState.UNKNOWN, null, CardDetails.NONE, Sentence.quoted("lost"), NOW)
                        .state())
                .isEqualTo(AttemptState.UNKNOWN);
    }

    @Test
    void moneyMovedOnlyWhereItIsCertain() {
        assertThat(attempt(AttemptState.APPROVED, ASKED).moved()).isTrue();
        assertThat(attempt(AttemptState.OVERRIDDEN, ASKED).moved()).isTrue();
        assertThat(attempt(AttemptState.OVERRIDDEN, null).moved()).isFalse();
        assertThat(attempt(AttemptState.APPROVED, Money.of(0, "GBP")).moved()).isFalse();
        assertThat(attempt(AttemptState.UNKNOWN, ASKED).moved())
                .as("the terminal said so and may have undone it")
                .isFalse();
        assertThat(intended.moved()).isFalse();
    }

    private static PaymentAttempt attempt(AttemptState state, Money approved) {
        return new PaymentAttempt(
                "id",
                "REF",
                "order",
                PaymentKind.SALE,
                ASKED,
                "fake",
                "ann",
                null,
                state,
                approved,
                CardDetails.NONE,
                null,
                null,
                NOW,
                null,
                null);
    }
}
