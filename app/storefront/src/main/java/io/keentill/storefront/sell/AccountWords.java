package io.keentill.storefront.sell;

import io.keentill.engine.account.Entitled;
import io.keentill.storefront.text.Texts;
import java.time.Instant;

/** RevKeen's words on accounts in the clerk's language; a word that nobody knows yet stays as it is. */
final class AccountWords {

    private AccountWords() {}

    static String status(String word, Texts texts) {
        String key = "account.status." + word;
        return texts.keys().contains(key) ? texts.get(key) : word.replace('_', ' ');
    }

    /** One entitlement in a line: whether it may be used comes before what RevKeen calls its state. */
    static String entitled(Entitled one, Texts texts) {
        String state = texts.get(
                one.hasAccess() ? "account.access" : "account.noAccess", one.name(), status(one.status(), texts));
        Instant until = one.until();
        return until == null ? state : state + ", " + texts.get("account.until", texts.date(until));
    }
}
