package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.util.Objects;

/** What becomes of a row about which RevKeen was asked and did not say whether it has it. */
final class AskedInVain {

    private final OutboxBook book;
    private final ScopeGates gates;
    private final Waits waits;

    AskedInVain(OutboxBook book, SyncParts parts) {
        this.book = book;
        this.gates = parts.gates();
        this.waits = parts.waits();
    }

    /**
     * RevKeen was asked and not told, so what it answers says nothing of the row. That keeps its key, its bytes and what it
     * was answered itself: all that knows whether it may be there already.
     */
    Answer stored(OutboxRow row, Answer answer) throws StoreException {
        return switch (answer) {
            case Answer.Never no -> {
                int times = book.refused(row, Streaks.Refusal.QUESTION);
                yield times < OutboxBook.BELIEVED
                        ? book.askAgain(row, no.why(), book.rest(times))
                        : unasked(row, no.why());
            }
            case Answer.Denied no ->
                switch (gates.denied(row.kind(), row.id(), no.why(), waits.nanos())) {
                    case ScopeGates.Denial.Task _ -> unasked(row, no.why());
                    case ScopeGates.Denial.Wait(Duration time) -> {
                        book.heard(row);
                        book.askAgain(row, no.why(), time);
                        yield no;
                    }
                };
            case Answer.Later wait ->
                book.askAgain(row, wait.why(), Objects.requireNonNullElse(wait.after(), book.rest(row)));
            case Answer.DeviceNotReady wait -> book.askAgain(row, wait.why(), book.rest(row));
            case Answer.Pause pause -> {
                book.askAgain(row, pause.why(), book.unanswered(row));
                yield pause;
            }
            case Answer.Accepted _, Answer.AtDevice _, Answer.NotSent _ ->
                throw new IllegalStateException("No trouble: " + answer);
        };
    }

    private Answer unasked(OutboxRow row, Sentence why) throws StoreException {
        return book.never(
                row,
                row.lastStatus(),
                Sentence.of(
                        "sync.revkeen-could-not-be-asked-whether",
                        "RevKeen could not be asked whether it has this already: {0}",
                        why));
    }
}
