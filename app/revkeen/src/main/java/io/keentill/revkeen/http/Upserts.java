package io.keentill.revkeen.http;

import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.json.Fields;
import java.util.function.Function;

/** Reads both answers to a write by foreign id (sections B.4, B.8, B.10). */
final class Upserts {
    private Upserts() {}

    static <T> Upsert<T> read(Fields top, Function<Fields, T> reader) {
        if (top.flagOr("ignored", false)) {
            return new Upsert.Ignored<>(
                    top.textOr("reason", "unknown"),
                    top.time("stored_timestamp"),
                    top.time("incoming_timestamp"),
                    top.text("content_hash"));
        }
        return new Upsert.Stored<>(
                reader.apply(Caller.unwrap(top)),
                top.flagOr("created", false),
                top.flagOr("skipped", false),
                top.texts("warnings"));
    }
}
