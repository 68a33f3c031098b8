package io.keentill.device.links;

import io.keentill.domain.text.Sentence;
import java.util.List;

/** Several things one after the other, in any language. */
final class Listed {

    private Listed() {}

    /** With commas between them; nothing for none. */
    static Sentence of(List<Sentence> items) {
        return items.stream()
                .reduce((all, next) -> Sentence.of("text.listed", "{0}, {1}", all, next))
                .orElse(Sentence.quoted(""));
    }
}
