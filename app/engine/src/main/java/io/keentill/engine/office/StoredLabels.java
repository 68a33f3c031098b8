package io.keentill.engine.office;

import io.keentill.domain.catalogue.EmbeddedRules;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.setup.Settings;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;

/** How labels of the shop's own scales are read, among the till's settings. */
final class StoredLabels {

    private static final int MOST = 20;

    private StoredLabels() {}

    static List<String> now(View view) {
        return view.setting(Settings.BARCODE_RULES)
                .map(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** What is wrong about them; empty if they can be read. */
    static Optional<Sentence> problem(List<String> patterns) {
        if (patterns.size() > MOST) {
            return Optional.of(Sentence.of(
                    "labels.too-many", "At most {0} patterns: each scan is held against all of them.", MOST));
        }
        try {
            EmbeddedRules.parse(String.join("\n", patterns));
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(e.said());
        }
    }

    static void set(Tx tx, List<String> patterns, String by) {
        List<String> read = EmbeddedRules.parse(String.join("\n", patterns)).patterns();
        tx.putSetting(Settings.BARCODE_RULES, String.join("\n", read));
        tx.appendJournal(
                "label.rules",
                by,
                "labels",
                JournalText.none().with("patterns", String.join(" ", read)).json());
    }
}
