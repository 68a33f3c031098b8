package io.keentill.revkeen.imports;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /imports}. */
public final class ImportRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<ImportResource> RESOURCE_TYPE = WIRE.member("resource_type");
    private static final Member<Map<String, Object>> COLUMN_MAPPING = WIRE.member("column_mapping");
    private static final Member<OnDuplicate> ON_DUPLICATE = WIRE.member("on_duplicate");

    private ImportRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param resourceType what the rows are
     */
    public static ImportRequest of(ImportResource resourceType) {
        return new ImportRequest(Members.NONE.with(RESOURCE_TYPE, resourceType));
    }

    /** The same with columnMapping: field by CSV column. */
    public ImportRequest withColumnMapping(Map<String, Object> value) {
        return new ImportRequest(members.with(COLUMN_MAPPING, value));
    }

    /** The same with onDuplicate: skip unless said. */
    public ImportRequest withOnDuplicate(OnDuplicate value) {
        return new ImportRequest(members.with(ON_DUPLICATE, value));
    }
}
