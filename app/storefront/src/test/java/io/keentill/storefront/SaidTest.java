package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.storefront.text.Speech;
import io.keentill.storefront.text.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the rooms below say is said in each language. */
class SaidTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Pattern QUOTED = Pattern.compile("Sentence\\.quoted\\(\\s*\"([^\"]*)\"");
    private static final Pattern UNTOLD = Pattern.compile(
            "new (?:Outcome|QueryAnswer|Settlement|TotalsAnswer|Pairing|Reprint)\\.\\w+\\(\\s*\"[^\"]*[a-z]{3,} [a-z]");
    /** A link's fault, or an address that cannot be taken, in words that no other language has. */
    private static final Pattern FAULT =
            Pattern.compile("new (?:LinkException\\(\\s*\"[^;]*|IllegalArgumentException\\([^;]*\\bwrite [^;]*);");
    /** The other ends of a driver's tests and of the demo speak to developers. */
    private static final Pattern OTHER_END =
            Pattern.compile("package io\\.keentill\\.(?:bench|device\\.\\w+\\.emulator)\\b|class SocketLink\\b");
    /** Names, which are the same in every language, and a step that nobody is told of. */
    private static final Set<String> NAMES = Set.of("Java", "RevKeen", "Needless", ".", "");

    private final Texts german = new Texts(Locale.GERMANY, ZoneOffset.UTC);
    private final Speech speech = german.speech();

    @Test
    void everySentenceHasAGermanPatternWithTheSameValues() {
        List<String> wrong = new ArrayList<>();
        SourceSentences.all().forEach((code, patterns) -> {
            if (patterns.size() != 1) {
                wrong.add(code + " stands for several: " + patterns);
            }
            String english = patterns.iterator().next();
            String said = speech.pattern(code, "");
            if (!places(english).equals(places(said))) {
                wrong.add(code + "=" + english);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPatternIsLeftOfASentenceThatNobodySays() {
        Map<String, Set<String>> said = SourceSentences.all();
        String sources = String.join("\n", SourceSentences.sources());
        assertThat(speech.codes())
                .allMatch(code -> said.containsKey(code)
                        || code.equals("text.joined")
                        || code.startsWith("word.")
                        || (code.startsWith("revkeen.advice-")
                                && sources.contains('"' + code.substring("revkeen.advice-".length()) + '"'))
                        || (code.matches("revkeen\\.(lost|target)-.*") && sources.contains('"' + code + '"')));
    }

    /** Whoever has something to say gives it a code; only what others said is quoted. */
    @Test
    void noWordsOfOursAreQuoted() {
        List<String> wrong = new ArrayList<>();
        for (String source : SourceSentences.sources()) {
            Matcher quoted = QUOTED.matcher(source);
            while (quoted.find()) {
                if (!NAMES.contains(quoted.group(1))) {
                    wrong.add(quoted.group());
                }
            }
            UNTOLD.matcher(source).results().forEach(r -> wrong.add(r.group()));
            if (!OTHER_END.matcher(source).find()) {
                FAULT.matcher(source).results().forEach(r -> wrong.add(r.group()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The rule above finds what it is there for. */
    @Test
    void aFaultInPlainWordsIsFound() {
        assertThat(FAULT.matcher("throw new LinkException(\n    \"The device at \" + where, e);")
                        .find())
                .isTrue();
        assertThat(FAULT.matcher("new IllegalArgumentException(\"\\\"\" + text + \"\\\" is none: write a:b\");")
                        .find())
                .isTrue();
        assertThat(FAULT.matcher("new LinkException(Sentence.of(\"link.gone\", \"It is gone\"));")
                        .find())
                .isFalse();
    }

    @Test
    void theAdviceOnEachRefusalOfRevKeenIsTranslated() {
        Matcher kind = Pattern.compile("ApiError\\.\\w+ \\w+(?: when [^>]*)? -> \"([a-z-]+)\"")
                .matcher(SourceSentences.sources().stream()
                        .filter(s -> s.contains("class ApiWords"))
                        .findFirst()
                        .orElseThrow());
        Set<String> kinds = new TreeSet<>();
        while (kind.find()) {
            kinds.add("revkeen.advice-" + kind.group(1));
        }
        assertThat(kinds).hasSizeGreaterThan(9);
        assertThat(speech.codes()).containsAll(kinds);
    }

    @Test
    void constantsThatPeopleSeeAreWords() {
        for (AttemptState state : AttemptState.values()) {
            assertThat(speech.codes()).contains("word.AttemptState." + state);
        }
        for (TerminalStatus.State state : TerminalStatus.State.values()) {
            assertThat(speech.codes()).contains("word.State." + state);
        }
        for (PaymentKind kind : PaymentKind.values()) {
            assertThat(speech.codes()).contains("word.PaymentKind." + kind);
        }
        for (KeyCheck.Environment environment : KeyCheck.Environment.values()) {
            assertThat(speech.codes()).contains("word.Environment." + environment);
        }
    }

    @Test
    void figuresAreThoseOfTheLocaleAndOthersWordsStayAsTheyCame() {
        Sentence refused = Sentence.of(
                "selling.is-already-paid-on-this-sale",
                "{0} is already paid on this sale. Take the rest first, then start a new sale.",
                Money.of(123_450, "EUR"));
        assertThat(german.said(refused))
                .isEqualTo(
                        "Auf diesen Verkauf sind schon 1.234,50\u00a0€ bezahlt. Erst den Rest kassieren, dann einen neuen"
                                + " Verkauf beginnen.");
        assertThat(german.said(Sentence.of(
                        "payment.the-terminal-did-not-give-it",
                        "The terminal did not give it back: {0}",
                        Sentence.quoted("CARD BLOCKED"))))
                .isEqualTo("Das Terminal hat es nicht zurückgegeben: CARD BLOCKED");
        assertThat(german.get("pay.tender", refused, 1)).contains("sind schon 1.234,50");
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(pattern).results().forEach(r -> places.add(r.group()));
        if (pattern.isEmpty()) {
            places.add("missing");
        }
        return places;
    }
}
