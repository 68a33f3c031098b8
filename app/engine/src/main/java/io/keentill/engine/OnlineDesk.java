package io.keentill.engine;

import io.keentill.engine.mail.MailDesk;
import io.keentill.engine.paylink.LinkDesk;

/**
 * What a counter does through RevKeen.
 *
 * @param links payments by link
 * @param mails receipts by e-mail
 */
public record OnlineDesk(LinkDesk links, MailDesk mails) {

    /** Where no RevKeen is set up. */
    public static final OnlineDesk NONE = new OnlineDesk(LinkDesk.NONE, MailDesk.NONE);
}
