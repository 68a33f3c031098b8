package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final String OK = "27 00 04 00 00 00 00 10 00 49 09 78 ";

    @Test
    void theSamePaymentAsBeforeMeansOursNeverRan() {
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 22")).isInstanceOf(QueryAnswer.NotFound.class);
    }

    @Test
    void theNextOneIsOursEvenWhenTheNumberWraps() {
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 23"))
                .isInstanceOfSatisfying(
                        QueryAnswer.Found.class, it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
        assertThat(verdict("zvt1;trace=999999", OK + "0B 00 00 01")).isInstanceOf(QueryAnswer.Found.class);
        assertThat(verdict("zvt1;none=1", OK + "0B 00 00 77")).isInstanceOf(QueryAnswer.Found.class);
        assertThat(verdict("zvt1;trace=122", OK.replace("27 00", "27 05") + "0B 00 01 23"))
                .isInstanceOfSatisfying(
                        QueryAnswer.Found.class, it -> assertThat(it.outcome()).isInstanceOf(Outcome.Declined.class));
    }

    @Test
    void whatDoesNotFitIsForPeople() {
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 24"))
                .as("two since")
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", OK.replace("10 00", "10 01") + "0B 00 01 23"))
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", OK.replace("09 78", "08 26") + "0B 00 01 23"))
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 23 37 00 01 20"))
                .as("a reversal")
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 23 0C 08 00 00 0D 11 24"))
                .as("at 8")
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1", OK + "0B 00 01 23"))
                .as("nothing known before")
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", "27 00 99 01")).as("unreadable").isInstanceOf(cannotTell());
    }

    @Test
    void thatThereIsNothingMeansOursNeverRanOnlyWhileNobodyCanHaveClosedTheDay() {
        assertThat(verdict("zvt1;none=1", true).ofNone()).isInstanceOf(QueryAnswer.NotFound.class);
        assertThat(verdict("zvt1;none=1", false).ofNone()).isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", true).ofNone()).isInstanceOf(cannotTell());
    }

    @Test
    void theNumbersOfBeforeAtAnotherTimeAreAnotherPaymentOnceADayMayHaveBeenClosed() {
        String hint = "zvt1;trace=1;receipt=1;at=1124083000";
        String again = OK + "0B 00 00 01 87 00 01 0D 11 24 0C 09 59 00";
        assertThat(later(hint, again)).isInstanceOf(cannotTell());
        assertThat(later(hint, again.replace("0C 09 59 00", "0C 08 30 00"))).isInstanceOf(QueryAnswer.NotFound.class);
        assertThat(verdict(hint, again)).as("soon after").isInstanceOf(QueryAnswer.NotFound.class);
    }

    @Test
    void aPaymentThatCouldNotBeReadToItsEndIsForPeople() {
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 23 99 01"))
                .as("it may be a reversal")
                .isInstanceOf(cannotTell());
        assertThat(verdict("zvt1;trace=122", OK + "0B 00 01 22 99 01"))
                .as("the one before")
                .isInstanceOf(QueryAnswer.NotFound.class);
    }

    private static QueryAnswer later(String hint, String fields) {
        return verdict(hint, false).of(StatusInfo.read(new Apdu(Command.STATUS_INFO, Bytes.hex(fields))));
    }

    private static Class<QueryAnswer.CannotTell> cannotTell() {
        return QueryAnswer.CannotTell.class;
    }

    private static QueryAnswer verdict(String hint, String fields) {
        return verdict(hint, true).of(StatusInfo.read(new Apdu(Command.STATUS_INFO, Bytes.hex(fields))));
    }

    private static Verdict verdict(String hint, boolean recent) {
        PastAttempt past = new PastAttempt(
                "R", PaymentKind.SALE, Money.of(1000, "EUR"), Instant.parse("2026-11-24T10:00:00Z"), hint);
        return new Verdict(past, RecoveryHint.parse(hint).orElseThrow(), ZoneOffset.UTC, recent);
    }
}
