package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;
import java.util.Map;

/** A product that a payment link alone sells. */
public final class LinkProductRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<List<String>> IMAGES = WIRE.member("images");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private LinkProductRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param name what people read
     */
    public static LinkProductRequest of(String name) {
        return new LinkProductRequest(Members.NONE.with(NAME, name));
    }

    /** The same with description: more of it. */
    public LinkProductRequest withDescription(String value) {
        return new LinkProductRequest(members.with(DESCRIPTION, value));
    }

    /** The same with images: addresses of pictures. */
    public LinkProductRequest withImages(List<String> value) {
        return new LinkProductRequest(members.with(IMAGES, value));
    }

    /** The same with metadata: free. */
    public LinkProductRequest withMetadata(Map<String, Object> value) {
        return new LinkProductRequest(members.with(METADATA, value));
    }
}
