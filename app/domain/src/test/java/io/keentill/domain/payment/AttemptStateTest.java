package io.keentill.domain.payment;

import static io.keentill.domain.payment.AttemptState.APPROVED;
import static io.keentill.domain.payment.AttemptState.CANCELLED;
import static io.keentill.domain.payment.AttemptState.DECLINED;
import static io.keentill.domain.payment.AttemptState.FAILED;
import static io.keentill.domain.payment.AttemptState.INTENDED;
import static io.keentill.domain.payment.AttemptState.OVERRIDDEN;
import static io.keentill.domain.payment.AttemptState.SENT;
import static io.keentill.domain.payment.AttemptState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptStateTest {

    @Test
    void allowsExactlyTheTransitionsOfTheDesign() {
        Map<AttemptState, Set<AttemptState>> allowed = Map.of(
                INTENDED, EnumSet.of(SENT, FAILED, CANCELLED),
                SENT, EnumSet.of(APPROVED, DECLINED, CANCELLED, FAILED, UNKNOWN),
                UNKNOWN, EnumSet.of(APPROVED, DECLINED, CANCELLED, FAILED, OVERRIDDEN));
        for (AttemptState from : AttemptState.values()) {
            Set<AttemptState> expected = allowed.getOrDefault(from, Set.of());
            assertThat(Arrays.stream(AttemptState.values()).filter(from::allows))
                    .as("from %s", from)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(from.isOpen()).isEqualTo(!expected.isEmpty());
        }
    }

    @Test
    void keepsNoMoreOfACardThanItsLastFourDigits() {
        assertThatThrownBy(() -> card("4111111111111111")).isInstanceOf(IllegalArgumentException.class);
        assertThat(card("1111").masked()).isEqualTo("**** **** **** 1111");
    }

    private static CardDetails card(String digits) {
        return new CardDetails(
                "VISA", digits, EntryMode.EMV_CHIP, null, null, null, null, null, null, null, null, null);
    }
}
