package io.keentill.engine.shift;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.store.JournalEntry;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Days of terminals that are still to be closed, each an open task: because the terminal did not close it, or because nobody
 * heard whether it did. The absence of a terminal stops nobody.
 */
final class OpenDays {

    /** The kind of its tasks. */
    static final String TASK = "terminal.day_open";

    private final TillStore store;
    private final IdSource ids;
    private final InstantSource clock;

    OpenDays(TillStore store, IdSource ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stored before the terminal is told: it may close its day and the till never hear of it, or die. The next close then
     * says why the figures may differ.
     *
     * @return whether an earlier close was begun of which nobody knows how it ended
     */
    boolean begun(String terminal, String operator) throws StoreException {
        return store.write(tx -> {
            boolean doubted = isDoubted(tx, terminal);
            if (!doubted) {
                open(tx, terminal, operator, doubt(terminal, unheard()));
            }
            tx.appendJournal(
                    "terminal.settling",
                    operator,
                    terminal,
                    JournalText.none().with("doubted", doubted).json());
            return doubted;
        });
    }

    /** Whether nobody knows how an earlier close ended. */
    boolean isDoubted(String terminal) throws StoreException {
        return store.read(view -> isDoubted(view, terminal));
    }

    private static boolean isDoubted(View view, String terminal) {
        String code = doubt(terminal, unheard()).code();
        return of(view, terminal).stream().anyMatch(task -> task.text().code().equals(code));
    }

    /** The terminal did not close it, and no earlier close is in doubt; answers what is said of it. */
    Sentence notClosed(String terminal, String operator, Sentence why) throws StoreException {
        Sentence text = Sentence.of(
                "shift.the-day-of-terminal-is-not",
                "The day of terminal {0} is not closed: {1} Then close it with the shift's"
                        + " screen or with till shift terminal.",
                terminal,
                why);
        store.write(tx -> {
            open(tx, terminal, operator, text);
            return notSettled(tx, terminal, operator, why);
        });
        return text;
    }

    /** Nobody knows whether it is closed, which the task says already; answers what is said of it. */
    Sentence notKnown(String terminal, String operator, Sentence why) throws StoreException {
        store.write(tx -> notSettled(tx, terminal, operator, why));
        return doubt(terminal, why);
    }

    /** It is closed. */
    void closed(Tx tx, String terminal, String operator) {
        of(tx, terminal).forEach(task -> tx.saveTask(task.closed(operator, "The day was closed", clock.instant())));
    }

    private static JournalEntry notSettled(Tx tx, String terminal, String operator, Sentence why) {
        return tx.appendJournal(
                "terminal.not_settled",
                operator,
                terminal,
                JournalText.none().with("why", why).json());
    }

    /** One task for a terminal: it says what is known now, and since when the day is to be closed. */
    private void open(Tx tx, String terminal, String operator, Sentence text) {
        Instant now = clock.instant();
        List<TaskRow> before = of(tx, terminal);
        before.forEach(task -> tx.saveTask(task.closed(operator, "Its close was begun again", now)));
        Instant since = before.isEmpty() ? now : before.getFirst().openedAt();
        tx.saveTask(TaskRow.open(ids.next(), TASK, terminal, text, since));
    }

    private static List<TaskRow> of(View view, String terminal) {
        return view.openTasks().stream()
                .filter(t -> t.kind().equals(TASK) && t.subject().equals(terminal))
                .toList();
    }

    private static Sentence unheard() {
        return Sentence.of("shift.the-till-has-not-heard-how", "The till has not heard how its close ended.");
    }

    private static Sentence doubt(String terminal, Sentence why) {
        return Sentence.of(
                "shift.nobody-knows-whether-terminal-closed-its",
                "Nobody knows whether terminal {0} closed its day: {1} Close it again with the shift's"
                        + " screen or with till shift terminal, and keep the report of the earlier close.",
                terminal,
                why);
    }
}
