package io.keentill.launcher.command;

import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till journal}: the append-only record behind everything. */
@Command(name = "journal", description = "The till's hash-chained journal.")
public final class JournalCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "verify", description = "Proves that no entry was removed, edited or reordered.")
    Integer verify(@Mixin DataOptions options) {
        Console console = options.console(spec);
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            return switch (JournalVerifier.verify(store)) {
                case JournalVerdict.Intact ok -> {
                    console.say("The journal is intact: " + ok.count() + " entries, head " + ok.lastHash() + ".");
                    console.result(Map.of("intact", true, "entries", ok.count(), "head", ok.lastHash()));
                    yield 0;
                }
                case JournalVerdict.Broken no -> {
                    console.result(Map.of("intact", false, "entry", no.seq(), "what", no.what()));
                    throw new Problem("The journal is broken at entry " + no.seq() + ": " + no.what());
                }
            };
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }
}
