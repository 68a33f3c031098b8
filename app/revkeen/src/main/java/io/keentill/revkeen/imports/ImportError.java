package io.keentill.revkeen.imports;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that could not be imported (section B.32).
 *
 * @param row from 1
 * @param field which column is at fault
 * @param message what is wrong
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ImportError(long row, @Nullable String field, String message, Map<String, Object> extra) {

    static ImportError read(Fields f) {
        return new ImportError(f.needNumber("row"), f.text("field"), f.needText("message"), f.extra());
    }
}
