package io.keentill.revkeen.exports;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /exports}. */
public final class ExportRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<ExportResource> RESOURCE_TYPE = WIRE.member("resource_type");
    private static final Member<ExportFormat> FORMAT = WIRE.member("format");
    private static final Member<Map<String, Object>> FILTERS = WIRE.member("filters");
    private static final Member<ColumnSet> COLUMN_SET = WIRE.member("column_set");

    private ExportRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param resourceType what
     */
    public static ExportRequest of(ExportResource resourceType) {
        return new ExportRequest(Members.NONE.with(RESOURCE_TYPE, resourceType));
    }

    /** The same with format: csv unless said. */
    public ExportRequest withFormat(ExportFormat value) {
        return new ExportRequest(members.with(FORMAT, value));
    }

    /** The same with filters: only these, untyped in the API. */
    public ExportRequest withFilters(Map<String, Object> value) {
        return new ExportRequest(members.with(FILTERS, value));
    }

    /** The same with columnSet: standard unless said. */
    public ExportRequest withColumnSet(ColumnSet value) {
        return new ExportRequest(members.with(COLUMN_SET, value));
    }
}
