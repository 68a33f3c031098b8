package io.keentill.revkeen.exports;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An export into a file (section B.32).
 *
 * @param id its id
 * @param status how far it has come
 * @param resourceType what is exported
 * @param format kind of file
 * @param downloadUrl where the file is for an hour; null until it is there. Whoever has it can read the file
 * @param totalRows null until counted
 * @param fileSizeBytes bytes
 * @param errorMessage what went wrong
 * @param createdAt UTC
 * @param completedAt null while it runs
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Export(
        String id,
        OpenEnum<ExportStatus> status,
        OpenEnum<ExportResource> resourceType,
        @Nullable OpenEnum<ExportFormat> format,
        @Nullable String downloadUrl,
        @Nullable Long totalRows,
        @Nullable Long fileSizeBytes,
        @Nullable String errorMessage,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        Map<String, Object> extra) {

    static Export read(Fields f) {
        return new Export(
                f.needText("id"),
                f.needWord("status", ExportStatus.class),
                f.needWord("resource_type", ExportResource.class),
                f.word("format", ExportFormat.class),
                f.text("download_url"),
                f.number("total_rows"),
                f.number("file_size_bytes"),
                f.text("error_message"),
                f.time("created_at"),
                f.time("completed_at"),
                f.extra());
    }

    /** Without the address of the file, which opens it to anybody. */
    @Override
    public String toString() {
        return "Export[id=" + id + ", status=" + status + ", resourceType=" + resourceType + ", totalRows=" + totalRows
                + ", errorMessage=" + errorMessage + "]";
    }
}
