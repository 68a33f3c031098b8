package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times in query parameters and stored objects: ISO 8601, a bare date being its first moment in UTC. */
final class Moments {
    private Moments() {}

    /** The time of a query parameter; null when it is absent, 400 when it is none. */
    static @Nullable Instant param(Call call, String name) {
        String text = call.param(name);
        if (text == null) {
            return null;
        }
        try {
            return of(text);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(name, name + " must be an ISO 8601 time such as 2026-05-01T09:30:00Z.");
        }
    }

    /** The end of a period: as {@link #param}, but a bare date counts to its last moment (exclusive end). */
    static @Nullable Instant end(Call call, String name) {
        Instant moment = param(call, name);
        String text = call.param(name);
        boolean date = text != null && text.length() == 10;
        return moment != null && date
                ? moment.atOffset(ZoneOffset.UTC).plusDays(1).toInstant()
                : moment;
    }

    /** A stored time. */
    static Instant of(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Narrows a query by {@code createdAfter} and {@code createdBefore}. */
    static void created(Call call, Query query) {
        Instant after = param(call, "createdAfter");
        Instant before = param(call, "createdBefore");
        if (after != null) {
            query.since(after.toEpochMilli());
        }
        if (before != null) {
            query.before(before.toEpochMilli());
        }
    }
}
