package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Settlement;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every step of its terminal's end of day. Where the terminal has closed its day and the till knows nothing
 * of it, the next close cannot agree; whoever reads why is told that the money is in the close before, not lost.
 */
class TerminalDayCrashTest {

    @TempDir
    private Path home;

    /** A terminal with one payment of £2.50 in its day. */
    private static final class Day {
        private boolean closed;

        Day(boolean closed) {
            this.closed = closed;
        }

        Settlement close() {
            Settlement counted = closed ? new Settlement.Closed(0, pounds(0)) : new Settlement.Closed(1, pounds(250));
            closed = true;
            return counted;
        }
    }

    @Test
    void aDifferenceNamesTheCloseThatTheTillDidNotHearOf() throws Exception {
        TestClock clock = TestClock.still();
        Day day = new Day(false);
        FakeTerminal terminal = new FakeTerminal();
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        List<Boolean> wasClosed = new ArrayList<>();
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            till.sellByCard();
            terminal.settling(() -> {
                Settlement counted = day.close();
                images.take("the terminal has closed its day");
                wasClosed.add(true);
                return counted;
            });
            clock.onLook(() -> {
                images.take("a write is under way");
                wasClosed.add(day.closed);
            });
            assertThat(till.shifts().endTerminalDay(CLERK)).isInstanceOf(TerminalDay.Closed.class);
            images.take("the close is stored");
            wasClosed.add(true);
            clock.onLook(() -> {});
        }
        assertThat(wasClosed).contains(true, false);
        int lost = 0;
        for (CrashImages.Image image : images.all()) {
            Day then = new Day(wasClosed.get(image.number()));
            FakeTerminal again = new FakeTerminal().settling(then::close);
            try (TestTill till = TestTill.open(image.folder(), TestClock.still(), again)) {
                lost += goneOn(image, till, then.closed) ? 1 : 0;
            }
        }
        assertThat(lost)
                .as("images in which the terminal closed and the till did not know")
                .isPositive();
    }

    /** Whether the terminal had closed its day and the till did not know. */
    private static boolean goneOn(CrashImages.Image image, TestTill till, boolean terminalClosed) throws Exception {
        boolean stored = till.store()
                .read(view -> view.shifts().unsettled(FakeTerminal.ADDRESS))
                .isEmpty();
        boolean lost = terminalClosed && !stored;
        if (lost) {
            assertThat(kinds(till)).as("after %s", image).containsExactly(TerminalDays.DAY_OPEN);
        }
        TerminalDay.Closed closed = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
        if (lost) {
            assertThat(closed.differences())
                    .as("after %s", image)
                    .singleElement()
                    .asString()
                    .contains("2.50 GBP less", "report of the close before");
            assertThat(kinds(till)).containsExactly(TerminalDays.DIFFERS);
        } else {
            assertThat(closed.differences()).as("after %s", image).isEmpty();
            assertThat(kinds(till)).as("after %s", image).isEmpty();
        }
        assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
        return lost;
    }

    @Test
    void anAnswerThatWasLostIsNamedToo() throws Exception {
        Day day = new Day(false);
        FakeTerminal terminal = new FakeTerminal();
        try (TestTill till = TestTill.open(home.resolve("till"), TestClock.still(), terminal)) {
            till.sellByCard();
            terminal.settling(() -> {
                day.close();
                return new Settlement.NotKnown(Sentence.quoted("Its answer is lost."));
            });
            assertThat(message(till)).contains("Nobody knows whether", "Its answer is lost.");
            terminal.settling(() -> new Settlement.NotClosed(Sentence.quoted("It is switched off.")));
            assertThat(message(till)).as("it is in doubt still").contains("Nobody knows whether", "switched off");
            terminal.settling(day::close);
            TerminalDay.Closed closed = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
            assertThat(closed.differences()).singleElement().asString().contains("report of the close before");
        }
    }

    @Test
    void aTerminalThatCertainlyDidNotCloseIsNoExplanation() throws Exception {
        FakeTerminal terminal = new FakeTerminal();
        try (TestTill till = TestTill.open(home.resolve("till"), TestClock.still(), terminal)) {
            till.sellByCard();
            terminal.settling(() -> new Settlement.NotClosed(Sentence.quoted("It is switched off.")));
            assertThat(message(till)).contains("is not closed", "switched off");
            assertThat(till.store().read(View::openTasks))
                    .singleElement()
                    .extracting(TaskRow::text)
                    .asString()
                    .contains("is not closed", "switched off");
            terminal.settling(() -> new Settlement.Closed(0, pounds(0)));
            TerminalDay.Closed closed = (TerminalDay.Closed) till.shifts().endTerminalDay(CLERK);
            assertThat(closed.differences())
                    .singleElement()
                    .asString()
                    .contains("2.50 GBP less")
                    .doesNotContain("close before");
        }
    }

    private static String message(TestTill till) {
        return ((TerminalDay.NotClosed) till.shifts().endTerminalDay(CLERK))
                .message()
                .toString();
    }

    private static List<String> kinds(TestTill till) throws Exception {
        return till.store().read(View::openTasks).stream().map(TaskRow::kind).toList();
    }
}
