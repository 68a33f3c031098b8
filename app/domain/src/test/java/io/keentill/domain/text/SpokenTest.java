package io.keentill.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTest {

    private static final Sentence FULL = Sentence.of("a.full", "No room for {0}.", 7);

    @Test
    void whatOnlyWrapsAnExceptionSaysWhatThatOneSays() {
        RuntimeException wrapped =
                new IllegalStateException("store", new RuntimeException(new BadInputException(FULL)));
        assertThat(Spoken.by(wrapped).code()).isEqualTo("a.full");
        assertThat(Spoken.in(wrapped)).contains(FULL);
    }

    @Test
    void itsOwnSentenceComesBeforeItsCauses() {
        Sentence outer = Sentence.of("a.outer", "Not stored.");
        assertThat(Spoken.by(new BadInputException(outer, new BadInputException(FULL)))
                        .code())
                .isEqualTo("a.outer");
    }

    @Test
    void whoHasNoSentenceIsQuotedAndNeverTakenForOneOfOurs() {
        RuntimeException bug = new IllegalStateException("index 3", new IllegalArgumentException("of 2"));
        assertThat(Spoken.in(bug)).isEmpty();
        assertThat(Spoken.by(bug).isQuoted()).isTrue();
        assertThat(Spoken.by(bug)).hasToString("index 3");
    }

    @Test
    void causesThatLeadBackToThemselvesEnd() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);
        assertThat(Spoken.in(two)).isEmpty();
    }
}
