package io.keentill.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.catalogue.EmbeddedRules.Hidden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedRulesTest {

    private static String checked(String digits) {
        return digits + Barcode.checkDigit(digits);
    }

    @Test
    void aPriceAndAWeightAreReadWhereThePatternHasThem() {
        EmbeddedRules rules = EmbeddedRules.parse("28PPPPPVVVVVC\n\n 29PPPPPWWWWWC ");
        assertThat(rules.read(checked("280012301234")))
                .contains(new Hidden.Price(List.of(checked("280012300000"), "2800123", "00123", "123"), 1234));
        assertThat(rules.read(checked("290012300485")))
                .contains(new Hidden.Weight(List.of(checked("290012300000"), "2900123", "00123", "123"), 485));
    }

    @Test
    void whatDoesNotFitHidesNothing() {
        EmbeddedRules rules = EmbeddedRules.parse("29PPPPPWWWWWC");
        String right = checked("290012300485");
        String wrong = right.substring(0, 12) + (char) ('0' + (right.charAt(12) - '0' + 1) % 10);
        assertThat(rules.read(wrong)).as("check digit").isEmpty();
        assertThat(rules.read(checked("280012300485"))).as("prefix").isEmpty();
        assertThat(rules.read(checked("290012300000")))
                .as("nothing on the scales")
                .isEmpty();
        assertThat(rules.read("29ABCDE004851")).isEmpty();
        assertThat(rules.read("")).isEmpty();
        assertThat(EmbeddedRules.NONE.read(right)).isEmpty();
    }

    @Test
    void aDigitMayBeLeftOutAndThePriceMayBeZero() {
        assertThat(EmbeddedRules.parse("02PPPPPxVVVVC").read(checked("021234570000")))
                .contains(new Hidden.Price(List.of(checked("021234500000"), "0212345", "12345"), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28PPPPP",
                "28PPPPPVVWWWC",
                "PPPPPVVVVV",
                "28PPVPPVVVVVC",
                "28PPPPPVVVVV C",
                "28PPPPPVVVC",
                "29VVVVVVVVVVC"
            })
    void aPatternThatMakesNoSenseIsRefusedWithWords(String pattern) {
        assertThatThrownBy(() -> EmbeddedRules.parse("29PPPPPWWWWWC\n" + pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern);
    }
}
