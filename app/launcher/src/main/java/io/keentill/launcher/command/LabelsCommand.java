package io.keentill.launcher.command;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.RulesChange;
import io.keentill.engine.office.RulesDesk;
import io.keentill.engine.office.StoredRules;
import io.keentill.engine.setup.Settings;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till labels}: how the labels of this shop's scales hide a weight or a price in their code. */
@Command(
        name = "labels",
        description = {
            "How labels of the shop's own scales are read. Shows the patterns, or sets them to those given:",
            "digits as they are, P for the item, W for a weight in grams, V for a price in minor units, x for what is not"
                    + " looked at, C for the check digit. Example: till labels 28PPPPPVVVVVC 29PPPPPWWWWWC"
        })
public final class LabelsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--none", description = "No label hides anything.")
    private boolean none;

    @Parameters(arity = "0..*", paramLabel = "PATTERN", description = "What comes first is tried first.")
    private List<String> patterns = List.of();

    @Override
    public Integer call() {
        Console console = options.console(spec);
        try {
            if (none || !patterns.isEmpty()) {
                set(none ? List.of() : patterns);
            }
            List<String> now = now();
            console.say(now.isEmpty() ? "No label hides a weight or a price." : String.join("\n", now));
            console.result(Map.of("patterns", now));
            return 0;
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private void set(List<String> wanted) throws StoreException {
        try (TillStore store = Wiring.store(options.folder())) {
            if (new StoredRules(store).setLabels(wanted, RulesDesk.COMMAND_LINE)
                    instanceof RulesChange.Refused(Sentence why)) {
                throw new Problem(why);
            }
        }
    }

    private List<String> now() throws StoreException {
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            return store.read(view -> view.setting(Settings.BARCODE_RULES))
                    .map(text -> text.lines().filter(l -> !l.isBlank()).toList())
                    .orElse(List.of());
        }
    }
}
