package io.keentill.launcher.command;

import io.keentill.engine.care.Anchors;
import io.keentill.engine.office.JournalExport;
import io.keentill.engine.setup.Settings;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.Backup;
import io.keentill.store.Backups;
import io.keentill.store.JournalAnchor;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Command(
            name = "verify",
            description = "Proves that no entry was removed, edited or reordered, and that none is missing at the end"
                    + " that a backup or RevKeen knows of.")
    Integer verify(
            @Mixin DataOptions options,
            @Option(names = "--revkeen", description = "Ask RevKeen too, whose orders each know an entry.")
                    boolean asksRevKeen) {
        Console console = options.console(spec);
        Path data = options.folder();
        try (TillStore store = TillStore.openReadOnly(data)) {
            List<JournalAnchor> anchors = new ArrayList<>(new Backups(Wiring.backups(data))
                    .list().stream().map(Backup::anchor).toList());
            if (asksRevKeen) {
                anchors.addAll(atRevKeen(data, store));
            }
            List<JournalAnchor> valid = Anchors.stillValid(store, anchors);
            if (valid.size() < anchors.size()) {
                console.say(
                        "A restore from a backup lost entries, as the journal itself says; they are not asked for.");
            }
            return tell(console, JournalVerifier.verify(store, valid), valid.size());
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private static List<JournalAnchor> atRevKeen(Path data, TillStore store) throws StoreException {
        String till = store.read(view -> view.setting(Settings.TILL_ID)).orElse("");
        try (RevKeen api =
                Wiring.revKeen(data, store).orElseThrow(() -> new Problem("No RevKeen is set up for this till."))) {
            return switch (Anchors.atRevKeen(api, till)) {
                case Anchors.Result.Known known -> known.anchors();
                case Anchors.Result.NotAsked no -> throw new Problem(no.message());
            };
        }
    }

    private static int tell(Console console, JournalVerdict verdict, int anchors) {
        return switch (verdict) {
            case JournalVerdict.Intact ok -> {
                console.say("The journal is intact: " + ok.count() + " entries, head " + ok.lastHash() + ". " + anchors
                        + " ends known elsewhere are all in it.");
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("intact", true);
                result.put("entries", ok.count());
                result.put("head", ok.lastHash());
                result.put("anchors", anchors);
                console.result(result);
                yield 0;
            }
            case JournalVerdict.Broken no -> {
                console.result(Map.of(
                        "intact", false, "entry", no.seq(), "what", no.what().toString()));
                throw new Problem("The journal is broken at entry " + no.seq() + ": " + no.what());
            }
        };
    }

    /** How an export is written. */
    enum Format {
        /** One JSON object a line. */
        JSONL,
        /** RFC 4180, with a head line. */
        CSV
    }

    @Command(name = "export", description = "Writes the journal out, entry by entry, with its hashes.")
    Integer export(
            @Mixin DataOptions options,
            @Option(
                            names = "--format",
                            defaultValue = "JSONL",
                            description = "jsonl (one JSON object a line) or csv (default: jsonl).")
                    Format format,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: standard output).")
                    @Nullable
                    Path out,
            @Option(names = "--after", paramLabel = "N", description = "Only entries after this number.") long after) {
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            JournalExport export = new JournalExport(store, after);
            if (out == null) {
                PrintWriter writer = spec.commandLine().getOut();
                write(export, format, writer);
                writer.flush();
                return 0;
            }
            try (Writer writer = Files.newBufferedWriter(out)) {
                long entries = write(export, format, writer);
                options.console(spec).say(entries + " entries written to " + out + ".");
                options.console(spec).result(Map.of("file", out.toString(), "entries", entries));
            }
            return 0;
        } catch (StoreException e) {
            throw Problem.because(e);
        } catch (IOException | UncheckedIOException e) {
            throw new Problem("The export could not be written: " + e.getMessage(), e);
        }
    }

    private static long write(JournalExport export, Format format, Writer writer) throws StoreException, IOException {
        return switch (format) {
            case JSONL -> export.jsonLines(writer);
            case CSV -> export.csv(writer);
        };
    }
}
