package io.keentill.store;

import java.time.Instant;

/**
 * A receipt that goes to a customer by e-mail. Its outbox row, a chain of its own under the same id, says how far it came.
 *
 * @param id of the mail
 * @param orderId the sale
 * @param address as it was typed or as the customer's
 * @param subject of the e-mail
 * @param body the receipt as lines of text, as it was when it was asked for
 * @param operator who asked
 * @param at when
 */
public record MailRow(
        String id, String orderId, String address, String subject, String body, String operator, Instant at) {}
