package io.keentill.engine.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"250, APPROVED, 250", "-1, DECLINED, -1", "-1, FAILED, -1", "-1, CANCELLED, -1"})
    void theSameIsAgreed(long booked, AttemptState said, long moved) {
        assertThat(between(PaymentKind.SALE, booked, said, moved).word()).isEqualTo(Word.AGREES);
    }

    @ParameterizedTest
    @CsvSource({
        "SALE, -1, APPROVED, 250, charged more",
        "SALE, 100, APPROVED, 250, charged more",
        "COMPLETION, -1, APPROVED, 250, charged more",
        "SALE, 250, APPROVED, 100, Less was taken",
        "SALE, 250, FAILED, -1, Less was taken",
        "REFUND, -1, APPROVED, 250, got more back",
        "REVERSAL, 250, DECLINED, -1, did not get"
    })
    void anythingElseIsATaskThatSaysWhatToDo(
            PaymentKind kind, long booked, AttemptState said, long moved, String words) {
        Contradiction found = between(kind, booked, said, moved);
        assertThat(found.word()).isEqualTo(Word.CONTRADICTS);
        assertThat(found.text()).contains("REF", "Nothing was changed", words);
    }

    @Test
    void bothAmountsAreNamed() {
        assertThat(between(PaymentKind.SALE, 100, AttemptState.APPROVED, 250).text())
                .contains("1.00 GBP moved", "2.50 GBP moved");
        assertThat(between(PaymentKind.SALE, 100, AttemptState.FAILED, -1).text())
                .contains("nothing moved");
    }

    @ParameterizedTest
    @CsvSource({
        "fake:tcp:host:1, 250, The terminal says the same",
        "paylink:REF, 250, RevKeen says the same",
        "fake:tcp:host:1, 100, now the terminal says 2.50 GBP moved",
        "paylink:REF, 100, now RevKeen says 2.50 GBP moved",
        "fake:tcp:host:1, 100, give the difference back on the terminal",
        "paylink:REF, 100, give the difference back in RevKeen"
    })
    void whoSpokeIsNamedAndWhereMoneyCanGoBack(String where, long booked, String words) {
        assertThat(between(where, PaymentKind.SALE, booked, AttemptState.APPROVED, 250)
                        .text())
                .contains(words);
    }

    private static Contradiction between(PaymentKind kind, long booked, AttemptState said, long moved) {
        return between("fake:tcp:host:1", kind, booked, said, moved);
    }

    private static Contradiction between(String where, PaymentKind kind, long booked, AttemptState said, long moved) {
        PaymentAttempt decided = new PaymentAttempt(
                "id",
                "REF",
                null,
                kind,
                Money.of(250, "GBP"),
                where,
                "ann",
                null,
                AttemptState.OVERRIDDEN,
                money(booked),
                CardDetails.NONE,
                Sentence.quoted("slip"),
                null,
                NOW,
                NOW,
                NOW);
        Evidence evidence = new Evidence(Evidence.Kind.PAPER_SLIP, "slip", money(booked), booked < 0 ? null : "A1");
        return Contradiction.between(
                decided,
                ManagerDecision.of("id", evidence, "max", NOW),
                new Verdict(said, money(moved), CardDetails.NONE, null));
    }

    private static @Nullable Money money(long minor) {
        return minor < 0 ? null : Money.of(minor, "GBP");
    }
}
