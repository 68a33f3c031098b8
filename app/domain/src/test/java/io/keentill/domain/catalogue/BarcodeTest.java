package io.keentill.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BarcodeTest {

    @Test
    void knowsPublishedNumbers() {
        assertThat(Barcode.isValidGtin("5901234123457")).isTrue();
        assertThat(Barcode.isValidGtin("5901234123458")).isFalse();
        assertThat(Barcode.isValidGtin("96385074")).isTrue();
        assertThat(Barcode.normalise(" 036000291452 ")).isEqualTo("0036000291452");
        assertThat(Barcode.normalise("MILK-1L")).isEqualTo("MILK-1L");
    }

    @Property
    void anySingleWrongDigitIsNoticed(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long body,
            @ForAll @IntRange(min = 0, max = 12) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String digits = String.format("%012d", body);
        String code = digits + Barcode.checkDigit(digits);
        assertThat(Barcode.isValidGtin(code)).isTrue();
        char wrong = (char) ('0' + (code.charAt(at) - '0' + by) % 10);
        assertThat(Barcode.isValidGtin(code.substring(0, at) + wrong + code.substring(at + 1)))
                .isFalse();
    }
}
