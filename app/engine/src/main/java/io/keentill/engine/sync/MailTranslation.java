package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.engine.book.SaleInvoice;
import io.keentill.revkeen.messages.Channel;
import io.keentill.revkeen.messages.MessageRequest;
import io.keentill.revkeen.messages.MessageSource;
import io.keentill.revkeen.messages.MessageSubject;
import io.keentill.store.MailRow;
import io.keentill.store.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts a receipt for a customer into RevKeen's words: as plain text, and as HTML that keeps its columns. */
final class MailTranslation {

    private MailTranslation() {}

    /** To the customer on the sale where the address is theirs, else to the address. */
    static MessageRequest message(View view, MailRow mail) {
        Optional<RemoteCustomers.Entry> customer = view.customerOf(mail.orderId())
                .flatMap(id -> RemoteCustomers.byId(view, id))
                .filter(one -> one.email().equalsIgnoreCase(mail.address()));
        MessageRequest request = MessageRequest.of(Channel.EMAIL, mail.body())
                .withSubject(mail.subject())
                .withBodyHtml(html(mail.body()))
                .withSource(MessageSource.API)
                .withMetadata(metadata(view, mail));
        MessageRequest addressed = customer.isPresent()
                ? request.withCustomerId(customer.get().id())
                : request.withCustomerEmail(mail.address());
        // If it is there already: the e-mail does not wait for it.
        return SaleInvoice.idOf(view, mail.orderId())
                .map(id -> addressed.withEntityType(MessageSubject.INVOICE).withEntityId(id))
                .orElse(addressed);
    }

    private static Map<String, Object> metadata(View view, MailRow mail) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("keentill_mail", mail.id());
        metadata.put("keentill_order", mail.orderId());
        view.order(mail.orderId())
                .map(Order::reference)
                .ifPresent(reference -> metadata.put("keentill_reference", reference));
        return metadata;
    }

    /** Columns stand below each other only in letters of one width. */
    static String html(String text) {
        return "<pre style=\"font-family:monospace;font-size:14px\">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</pre>";
    }
}
