package io.keentill.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a terminal's words, of a manager's, and of coins. */
class CardFactsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void keepsOfAChipWhatHasItsForm() {
        EmvDetails kept = EmvDetails.lenient("00 80 00 80 00", "e8 00", "0123456789abcdef", " tc", "01");
        assertThat(kept).isEqualTo(new EmvDetails("0080008000", "E800", "0123456789ABCDEF", "TC", "01"));
        assertThat(EmvDetails.lenient("", " ", null, null, "")).isEqualTo(EmvDetails.NONE);
        assertThat(EmvDetails.lenient("ABC", "XY", "-", "TCX", "1234")).isEqualTo(EmvDetails.NONE);
        assertThat(EmvDetails.lenient(null, null, null, "AACARQC", "x")).isEqualTo(EmvDetails.NONE);
        assertThat(EmvDetails.lenient(null, null, "AB".repeat(16), "ARQC", "123"))
                .isEqualTo(new EmvDetails(null, null, "AB".repeat(16), "ARQC", "123"));
        assertThat(EmvDetails.lenient(null, null, "AB".repeat(17), null, null)).isEqualTo(EmvDetails.NONE);
    }

    @Test
    void aSlipIsEmptyWithoutAnyLine() {
        assertThat(TerminalSlip.NONE.isEmpty()).isTrue();
        assertThat(new TerminalSlip(List.of("a"), List.of()).isEmpty()).isFalse();
        assertThat(new TerminalSlip(List.of(), List.of("a")).isEmpty()).isFalse();
    }

    @Test
    void aDecisionStandsForWhatItsEvidenceSays() {
        Money money = Money.of(1000, "GBP");
        Evidence slip = Evidence.moved(Evidence.Kind.PAPER_SLIP, "slip 17", money, "A1");
        assertThat(ManagerDecision.of("a", slip, "ann", NOW).approved()).isEqualTo(money);
        Evidence none = Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "on the phone");
        assertThat(ManagerDecision.of("a", none, "ann", NOW).approved()).isNull();
    }

    @Test
    void coinsForTheRoundedAmountSettleAllThatIsDue() {
        Money due = Money.of(1002, "CHF");
        Tender exact = Tender.cash("t", due, Money.of(1000, "CHF"), new CashRounding(5), NOW);
        assertThat(exact.applied()).isEqualTo(due);
        assertThat(exact.rounding()).isEqualTo(Money.of(-2, "CHF"));
        assertThat(exact.change()).isEqualTo(Money.of(0, "CHF"));
        Tender part = Tender.cash("t", due, Money.of(995, "CHF"), new CashRounding(5), NOW);
        assertThat(part.applied()).isEqualTo(Money.of(995, "CHF"));
    }
}
