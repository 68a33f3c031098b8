package io.keentill.engine.mail;

import io.keentill.domain.text.Sentence;

/** What came of asking for a receipt by e-mail. */
public sealed interface MailResult {

    /** It is stored and goes as soon as RevKeen can be reached. */
    record Queued(SentReceipt mail) implements MailResult {}

    /** It is not stored; the message says why and what to do. */
    record Refused(Sentence message) implements MailResult {}
}
