package io.keentill.launcher.command;

import io.keentill.engine.care.RestoredBooks;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.Backup;
import io.keentill.store.BackupCheck;
import io.keentill.store.Backups;
import io.keentill.store.Restore;
import io.keentill.store.Restored;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

/**
 * {@code till restore}: brings damaged data back, from themselves if every row can be read, else from the best good backup;
 * then tells what happened since, as the damaged journal and RevKeen know it.
 */
@Command(name = "restore", description = "Brings damaged till data back, and tells what happened since the backup.")
public final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "A backup, or a folder of them (default: the one in the settings if they can be read, else"
                    + " backups in the till's own folder).")
    private @Nullable Path from;

    @Option(names = "--offline", description = "Do not ask RevKeen which sales it has of this till.")
    private boolean offline;

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        try {
            return switch (Restore.run(data, candidates(data), Clock.systemUTC())) {
                case Restore.Result.NotDone no -> throw new Problem(no.message());
                case Restore.Result.Done done -> settle(console, data, done.restored());
            };
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private List<Path> candidates(Path data) throws StoreException {
        Path named = from == null ? usual(data) : from.toAbsolutePath();
        if (Files.isRegularFile(named)) {
            return List.of(named);
        }
        if (from != null && !Files.isDirectory(named)) {
            throw new Problem("There is no backup " + named + ": name a file or a folder with --from.");
        }
        return new Backups(named).list().stream().map(Backup::file).toList();
    }

    /** The folder in the settings, if those can still be read. */
    private static Path usual(Path data) {
        try {
            return Wiring.backups(data);
        } catch (Problem unreadable) {
            return data.resolve(Wiring.BACKUPS);
        }
    }

    private int settle(Console console, Path data, Restored restored) throws StoreException {
        LogFile.into(data);
        RestoredBooks.Report report;
        try (TillStore store = Restore.open(data, Clock.systemUTC())) {
            report = books(data, store, restored);
        }
        leaveBehind(console, data, restored);
        Restore.finish(data);
        tell(console, restored, report);
        console.result(json(restored, report));
        return report.complete() ? 0 : 1;
    }

    /** A backup folder that cannot be written to is a warning of the running till, and no reason not to sell. */
    private static void leaveBehind(Console console, Path data, Restored restored) {
        try {
            new Backups(Wiring.backups(data))
                    .leaveBehind(restored.data().journal().seq());
        } catch (StoreException e) {
            console.say("Backups that went further than what was restored could not be renamed. " + e.getMessage());
        }
    }

    private RestoredBooks.Report books(Path data, TillStore store, Restored restored) throws StoreException {
        RevKeen api = offline ? null : Wiring.revKeen(data, store).orElse(null);
        try {
            return RestoredBooks.settle(store, restored, api, Clock.systemUTC());
        } finally {
            if (api != null) {
                api.close();
            }
        }
    }

    private static void tell(Console console, Restored restored, RestoredBooks.Report report) {
        if (restored.source() == Restored.Source.SALVAGED) {
            console.say((report.complete() ? "Nothing was lost: every" : "Every")
                    + " row of the damaged data could be read, and what follows from them was made anew.");
        } else {
            console.say("Restored from " + restored.from() + ", which ends with journal entry "
                    + restored.data().journal().seq() + ".");
        }
        if (!restored.data().isProven()) {
            console.say("The journal in it does not prove itself: "
                    + restored.data().journalFault());
        }
        for (BackupCheck.Bad bad : restored.rejected()) {
            console.say("Not used, because it is not good: " + bad.file() + " (" + bad.why() + ")");
        }
        if (restored.aside() != null) {
            console.say("The damaged files are in " + restored.aside() + ". Keep them.");
        }
        for (RestoredBooks.LostSale sale : report.sales()) {
            console.say("  sale " + sale.reference() + ", receipt " + sale.receipt() + ", " + sale.totalMinor()
                    + " minor units: "
                    + (sale.remoteId() == null
                            ? "NOT at RevKeen, as far as is known; record it there by hand"
                            : "safe at RevKeen as order " + sale.remoteId()));
        }
        for (String reference : report.closed()) {
            console.say("  sale " + reference + " was still open in the backup: closed here without a receipt. Do not"
                    + " take its money again.");
        }
        for (RestoredBooks.LostPayment payment : report.payments()) {
            console.say("  card payment " + payment.reference() + ", " + payment.amountMinor()
                    + " minor units, last known as " + payment.state() + ": compare it with the terminal's own report");
        }
        if (report.revKeen() != null) {
            console.say("RevKeen was not asked. " + report.revKeen());
        }
        if (!report.complete()) {
            console.say("NOT everything that happened is known: the end of the journal is missing. Compare the"
                    + " terminal's own report and RevKeen with till status.");
        }
        console.say("The next receipt has number " + report.nextReceipt() + ".");
    }

    private static Map<String, Object> json(Restored restored, RestoredBooks.Report report) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("source", restored.source().name().toLowerCase(java.util.Locale.ROOT));
        result.put("from", restored.from().toString());
        result.put("aside", restored.aside() == null ? null : restored.aside().toString());
        result.put("journal_entries", restored.data().journal().seq());
        result.put(
                "rejected",
                restored.rejected().stream().map(b -> b.file().toString()).toList());
        result.put(
                "sales_since", report.sales().stream().map(RestoreCommand::json).toList());
        result.put("closed_here", report.closed());
        result.put(
                "payments_since",
                report.payments().stream()
                        .map(p ->
                                Map.of("reference", p.reference(), "state", p.state(), "amount_minor", p.amountMinor()))
                        .toList());
        result.put("next_receipt", report.nextReceipt());
        result.put("complete", report.complete());
        result.put("revkeen", report.revKeen() == null ? "asked" : report.revKeen());
        return result;
    }

    private static Map<String, Object> json(RestoredBooks.LostSale sale) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("order", sale.order());
        map.put("reference", sale.reference());
        map.put("receipt", sale.receipt());
        map.put("total_minor", sale.totalMinor());
        map.put("revkeen_order_id", sale.remoteId());
        return map;
    }
}
