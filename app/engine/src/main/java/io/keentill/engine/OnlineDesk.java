package io.keentill.engine;

import io.keentill.engine.account.AccountDesk;
import io.keentill.engine.mail.MailDesk;
import io.keentill.engine.paylink.LinkDesk;

/**
 * What a counter does through RevKeen.
 *
 * @param links payments by link
 * @param mails receipts by e-mail
 * @param accounts what customers owe and may use
 */
public record OnlineDesk(LinkDesk links, MailDesk mails, AccountDesk accounts) {}
