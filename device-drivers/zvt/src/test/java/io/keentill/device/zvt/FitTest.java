package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which approvals the till confirms; all others it refuses, so that the terminal undoes them. */
class FitTest {

    private static final Money TEN = Money.of(1000, "EUR");
    private static final String AMOUNT = "04 00 00 00 00 10 00 ";
    private static final String EURO = "49 09 78 ";
    private static final String TRACE = "0B 00 01 23 ";
    private static final String NOBODY_KNOWS = "99 01 ";

    private static final TerminalRequest SALE = new TerminalRequest.Sale("R", TEN);
    private static final TerminalRequest REVERSAL = new TerminalRequest.Reversal(
            "V",
            TEN,
            new Original(
                    "R",
                    TEN,
                    CardDetails.builder()
                            .receiptNumber("45")
                            .traceNumber("000120")
                            .build(),
                    Instant.EPOCH,
                    ""));

    @Test
    void anUnknownFieldMayHideWhatIsCompared() {
        assertThat(fits(SALE, AMOUNT + EURO + TRACE + NOBODY_KNOWS)).isTrue();
        assertThat(fits(SALE, AMOUNT + EURO + NOBODY_KNOWS))
                .as("no trace number")
                .isFalse();
        assertThat(fits(SALE, AMOUNT + TRACE + NOBODY_KNOWS)).as("no currency").isFalse();
        assertThat(fits(SALE, EURO + TRACE + NOBODY_KNOWS)).as("no amount").isFalse();
        assertThat(fits(REVERSAL, AMOUNT + EURO + TRACE + NOBODY_KNOWS))
                .as("no trace number of the original")
                .isFalse();
        assertThat(fits(REVERSAL, AMOUNT + EURO + TRACE + "37 00 01 20 " + NOBODY_KNOWS))
                .isTrue();
    }

    @Test
    void anAmountIsThereAndIsANumber() {
        assertThat(fits(SALE, EURO + TRACE)).isFalse();
        assertThat(fits(SALE, "04 00 00 00 00 1A 00 " + EURO + TRACE)).isFalse();
        assertThat(fits(REVERSAL, EURO + TRACE)).as("undoes all").isTrue();
        assertThat(fits(REVERSAL, "04 00 00 00 00 1A 00 " + EURO + TRACE)).isFalse();
    }

    @Test
    void theOriginalIsTheOneThatWasMeant() {
        assertThat(fits(REVERSAL, AMOUNT + EURO + TRACE + "37 00 01 20")).isTrue();
        assertThat(fits(REVERSAL, AMOUNT + EURO + TRACE + "37 00 01 21")).isFalse();
        assertThat(fits(REVERSAL, AMOUNT + EURO + TRACE)).as("not named").isTrue();
    }

    @Test
    void thePaymentOfBeforeIsNotOurs() {
        assertThat(fits(SALE, AMOUNT + EURO + "0B 00 01 22 87 00 45")).isFalse();
        assertThat(fits(SALE, AMOUNT + EURO + "0B 00 01 22")).isFalse();
        assertThat(fits(SALE, AMOUNT + EURO + "0B 00 01 22 87 00 01"))
                .as("counts anew")
                .isTrue();
    }

    private static boolean fits(TerminalRequest request, String fields) {
        String hint = "zvt1;trace=122;receipt=45" + (request == REVERSAL ? ";original=120" : "");
        StatusInfo came = StatusInfo.read(new Apdu(Command.STATUS_INFO, Bytes.hex("27 00 " + fields)));
        return new Fit(
                        request,
                        RecoveryHint.parse(hint).orElseThrow(),
                        TillRole.from(LinkAddress.parse("tcp:anywhere")))
                .outcome(came, new ReceiptLines(CharacterSet.STANDARD))
                .isPresent();
    }
}
