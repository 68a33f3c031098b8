package io.keentill.engine.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WayBackTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String HERE = "fake:tcp:here:1";
    private static final WayBack VOID = new WayBack.How(PaymentKind.REVERSAL, true);
    private static final WayBack LINKED = new WayBack.How(PaymentKind.REFUND, true);
    private static final WayBack PRESENTED = new WayBack.How(PaymentKind.REFUND, false);
    private static final Set<Capability> ALL = Set.of(Capability.REVERSAL, Capability.LINKED_REFUND, Capability.REFUND);

    private final PaymentAttempt sale = attempt(PaymentKind.SALE, AttemptState.APPROVED, 250, HERE, NOW);

    @Test
    void theWholeOfAnUnsettledPaymentIsUndone() {
        assertThat(way(ALL, List.of(), 250, false)).isEqualTo(VOID);
    }

    @Test
    void lessOrLaterOrAfterSomethingWentBackItIsARefund() {
        assertThat(way(ALL, List.of(), 249, false)).isEqualTo(LINKED);
        assertThat(way(ALL, List.of(), 250, true)).isEqualTo(LINKED);
        PaymentAttempt part = attempt(PaymentKind.REFUND, AttemptState.APPROVED, 100, HERE, NOW);
        assertThat(way(ALL, List.of(part), 250, false)).isEqualTo(LINKED);
        PaymentAttempt refused = attempt(PaymentKind.REFUND, AttemptState.DECLINED, 100, HERE, NOW);
        assertThat(way(ALL, List.of(refused), 250, false)).isEqualTo(VOID);
    }

    @Test
    void withoutALinkTheCardIsPresented() {
        assertThat(way(Set.of(Capability.REFUND, Capability.REVERSAL), List.of(), 100, false))
                .isEqualTo(PRESENTED);
        assertThat(WayBack.of(ALL, "fake:tcp:other:1", sale, List.of(), pence(250), false))
                .as("another terminal can neither undo nor link")
                .isEqualTo(PRESENTED);
        assertThat(WayBack.of(ALL, HERE, null, List.of(), pence(250), false)).isEqualTo(PRESENTED);
    }

    @Test
    void whatWasPaidByLinkGoesBackToACardThatIsPresented() {
        PaymentAttempt online = attempt(PaymentKind.SALE, AttemptState.APPROVED, 250, LinkAddress.of("REF"), NOW);
        assertThat(WayBack.of(ALL, HERE, online, List.of(), pence(250), false)).isEqualTo(PRESENTED);
        assertThat(why(Set.of(Capability.LINKED_REFUND), online, 250, HERE)).contains("paid online by link");
    }

    @Test
    void whatIsNotPossibleIsSaid() {
        assertThat(why(Set.of(), sale, 250, HERE)).contains("cannot give the money");
        assertThat(why(Set.of(Capability.LINKED_REFUND), null, 250, HERE)).contains("cannot give the money");
        assertThat(why(Set.of(Capability.LINKED_REFUND), sale, 250, "fake:tcp:other:1"))
                .contains(HERE);
        assertThat(why(Set.of(Capability.REVERSAL), sale, 100, HERE)).contains("whole payments of the same day");
    }

    @Test
    void aVoidThatFailedIsTriedAgainWhereNoRefundCanTakeItsPlace() {
        Set<Capability> only = Set.of(Capability.REVERSAL);
        PaymentAttempt failed = attempt(PaymentKind.REVERSAL, AttemptState.FAILED, 250, HERE, NOW);
        PaymentAttempt declined = attempt(PaymentKind.REVERSAL, AttemptState.DECLINED, 250, HERE, NOW);
        assertThat(way(only, List.of(failed), 250, false)).isEqualTo(VOID);
        assertThat(way(only, List.of(failed), 250, true)).isInstanceOf(WayBack.None.class);
        assertThat(way(only, List.of(failed), 249, false)).isInstanceOf(WayBack.None.class);
        assertThat(way(only, List.of(failed, declined), 250, false)).isInstanceOf(WayBack.None.class);
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void onlyAVoidThatCameToItsEndIsFollowedByARefund(AttemptState state) {
        PaymentAttempt sent = attempt(PaymentKind.REVERSAL, state, 250, HERE, NOW);
        PaymentAttempt unsent = attempt(PaymentKind.REVERSAL, state, 250, HERE, null);
        boolean ended = state == AttemptState.DECLINED || state == AttemptState.FAILED;
        assertThat(WayBack.mayBeRefundedInstead(sent)).isEqualTo(ended);
        assertThat(WayBack.mayBeRefundedInstead(unsent)).isEqualTo(state == AttemptState.DECLINED);
        if (!sent.moved()) {
            assertThat(way(ALL, List.of(sent), 250, false)).isEqualTo(ended ? LINKED : VOID);
        }
    }

    private WayBack way(Set<Capability> can, List<PaymentAttempt> back, long minor, boolean settled) {
        return WayBack.of(can, HERE, sale, back, pence(minor), settled);
    }

    private static String why(Set<Capability> can, PaymentAttempt sale, long minor, String terminal) {
        WayBack none = WayBack.of(can, terminal, sale, List.of(), pence(minor), false);
        assertThat(none).isInstanceOf(WayBack.None.class);
        return ((WayBack.None) none).message().toString();
    }

    private static PaymentAttempt attempt(
            PaymentKind kind, AttemptState state, long minor, String terminal, Instant sentAt) {
        boolean moved = state == AttemptState.APPROVED || state == AttemptState.OVERRIDDEN;
        return new PaymentAttempt(
                "id",
                "REF",
                null,
                kind,
                pence(minor),
                terminal,
                "ann",
                null,
                state,
                moved ? pence(minor) : null,
                CardDetails.NONE,
                null,
                null,
                NOW,
                sentAt,
                NOW);
    }

    private static Money pence(long minor) {
        return Money.of(minor, "GBP");
    }
}
