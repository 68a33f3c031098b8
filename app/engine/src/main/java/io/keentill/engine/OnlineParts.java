package io.keentill.engine;

import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.account.AccountDesk;
import io.keentill.engine.account.Accounts;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.engine.mail.MailDesk;
import io.keentill.engine.mail.ReceiptMails;
import io.keentill.engine.paylink.LinkDesk;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.sync.Cloud;
import io.keentill.store.TillStore;
import org.jspecify.annotations.Nullable;

/** What is made of a till's connection with RevKeen for the counter. */
record OnlineParts(TillStore store, IdSource ids, TillParts parts, TillEvents events, Shop shop) {

    /** On this connection; null where no RevKeen is set up. */
    OnlineDesk desk(@Nullable Cloud cloud, Paper paper) {
        ReceiptWords words = ReceiptWords.of(parts.locale());
        AccountsElsewhere elsewhere = cloud == null ? AccountsElsewhere.NONE : cloud.accountsElsewhere();
        AccountDesk accounts = new Accounts(store, elsewhere, ids, parts.clock(), events, shop.currency(), words);
        return cloud == null
                ? new OnlineDesk(LinkDesk.NONE, MailDesk.NONE, accounts)
                : new OnlineDesk(
                        cloud.links(),
                        new ReceiptMails(store, paper::receipt, words, shop.name(), ids, parts.clock(), cloud::wake),
                        accounts);
    }
}
