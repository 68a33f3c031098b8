package io.keentill.revkeen.contract;

import io.keentill.revkeen.messages.Channel;
import io.keentill.revkeen.messages.MessageRequest;
import io.keentill.revkeen.messages.MessageSource;
import io.keentill.revkeen.messages.MessageSubject;
import io.keentill.revkeen.messages.SentMessage;
import io.keentill.revkeen.messages.ThreadQuery;
import io.keentill.revkeen.messages.ThreadStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Messages to customers (section B.29). */
final class MessagesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /comms/send", w -> w.client().messages().send(hello(w))),
                on("POST /comms/send", "with every member", w -> {
                    var invoice = w.openInvoice();
                    return w.client()
                            .messages()
                            .send(MessageRequest.of(Channel.EMAIL, "Your invoice")
                                    .withCustomerId(invoice.customerUuid())
                                    .withSubject("Invoice")
                                    .withBodyHtml("<p>Your invoice</p>")
                                    .withEntityType(MessageSubject.INVOICE)
                                    .withEntityId(invoice.id())
                                    .withEntityUrl("https://shop.example/invoice")
                                    .withSource(MessageSource.API)
                                    .withMetadata(Map.of("till", "1")));
                }),
                on(
                        "POST /comms/send",
                        "to an address",
                        w -> w.client()
                                .messages()
                                .send(MessageRequest.of(Channel.EMAIL, "Hello")
                                        .withCustomerEmail(w.customer().email()))),
                on("GET /comms/threads", w -> {
                    sent(w);
                    return w.client().messages().threads(ThreadQuery.any());
                }),
                on("GET /comms/threads", "with filters", w -> {
                    SentMessage sent = sent(w);
                    return w.client()
                            .messages()
                            .threads(ThreadQuery.any()
                                    .withCustomerId(Objects.requireNonNull(sent.customerId()))
                                    .withStatus(ThreadStatus.OPEN)
                                    .withChannel(Channel.EMAIL));
                }),
                on(
                        "GET /comms/threads/{threadId}/messages",
                        w -> w.client().messages().messages(Objects.requireNonNull(sent(w).conversationId()))));
    }

    private static MessageRequest hello(World w) {
        return MessageRequest.of(Channel.EMAIL, "Hello")
                .withCustomerId(w.customer().id());
    }

    private static SentMessage sent(World w) {
        return w.client().messages().send(hello(w)).send().orThrow();
    }
}
