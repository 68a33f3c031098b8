package io.keentill.engine.shift;

import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
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
            return new ZFound.None("This till made no Z report " + number + ".");
        }
        ZRow row = found.get();
        String fault = fault(view, row);
        if (fault != null) {
            return damaged(number, fault);
        }
        try {
            return new ZFound.Report(ZText.read(row));
        } catch (JacksonException | IllegalArgumentException e) {
            return damaged(number, "its text cannot be read (" + e.getMessage() + ")");
        }
    }

    private static ZFound damaged(long number, String fault) {
        return new ZFound.Damaged(
                number,
                "Z report " + number + " is not as it was made: " + fault
                        + ". Keep this till's folder as it is and call whoever looks after your books.");
    }

    private static @Nullable String fault(View view, ZRow row) {
        if (!row.isIntact()) {
            return "its text does not give its hash";
        }
        boolean chained = view.shifts()
                .zBefore(row.number())
                .map(before -> before.hash().equals(row.previous()))
                .orElse(row.previous().matches("0{64}"));
        if (!chained) {
            return "the report before it is missing or another one";
        }
        boolean noted = view.shifts()
                .bySeq(row.shift())
                .filter(shift -> isNoted(view.journalOf(shift.id()), row.hash()))
                .isPresent();
        return noted ? null : "the journal knows no close of a shift with its hash";
    }

    private static boolean isNoted(List<JournalEntry> entries, String hash) {
        return entries.stream()
                .filter(entry -> entry.type().equals(CLOSED))
                .anyMatch(entry ->
                        JSON.readTree(entry.detail()).path(HASH).asString("").equals(hash));
    }
}
