package io.keentill.revkeen.messages;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /comms/send}; one of customer, e-mail address and thread must be named. */
public final class MessageRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Channel> CHANNEL = WIRE.member("channel");
    private static final Member<String> BODY = WIRE.member("body");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");
    private static final Member<String> CUSTOMER_EMAIL = WIRE.member("customerEmail");
    private static final Member<String> THREAD_ID = WIRE.member("threadId");
    private static final Member<String> SUBJECT = WIRE.member("subject");
    private static final Member<String> BODY_HTML = WIRE.member("bodyHtml");
    private static final Member<MessageSubject> ENTITY_TYPE = WIRE.member("entityType");
    private static final Member<String> ENTITY_ID = WIRE.member("entityId");
    private static final Member<String> ENTITY_URL = WIRE.member("entityUrl");
    private static final Member<MessageSource> SOURCE = WIRE.member("source");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private MessageRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param channel how it travels
     * @param body plain text
     */
    public static MessageRequest of(Channel channel, String body) {
        return new MessageRequest(Members.NONE.with(CHANNEL, channel).with(BODY, body));
    }

    /** The same with customerId: to this customer. */
    public MessageRequest withCustomerId(String value) {
        return new MessageRequest(members.with(CUSTOMER_ID, value));
    }

    /** The same with customerEmail: to the customer with this address. */
    public MessageRequest withCustomerEmail(String value) {
        return new MessageRequest(members.with(CUSTOMER_EMAIL, value));
    }

    /** The same with threadId: into this conversation. */
    public MessageRequest withThreadId(String value) {
        return new MessageRequest(members.with(THREAD_ID, value));
    }

    /** The same with subject: of an e-mail. */
    public MessageRequest withSubject(String value) {
        return new MessageRequest(members.with(SUBJECT, value));
    }

    /** The same with bodyHtml: of an e-mail. */
    public MessageRequest withBodyHtml(String value) {
        return new MessageRequest(members.with(BODY_HTML, value));
    }

    /** The same with entityType: what it is about. */
    public MessageRequest withEntityType(MessageSubject value) {
        return new MessageRequest(members.with(ENTITY_TYPE, value));
    }

    /** The same with entityId: id of what it is about. */
    public MessageRequest withEntityId(String value) {
        return new MessageRequest(members.with(ENTITY_ID, value));
    }

    /** The same with entityUrl: where that can be seen. */
    public MessageRequest withEntityUrl(String value) {
        return new MessageRequest(members.with(ENTITY_URL, value));
    }

    /** The same with source: who sends it. */
    public MessageRequest withSource(MessageSource value) {
        return new MessageRequest(members.with(SOURCE, value));
    }

    /** The same with metadata: free. */
    public MessageRequest withMetadata(Map<String, Object> value) {
        return new MessageRequest(members.with(METADATA, value));
    }
}
