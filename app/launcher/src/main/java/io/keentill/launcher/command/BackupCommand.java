package io.keentill.launcher.command;

import io.keentill.domain.text.Sentence;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.Backup;
import io.keentill.store.BackupCheck;
import io.keentill.store.Backups;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till backup}: takes a backup and checks it whole, also beside a running till; or checks those there are. */
@Command(name = "backup", description = "Backs the till's data up, checked whole, also beside a running till.")
public final class BackupCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Folder for the backup, best on another disk (default: the one in the settings, or backups in"
                    + " the till's own).")
    private @Nullable Path to;

    @Option(names = "--list", description = "Take none; check each one that is there and list it.")
    private boolean list;

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        Path folder = to != null ? to.toAbsolutePath().normalize() : Wiring.backups(data);
        try {
            return list ? list(console, new Backups(folder)) : take(console, data, new Backups(folder));
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private static int take(Console console, Path data, Backups backups) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(data)) {
            Backup taken = backups.take(store);
            console.say("Backed up to " + taken.file() + ": whole, with "
                    + taken.journal().seq() + " journal entries.");
            console.result(Map.of(
                    "file",
                    taken.file().toString(),
                    "journal_entries",
                    taken.journal().seq(),
                    "taken",
                    taken.taken().toString()));
            return 0;
        }
    }

    private static int list(Console console, Backups backups) throws StoreException {
        List<Map<String, Object>> all = new ArrayList<>();
        boolean allGood = true;
        for (Backup backup : backups.list()) {
            BackupCheck check = Backups.check(backup.file());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", backup.file().toString());
            row.put("taken", backup.taken().toString());
            row.put("journal_entries", backup.journal().seq());
            Sentence fault = switch (check) {
                case BackupCheck.Bad bad -> bad.why();
                case BackupCheck.Good good -> good.journalFault();
            };
            row.put("good", fault == null);
            if (fault != null) {
                row.put("why", fault.toString());
                allGood = false;
            }
            all.add(row);
            console.say(backup.taken() + "  " + backup.journal().seq() + " entries  "
                    + (fault == null ? "good" : "NOT GOOD: " + fault) + "  "
                    + backup.file());
        }
        console.say(all.isEmpty() ? "There is no backup in " + backups.folder() + "." : all.size() + " backups.");
        console.result(Map.of("folder", backups.folder().toString(), "backups", all));
        return allGood ? 0 : 1;
    }
}
