package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The journal in the store. */
final class StoredJournal implements JournalDesk {

    private static final System.Logger LOG = System.getLogger(StoredJournal.class.getName());

    private final TillStore store;
    private final StaffRoom staff;

    StoredJournal(TillStore store, StaffRoom staff) {
        this.store = store;
        this.staff = staff;
    }

    @Override
    public List<Entry> page(long beforeSeq, String text, int limit) {
        Map<String, String> names = staff.names();
        List<String> actors = text.isBlank()
                ? List.of()
                : names.entrySet().stream()
                        .filter(e -> contains(e.getValue(), text))
                        .map(Map.Entry::getKey)
                        .toList();
        try {
            return store.read(view -> view.journalBefore(beforeSeq, text.strip(), actors, limit)).stream()
                    .map(e -> new Entry(
                            e.seq(),
                            e.at(),
                            e.type(),
                            names.getOrDefault(e.actor(), e.actor()),
                            e.subject(),
                            e.detail()))
                    .toList();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The journal could not be read", e);
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static boolean contains(String name, String text) {
        return name.toLowerCase(java.util.Locale.ROOT).contains(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Verdict verify() {
        try {
            return switch (JournalVerifier.verify(store)) {
                case JournalVerdict.Intact ok -> new Verdict.Intact(ok.count(), ok.lastHash());
                case JournalVerdict.Broken no -> new Verdict.Broken(no.seq(), no.what());
            };
        } catch (StoreException e) {
            return new Verdict.Unread(e.said());
        }
    }

    @Override
    public Export export(Path folder) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".journal", ".part");
            try {
                long entries;
                try (Writer out = Files.newBufferedWriter(fresh)) {
                    entries = new JournalExport(store, 0).csv(out);
                }
                Path file = folder.resolve("journal-1-" + entries + ".csv");
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
                return new Export.Written(file, entries);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException | UncheckedIOException | StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "The journal could not be written out", e);
            return new Export.NotWritten(Sentence.of(
                    "office.the-journal-could-not-be-written",
                    "The journal could not be written to {0} ({1}). Make room or give the till leave"
                            + " to write there, then try again.",
                    folder,
                    e.getMessage()));
        }
    }
}
