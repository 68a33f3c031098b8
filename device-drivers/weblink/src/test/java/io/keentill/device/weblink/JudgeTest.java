package io.keentill.device.weblink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.payment.PaymentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which approval is the one that was asked for, to the minor unit. */
class JudgeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a terminal says that approved 5.00 under the reference R, with {@code more}. */
    private static Outcome judged(PaymentKind kind, String type, String more) {
        String text = "{\"uti\":\"U\",\"transApproved\":true,\"merchantReference\":\"R\"" + type + more + "}";
        return new Judge(kind, Till.gbp(500), "R").of(new Result(JSON.readTree(text)));
    }

    private static Outcome sale(String more) {
        return judged(PaymentKind.SALE, ",\"transType\":\"SALE\"", more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"amountTrans\":500",
                ",\"amountTrans\":\"500\"",
                ",\"amountTrans\":500,\"transPartiallyApproved\":false",
                ",\"amountTrans\":500,\"amountGratuity\":0,\"amountCashback\":0.0,\"penniesAmount\":null",
                ",\"amountTrans\":500,\"amountDiscount\":\"0\",\"penniesAmount\":\"\""
            })
    void the_whole_amount_and_nothing_else_is_approved(String said) {
        assertThat(sale(said))
                .isInstanceOfSatisfying(
                        Outcome.Approved.class, ok -> assertThat(ok.amount()).isEqualTo(Till.gbp(500)));
    }

    /** Amounts are whole minor units: whoever writes a point may count pounds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"amountTrans\":null",
                ",\"amountTrans\":\"\"",
                ",\"amountTrans\":\"5.00\"",
                ",\"amountTrans\":5.00",
                ",\"amountTrans\":500.0",
                ",\"amountTrans\":500.5",
                ",\"amountTrans\":{\"minor\":500}",
                ",\"amountTrans\":99999999999999999999"
            })
    void an_amount_that_is_missing_or_no_whole_number_is_never_taken_for_the_one_asked(String said) {
        assertThat(sale(said))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        doubt -> assertThat(doubt.message().toString()).contains("no amount"));
        assertThat(sale(said + ",\"transPartiallyApproved\":true")).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 501, 0, -1})
    void a_part_that_is_no_part_is_unknown(long minor) {
        assertThat(sale(",\"amountTrans\":" + minor + ",\"transPartiallyApproved\":true"))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_part_is_what_the_terminal_says_that_it_is() {
        assertThat(sale(",\"amountTrans\":300,\"transPartiallyApproved\":true"))
                .isInstanceOfSatisfying(
                        Outcome.PartiallyApproved.class,
                        part -> assertThat(part.amount()).isEqualTo(Till.gbp(300)));
        assertThat(sale(",\"amountTrans\":300")).isInstanceOf(Outcome.Unknown.class);
    }

    /** The card was charged something else than the sale. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amountGratuity;100;a tip",
                "amountGratuity;\"1.00\";a tip",
                "amountCashback;2000;cashback",
                "amountDiscount;50;a discount",
                "penniesAmount;23;a donation",
                "penniesAmount;-1;a donation",
                "amountGratuity;{};a tip"
            })
    void what_was_added_at_the_terminal_makes_it_unknown_and_is_named(String field, String value, String word) {
        assertThat(sale(",\"amountTrans\":500,\"" + field + "\":" + value))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        doubt -> assertThat(doubt.message().toString()).contains(word));
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentKind.class,
            names = {"REVERSAL", "RELEASE", "COMPLETION"})
    void what_is_asked_for_under_the_originals_number_must_say_what_it_is_and_whose(PaymentKind kind) {
        String type = ",\"transType\":\"" + WireType.of(kind) + "\"";
        assertThat(judged(kind, type, ",\"amountTrans\":500")).isInstanceOf(Outcome.Approved.class);
        assertThat(judged(kind, "", ",\"amountTrans\":500")).isInstanceOf(Outcome.Unknown.class);
        assertThat(judged(kind, ",\"transType\":\"SALE\"", ",\"amountTrans\":500"))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(judged(kind, type, ",\"amountTrans\":500,\"merchantReference\":\"Q\""))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE_AUTH", "PREAUTH", "Pre-Auth", "AUTHORISATION_ONLY"})
    void the_kind_may_be_spelt_as_builds_spell_it(String type) {
        assertThat(judged(PaymentKind.PRE_AUTHORISATION, ",\"transType\":\"" + type + "\"", ",\"amountTrans\":500"))
                .isInstanceOf(Outcome.Approved.class);
    }
}
