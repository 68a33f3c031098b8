package io.keentill.revkeen.disputes;

import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.util.List;
import java.util.Map;

/**
 * The disputes that wait for an answer, the most urgent first.
 *
 * @param disputes as many as were asked for
 * @param totalOpen how many there are in all
 * @param overdueCount how many of them are late
 * @param extra members of the reply not named here, under their names on the wire
 */
public record OpenDisputes(List<OpenDispute> disputes, long totalOpen, long overdueCount, Map<String, Object> extra) {

    static OpenDisputes read(Fields f) {
        Fields meta = f.object("meta");
        if (meta == null) {
            throw new MalformedReplyException("the open disputes come without \"meta\"");
        }
        return new OpenDisputes(
                f.list("data", OpenDispute::read),
                meta.needNumber("total_open"),
                meta.numberOr("overdue_count", 0),
                f.extra());
    }
}
