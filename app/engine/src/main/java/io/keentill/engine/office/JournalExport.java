package io.keentill.engine.office;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.keentill.store.JournalEntry;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A journal written out whole: every field that its hash is made of, as it is stored, so that the chain can be checked from
 * the export alone. {@code at_nanos} is the exact time that the hash covers, {@code at} the same for people.
 */
public final class JournalExport {

    private static final int BATCH = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TillStore store;
    private final long after;

    /** Of the journal in {@code store}, from the entry after number {@code after}; 0 for all of it. */
    public JournalExport(TillStore store, long after) {
        this.store = store;
        this.after = after;
    }

    /**
     * One JSON object a line; the detail stays text, since its bytes are hashed. Answers how many entries.
     *
     * @throws UncheckedIOException if {@code out} takes no more
     */
    public long jsonLines(Writer out) throws StoreException {
        return each(entry -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("seq", entry.seq());
            line.put("at", entry.at().toString());
            line.put("at_nanos", nanos(entry));
            line.put("type", entry.type());
            line.put("actor", entry.actor());
            line.put("subject", entry.subject());
            line.put("detail", entry.detail());
            line.put("previous", entry.previous());
            line.put("hash", entry.hash());
            write(out, JSON.writeValueAsString(line) + "\n");
        });
    }

    /**
     * RFC 4180 with a head line. Answers how many entries.
     *
     * @throws UncheckedIOException if {@code out} takes no more
     */
    public long csv(Writer out) throws StoreException {
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord("seq", "at", "at_nanos", "type", "actor", "subject", "detail", "previous", "hash");
        return each(entry -> csv.writeRecord(
                Long.toString(entry.seq()),
                entry.at().toString(),
                Long.toString(nanos(entry)),
                entry.type(),
                entry.actor(),
                entry.subject(),
                entry.detail(),
                entry.previous(),
                entry.hash()));
    }

    private static long nanos(JournalEntry entry) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, entry.at());
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long each(Consumer<JournalEntry> what) throws StoreException {
        long at = after;
        long count = 0;
        List<JournalEntry> batch;
        do {
            long from = at;
            batch = store.read(view -> view.journal(from, BATCH));
            batch.forEach(what);
            count += batch.size();
            at = batch.isEmpty() ? at : batch.getLast().seq();
        } while (!batch.isEmpty());
        return count;
    }
}
