package io.keentill.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Money AMOUNT = Money.of(1230, "GBP");
    private static final Sentence INNER = Sentence.of("a.inner", "the till's {0}", "drawer");
    private static final Sentence WHOLE = Sentence.of(
            "a.whole",
            "{0}: {1} of {2}, {3}, {1} on {4} ({5})",
            INNER,
            AMOUNT,
            7,
            PaymentKind.REFUND,
            LocalDate.of(2026, 11, 26),
            Instant.EPOCH);

    private static final Language SHOUTED = new Language() {
        @Override
        public String pattern(String code, String english) {
            return switch (code) {
                case "a.whole" -> "{5} {4} {3} {2} {1} {0}!";
                case "a.inner" -> "{0}'S";
                case "word.PaymentKind.REFUND" -> "BACK";
                default -> english;
            };
        }

        @Override
        public String figure(Object value) {
            return value instanceof Money money
                    ? "M" + money.minor()
                    : value.toString().toUpperCase(java.util.Locale.ROOT);
        }
    };

    @Test
    void isItsEnglishText() {
        assertThat(WHOLE.toString())
                .isEqualTo("the till's drawer: 12.30 GBP of 7, REFUND, 12.30 GBP on 2026-11-26 (1970-01-01T00:00:00Z)");
        assertThat(WHOLE).hasSize(WHOLE.toString().length()).contains("of 7");
        assertThat(WHOLE).isEqualTo(Sentence.quoted(WHOLE.toString()));
    }

    @Test
    void isSaidInAnotherLanguageWithItsFiguresAndInItsSequence() {
        assertThat(SHOUTED.say(WHOLE)).isEqualTo("1970-01-01T00:00:00Z 2026-11-26 BACK 7 M1230 DRAWER'S!");
        assertThat(SHOUTED.say(Sentence.quoted("As {0} it came"))).isEqualTo("As {0} it came");
        assertThat(SHOUTED.say(Sentence.of("a.unknown", "Not {0}", "known"))).isEqualTo("Not KNOWN");
    }

    @Test
    void whatIsStoredIsReadInEnglishAndSaidInAnyLanguage() {
        String column = WHOLE.then("As it came.").stored();
        assertThat(column).startsWith(WHOLE + " As it came.");
        Sentence back = Sentence.fromStored(column);
        assertThat(back.toString()).isEqualTo(WHOLE + " As it came.");
        assertThat(SHOUTED.say(back)).isEqualTo(SHOUTED.say(WHOLE) + " As it came.");
        assertThat(back.stored()).isEqualTo(column);
    }

    @Test
    void whatWasStoredBeforeAndWhatIsDamagedIsEnglish() {
        assertThat(Sentence.fromStored("The old words.").stored()).isEqualTo("The old words.");
        String column = WHOLE.stored();
        for (int end = WHOLE.length(); end < column.length(); end++) {
            assertThat(Sentence.fromStored(column.substring(0, end)).toString()).isEqualTo(WHOLE.toString());
        }
    }

    @Test
    void whatOthersSaidIsChangedAndNothingElse() {
        Sentence said = Sentence.of("a.b", "Said {0} for {1}: {2}", "secret", AMOUNT, Sentence.quoted("a secret"));
        Sentence changed = said.withWords(words -> words.replace("secret", "***"));
        assertThat(changed.toString()).isEqualTo("Said *** for 12.30 GBP: a ***");
        assertThat(changed.stored()).doesNotContain("secret");
        assertThat(changed.code()).isEqualTo("a.b");
    }

    @Test
    void whatIsInNobodysPatternStaysAsItStands() {
        assertThat(Sentence.of("a.braces", "{x} {} {12} {0} {", 1).toString()).isEqualTo("{x} {} {12} 1 {");
        assertThat(Sentence.of("a.value", "{0}", "{0}").toString()).isEqualTo("{0}");
    }

    @Property(tries = 100)
    void anyWordsSurviveTheStore(
            @ForAll @Size(max = 5) List<@StringLength(max = 40) String> words,
            @ForAll @StringLength(max = 40) String quoted,
            @ForAll long number) {
        Sentence sentence = Sentence.quoted(quoted);
        for (String word : words) {
            sentence = Sentence.of("p.one", "{0} {1} {2}", sentence, word, number);
        }
        Sentence back = Sentence.fromStored(sentence.stored());
        assertThat(back.toString()).isEqualTo(plain(sentence.toString()));
        assertThat(SHOUTED.say(back)).isEqualTo(SHOUTED.say(Sentence.fromStored(back.stored())));
        assertThat(back.code()).isEqualTo(sentence.code());
    }

    /** The two separators cannot be in words. */
    private static String plain(String words) {
        return words.replace('\u001E', ' ').replace('\u001F', ' ');
    }
}
