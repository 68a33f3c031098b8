package io.keentill.engine.shift;

import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.text.Sentence;
import io.keentill.store.JournalEntry;
import io.keentill.store.Tx;
import io.keentill.store.View;
import io.keentill.store.ZRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps Z reports and gives them back only if they are as they were made: by their own hash, by the chain to the report
 * before, and by the hash that the journal noted when the shift was closed.
 */
final class ZBook {

    /** What the journal calls the close of a shift, and the report's hash there. */
    static final String CLOSED = "shift.closed";

    static final String HASH = "z_hash";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ZBook() {}

    /** Closes the shift with its report. */
    static ZReport keep(
            Tx tx,
            String till,
            Shift closed,
            ShiftFigures figures,
            @Nullable String differenceReason,
            @Nullable String acceptedBy) {
        long number = Objects.requireNonNull(closed.z());
        ZReport bare = new ZReport(number, till, closed, figures, differenceReason, acceptedBy, "");
        ZRow row = tx.shifts().close(closed, ZText.of(bare));
        return new ZReport(number, till, closed, figures, differenceReason, acceptedBy, row.hash());
    }

    /** The report with this number. */
    static ZFound find(View view, long number) {
        Optional<ZRow> found = view.shifts().z(number);
        if (found.isEmpty()) {
            return new ZFound.None(
                    Sentence.of("shift.this-till-made-no-z-report", "This till made no Z report {0}.", number));
        }
        ZRow row = found.get();
        Sentence fault = fault(view, row);
        if (fault != null) {
            return damaged(number, fault);
        }
        try {
            return new ZFound.Report(ZText.read(row));
        } catch (JacksonException | IllegalArgumentException e) {
            return damaged(
                    number,
                    Sentence.of("shift.its-text-cannot-be-read", "its text cannot be read ({0})", e.getMessage()));
        }
    }

    private static ZFound damaged(long number, Sentence fault) {
        return new ZFound.Damaged(
                number,
                Sentence.of(
                        "shift.z-report-is-not-as-it",
                        "Z report {0} is not as it was made: {1}. Keep this till's folder as it is and"
                                + " call whoever looks after your books.",
                        number,
                        fault));
    }

    private static @Nullable Sentence fault(View view, ZRow row) {
        if (!row.isIntact()) {
            return Sentence.of("shift.its-text-does-not-give-its", "its text does not give its hash");
        }
        boolean chained = view.shifts()
                .zBefore(row.number())
                .map(before -> before.hash().equals(row.previous()))
                .orElse(row.previous().matches("0{64}"));
        if (!chained) {
            return Sentence.of(
                    "shift.the-report-before-it-is-missing", "the report before it is missing or another one");
        }
        boolean noted = view.shifts()
                .bySeq(row.shift())
                .filter(shift -> isNoted(view.journalOf(shift.id()), row.hash()))
                .isPresent();
        return noted
                ? null
                : Sentence.of(
                        "shift.the-journal-knows-no-close-of", "the journal knows no close of a shift with its hash");
    }

    private static boolean isNoted(List<JournalEntry> entries, String hash) {
        return entries.stream()
                .filter(entry -> entry.type().equals(CLOSED))
                .anyMatch(entry ->
                        JSON.readTree(entry.detail()).path(HASH).asString("").equals(hash));
    }
}
