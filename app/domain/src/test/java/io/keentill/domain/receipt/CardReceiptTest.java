package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EmvDetails;
import io.keentill.domain.payment.EntryMode;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What receipts say of card payments, and which papers there are. */
class CardReceiptTest {

    private static final ReceiptComposer LONDON = composer(Locale.UK);
    private static final ReceiptComposer BERLIN = composer(Locale.GERMANY);
    private static final TerminalSlip SLIP = new TerminalSlip(
            List.of("  ** MERCHANT **  ", "", "Amount GBP 5.00", "PAN ************4242"),
            List.of("  ** CUSTOMER **  ", "", "Amount       GBP 5.00"));

    private static ReceiptComposer composer(Locale locale) {
        return new ReceiptComposer(Samples.SHOP, locale, ZoneId.of("Europe/London"), ReceiptWords.of(locale));
    }

    private static CardDetails card(CardVerification verification) {
        return CardDetails.builder()
                .scheme("VISA")
                .cardNumber("************4242")
                .entryMode(EntryMode.EMV_CHIP)
                .authCode("081237")
                .rrn("412345678901")
                .terminalId("52500041")
                .traceNumber("17")
                .applicationId("A0000000031010")
                .cardName("Visa Debit")
                .verification(verification)
                .emv(EmvDetails.lenient("0080048000", "E800", "A1B2C3D4E5F60718", "TC", "01"))
                .build();
    }

    private static PaymentAttempt attempt(PaymentKind kind, AttemptState state, CardDetails card) {
        Money five = Money.of(500, Samples.GBP);
        Money approved = state == AttemptState.APPROVED ? five : null;
        return new PaymentAttempt(
                "a1",
                "P1",
                "o1",
                kind,
                five,
                "t",
                "s1",
                null,
                state,
                approved,
                card,
                null,
                null,
                Samples.NOON,
                Samples.NOON,
                Samples.NOON);
    }

    private static List<String> lines(Receipt receipt) {
        return new ReceiptText().lines(receipt);
    }

    private static List<String> sale(ReceiptComposer composer, CardDetails card, TerminalSlip slip, Copy copy) {
        return lines(composer.sale(
                Samples.mixedSale(),
                id -> Optional.of(attempt(PaymentKind.SALE, AttemptState.APPROVED, card)),
                id -> id.equals("a1") ? slip : TerminalSlip.NONE,
                id -> Optional.empty(),
                "Sam",
                copy));
    }

    @Test
    void theCustomersReceiptHasWhatTheSchemesWant() {
        List<String> paper = sale(LONDON, card(CardVerification.PIN), TerminalSlip.NONE, Copy.ORIGINAL);
        assertThat(paper)
                .containsSubsequence(
                        "  **** **** **** 4242 Chip",
                        "  Visa Debit",
                        "  Verified by PIN",
                        "  Auth code 081237",
                        "  RRN 412345678901",
                        "  AID A0000000031010",
                        "  PAN sequence 01",
                        "  TVR 0080048000",
                        "  TSI E800",
                        "  Cryptogram TC A1B2C3D4E5F60718",
                        "  Terminal 52500041",
                        "  Trace 17");
        assertThat(sale(BERLIN, card(CardVerification.PIN), TerminalSlip.NONE, Copy.ORIGINAL))
                .contains("  PIN geprüft", "  Genehmigung 081237", "  Kartenfolgenummer 01", "  Trace-Nr. 17");
    }

    @ParameterizedTest
    @EnumSource(CardVerification.class)
    void theShopKeepsAPaperOnlyWhereThereIsSomethingToSign(CardVerification verification) {
        Optional<Receipt> paper = LONDON.merchant(
                attempt(PaymentKind.SALE, AttemptState.APPROVED, card(verification)), TerminalSlip.NONE, Copy.ORIGINAL);
        boolean signed =
                verification == CardVerification.SIGNATURE || verification == CardVerification.PIN_AND_SIGNATURE;
        assertThat(paper.isPresent()).isEqualTo(signed);
        paper.ifPresent(p -> assertThat(lines(p))
                .containsSubsequence(
                        "Card VISA",
                        "  **** **** **** 4242 Chip",
                        "Please sign:",
                        "X______________________",
                        "Signature")
                .anyMatch(line -> line.contains("MERCHANT COPY"))
                .anyMatch(line -> line.replace(" ", "").contains("SALE£5.00")));
    }

    @Test
    void whatTheShopKeepsIsGermanInGermany() {
        PaymentAttempt back = attempt(PaymentKind.REFUND, AttemptState.APPROVED, card(CardVerification.SIGNATURE));
        assertThat(lines(BERLIN.merchant(back, TerminalSlip.NONE, Copy.COPY).orElseThrow()))
                .contains("Bitte unterschreiben:", "Unterschrift")
                .anyMatch(line -> line.contains("HÄNDLERBELEG"))
                .anyMatch(line -> line.replace(" ", "").contains("KOPIE"))
                .anyMatch(line -> line.replace(" ", "").contains("ERSTATTUNG"));
    }

    @Test
    void aTerminalThatHasTheTillPrintIsTakenAtItsWord() {
        CardDetails card = card(CardVerification.SIGNATURE);
        assertThat(sale(LONDON, card, SLIP, Copy.ORIGINAL))
                .containsSubsequence("  ** CUSTOMER **", "", "Amount       GBP 5.00")
                .noneMatch(line -> line.contains("MERCHANT"))
                .doesNotContain("  Auth code 081237");
        PaymentAttempt taken = attempt(PaymentKind.SALE, AttemptState.APPROVED, card);
        assertThat(lines(LONDON.merchant(taken, SLIP, Copy.ORIGINAL).orElseThrow()))
                .containsSubsequence("  ** MERCHANT **", "", "Amount GBP 5.00", "PAN ************4242")
                .noneMatch(line -> line.contains("CUSTOMER"))
                .doesNotContain("Please sign:");
    }

    @Test
    void aReprintIsMarkedAndADeclinedPaymentLeavesTheShopNothing() {
        assertThat(sale(LONDON, card(CardVerification.PIN), SLIP, Copy.COPY))
                .anyMatch(line -> line.replace(" ", "").equals("COPY"));
        PaymentAttempt declined = attempt(PaymentKind.SALE, AttemptState.DECLINED, card(CardVerification.SIGNATURE));
        assertThat(LONDON.merchant(declined, SLIP, Copy.ORIGINAL)).isEmpty();
        assertThat(lines(LONDON.customer(declined, SLIP, Copy.ORIGINAL).orElseThrow()))
                .contains("  ** CUSTOMER **");
        assertThat(LONDON.customer(declined, TerminalSlip.NONE, Copy.ORIGINAL)).isEmpty();
    }
}
