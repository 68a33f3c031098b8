package io.keentill.revkeen.imports;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import of rows (section B.32).
 *
 * @param id its id
 * @param status how far it has come
 * @param resourceType what is imported
 * @param totalRows null until counted
 * @param processedRows so far
 * @param successCount so far
 * @param errorCount so far
 * @param errors the rows at fault
 * @param createdAt UTC
 * @param completedAt null while it runs
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Import(
        String id,
        OpenEnum<ImportStatus> status,
        OpenEnum<ImportResource> resourceType,
        @Nullable Long totalRows,
        long processedRows,
        long successCount,
        @Nullable Long errorCount,
        List<ImportError> errors,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        Map<String, Object> extra) {

    static Import read(Fields f) {
        return new Import(
                f.needText("id"),
                f.needWord("status", ImportStatus.class),
                f.needWord("resource_type", ImportResource.class),
                f.number("total_rows"),
                f.numberOr("processed_rows", 0),
                f.numberOr("success_count", 0),
                f.number("error_count"),
                f.list("errors", ImportError::read),
                f.time("created_at"),
                f.time("completed_at"),
                f.extra());
    }
}
