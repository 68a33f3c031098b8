package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.storefront.text.Texts;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Work that broke is told in the screen's language, whatever the exception's own words are. */
class TroubleTest {

    private static final Pattern TOLD = Pattern.compile("\\.trouble\\(\\w+, \"([\\w.]+)\"\\)");

    private final Texts german = new Texts(Locale.GERMANY, ZoneOffset.UTC);

    @Test
    void theReasonIsSaidWhereWhoeverThrewItCanSayOne() {
        BadInputException full = new BadInputException(Sentence.of(
                "store.the-disk-with-the-tills-data",
                "The disk with the till's data is full, so nothing was saved. Free some space on the disk of {0} and try again.",
                "/var/till"));
        assertThat(german.trouble(new IllegalStateException(full.getMessage(), full), "trouble.close"))
                .startsWith("Die Schicht konnte nicht geschlossen werden.")
                .contains("/var/till")
                .doesNotContain("disk");
    }

    @Test
    void aFaultOfTheProgramIsNeverReadOutToPeople() {
        assertThat(german.trouble(new NullPointerException("Cannot invoke \"x\""), "trouble.staff"))
                .isEqualTo("Die Änderung konnte nicht gespeichert werden. Vor dem nächsten Versuch die Liste ansehen."
                        + " Bleibt es so, die Betreuung der Kasse rufen: Die Einzelheiten stehen im Protokoll.");
    }

    @Test
    void everyPlaceHasItsWordsAndNoWordsAreLeftOver() {
        Set<String> told = SourceSentences.sources().stream()
                .flatMap(source -> TOLD.matcher(source).results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toSet());
        assertThat(told).hasSizeGreaterThan(20);
        assertThat(german.keys()).containsAll(told);
        assertThat(german.keys().stream().filter(key -> key.startsWith("trouble.") && !key.equals("trouble.inLog")))
                .isSubsetOf(told);
    }
}
