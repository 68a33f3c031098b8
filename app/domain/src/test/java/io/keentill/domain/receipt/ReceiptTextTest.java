package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Blank;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Rule;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTextTest {

    @Test
    void placesTextLeftCentredAndRight() {
        assertThat(lines(
                        16,
                        new Text("left", Align.LEFT, false, false),
                        new Text("mid", Align.CENTRE, false, false),
                        new Text("right", Align.RIGHT, true, false),
                        new Rule(),
                        new Blank()))
                .containsExactly("left", "      mid", "           right", "----------------", "");
    }

    @Test
    void wrapsAtWordsAndKeepsTheIndent() {
        assertThat(lines(16, new Text("  one two three four five", Align.LEFT, false, false)))
                .containsExactly("  one two three", "  four five");
    }

    @Test
    void breaksAWordWiderThanThePaper() {
        assertThat(lines(16, new Text("abcdefghijklmnopqrst uv", Align.LEFT, false, false)))
                .containsExactly("abcdefghijklmnop", "qrst uv");
    }

    @Test
    void theFigureStandsRightOfTheLastLineOfItsText() {
        assertThat(lines(16, new Columns("one two three four", "1,234.50", false)))
                .containsExactly("one two", "three", "four    1,234.50");
    }

    @Test
    void aFigureAsWideAsThePaperStaysWholeOnItsOwnLine() {
        assertThat(lines(16, new Columns("total", "1,234,567,890.00", false)))
                .containsExactly("total", "1,234,567,890.00");
    }

    @Test
    void largeTextIsSpacedOut() {
        assertThat(lines(16, new Text("COPY", Align.CENTRE, true, true))).containsExactly("    C O P Y");
    }

    @Test
    void aLargeFigureTooWideIsSetNormalRatherThanTorn() {
        assertThat(lines(16, new Text("TOTAL £1,234.50", Align.RIGHT, true, true)))
                .containsExactly(" TOTAL £1,234.50");
    }

    @Test
    void codesShowWhatTheySay() {
        assertThat(lines(16, new Code("K7-3F9Q", Symbology.CODE_128))).containsExactly("    K7-3F9Q");
    }

    @Test
    void controlCharactersAreOnlyBlanksAndUnbreakableBlanksHoldTogether() {
        assertThat(lines(16, new Text("a\u001b@b\nc", Align.LEFT, false, false)))
                .containsExactly("a @b c");
        assertThat(lines(16, new Text("12345678901 12,34\u00a0€", Align.LEFT, false, false)))
                .containsExactly("12345678901", "12,34 €");
    }

    @Test
    void refusesPaperTooNarrowToRead() {
        assertThatThrownBy(() -> new ReceiptText(15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 16");
    }

    private static List<String> lines(int columns, ReceiptElement... elements) {
        return new ReceiptText(columns).lines(new Receipt("t", List.of(elements)));
    }
}
