package io.keentill.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.Evidence.Kind;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Money ASKED = Money.of(250, "GBP");

    @Test
    void aSlipWithItsCodeWillDo() {
        for (long minor : new long[] {1, 249, 250}) {
            assertThat(Evidence.moved(Kind.PAPER_SLIP, "slip", Money.of(minor, "GBP"), "A1")
                            .problem(ASKED))
                    .isEmpty();
        }
        assertThat(Evidence.nothingMoved(Kind.ACQUIRER, "not").problem(ASKED)).isEmpty();
    }

    @Test
    void whatWasSeenIsWrittenDown() {
        assertThat(Evidence.nothingMoved(Kind.ACQUIRER, " no ").problem(ASKED)).isPresent();
        assertThat(Evidence.nothingMoved(Kind.ACQUIRER, "x".repeat(400)).problem(ASKED))
                .isEmpty();
        assertThat(Evidence.nothingMoved(Kind.ACQUIRER, "x".repeat(401)).problem(ASKED))
                .isPresent();
    }

    @Test
    void noCardNumberIsKept() {
        for (String text :
                new String[] {"4111111111111111", "card 4111 1111 1111 1111 ok", "4111-1111-1111-111", "1234567890123"
                }) {
            assertThat(Evidence.nothingMoved(Kind.PAPER_SLIP, text).problem(ASKED))
                    .as(text)
                    .hasValueSatisfying(p -> assertThat(p).contains("card number"));
        }
        assertThat(Evidence.nothingMoved(Kind.PAPER_SLIP, "trace 123456789012").problem(ASKED))
                .isEmpty();
    }

    @Test
    void theAmountIsAtMostWhatWasAsked() {
        for (Money wrong : new Money[] {Money.of(251, "GBP"), Money.of(0, "GBP"), Money.of(-1, "GBP")}) {
            assertThat(Evidence.moved(Kind.PAPER_SLIP, "slip", wrong, "A1B2").problem(ASKED))
                    .hasValueSatisfying(p -> assertThat(p).contains("cannot have been approved"));
        }
        assertThat(Evidence.moved(Kind.PAPER_SLIP, "slip", Money.of(1, "EUR"), "A1B2")
                        .problem(ASKED))
                .hasValueSatisfying(p -> assertThat(p).contains("GBP"));
    }

    @Test
    void whatMovedHasACodeAndWhatDidNotHasNone() {
        for (String code : new String[] {"", "1", "A B", "1234567890123", "ä1"}) {
            assertThat(Evidence.moved(Kind.PAPER_SLIP, "slip", ASKED, code).problem(ASKED))
                    .as(code)
                    .hasValueSatisfying(p -> assertThat(p).contains("authorisation code"));
        }
        assertThat(new Evidence(Kind.PAPER_SLIP, "slip", ASKED, null).problem(ASKED))
                .isPresent();
        assertThat(new Evidence(Kind.PAPER_SLIP, "slip", null, "A1").problem(ASKED))
                .hasValueSatisfying(p -> assertThat(p).contains("not approved"));
    }
}
