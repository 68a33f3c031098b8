package io.keentill.revkeen.messages;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way (section B.29).
 *
 * @param success whether it was taken
 * @param conversationId its thread
 * @param messageId its id
 * @param notificationId of its delivery
 * @param customerId whom it goes to
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SentMessage(
        boolean success,
        @Nullable String conversationId,
        @Nullable String messageId,
        @Nullable String notificationId,
        @Nullable String customerId,
        Map<String, Object> extra) {

    static SentMessage read(Fields f) {
        return new SentMessage(
                f.flagOr("success", false),
                f.text("conversation_id"),
                f.text("message_id"),
                f.text("notification_id"),
                f.text("customer_id"),
                f.extra());
    }
}
