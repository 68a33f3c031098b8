package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;

/** How a change of the shop's rules went. */
public sealed interface RulesChange {

    /** Stored and journalled; these hold from now on. */
    record Done(ShopRules rules) implements RulesChange {}

    /** Nothing changed; the message says why and what to do. */
    record Refused(Sentence message) implements RulesChange {}
}
