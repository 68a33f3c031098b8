package io.keentill.revkeen.finance;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Income of a period (section B.28).
 *
 * @param summary summed up
 * @param rows untyped in the API
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Income(@Nullable IncomeSummary summary, List<Map<String, Object>> rows, Map<String, Object> extra) {

    static Income read(Fields f) {
        Fields summary = f.object("summary");
        return new Income(summary == null ? null : IncomeSummary.read(summary), f.list("rows", Fields::all), f.extra());
    }
}
