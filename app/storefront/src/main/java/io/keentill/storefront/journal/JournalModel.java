package io.keentill.storefront.journal;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.office.JournalDesk;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The journal, newest first, filtered while typing, and its proof. */
public final class JournalModel {

    private static final int PAGE = 50;

    /**
     * What checking the chain came to, in words.
     *
     * @param good whether all is as it was written
     */
    public record Proof(boolean good, String words) {}

    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper exporting = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Proof> proof = new ReadOnlyObjectWrapper<>();
    private final ObservableList<JournalDesk.Entry> entries = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Toasts toasts;
    private final Texts texts;
    private boolean queued;
    private volatile String latest = "";

    /** The journal of {@code till}. */
    public JournalModel(Till till, TillWorker worker, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.toasts = toasts;
        this.texts = texts;
        filter.addListener((o, before, now) -> load());
    }

    private record Found(String filter, List<JournalDesk.Entry> entries) {}

    private Found read(long before) {
        String wanted = latest;
        return new Found(wanted, till.office().journal().page(before, wanted, PAGE + 1));
    }

    /** Reads the newest again. */
    public void load() {
        latest = filter.get();
        if (!queued) {
            queued = true;
            worker.submit(() -> read(Long.MAX_VALUE), this::show);
        }
    }

    private void show(Found found) {
        queued = false;
        if (!found.filter().equals(latest)) {
            load();
            return;
        }
        entries.clear();
        add(found.entries());
    }

    /** Adds the next page. */
    public void showMore() {
        if (!entries.isEmpty()) {
            long before = entries.getLast().seq();
            worker.submit(() -> read(before), found -> {
                boolean fits = !entries.isEmpty() && entries.getLast().seq() == before;
                if (fits && found.filter().equals(latest)) {
                    add(found.entries());
                }
            });
        }
    }

    private void add(List<JournalDesk.Entry> page) {
        entries.addAll(page.stream().limit(PAGE).toList());
        more.set(page.size() > PAGE);
    }

    /** Checks the whole chain; what comes of it stands in {@link #proofProperty}. */
    public void verify() {
        if (checking.get()) {
            return;
        }
        checking.set(true);
        proof.set(null);
        worker.submitLong(
                () -> till.office().journal().verify(),
                verdict -> {
                    checking.set(false);
                    proof.set(words(verdict));
                },
                e -> {
                    checking.set(false);
                    proof.set(new Proof(false, texts.trouble(e, "trouble.verify")));
                });
    }

    private Proof words(JournalDesk.Verdict verdict) {
        return switch (verdict) {
            case JournalDesk.Verdict.Intact(long count, String head) ->
                new Proof(true, texts.get("journal.intact", count, head.substring(0, Math.min(12, head.length()))));
            case JournalDesk.Verdict.Broken(long seq, Sentence what) ->
                new Proof(false, texts.get("journal.broken", seq, what));
            case JournalDesk.Verdict.Unread(Sentence why) -> new Proof(false, texts.get("journal.unread", why));
        };
    }

    /** Writes the whole journal to a file; where it lies, or why it does not, is told in a message. */
    public void export() {
        if (exporting.get()) {
            return;
        }
        exporting.set(true);
        worker.submitLong(
                () -> till.office().journal().export(till.install().care().exportFolder()),
                result -> {
                    exporting.set(false);
                    switch (result) {
                        case JournalDesk.Export.Written(Path file, long count) ->
                            toasts.info(texts.get("journal.exported", count, file.toString()));
                        case JournalDesk.Export.NotWritten(Sentence why) -> toasts.error(texts.said(why));
                    }
                },
                e -> {
                    exporting.set(false);
                    toasts.error(texts.trouble(e, "trouble.export"));
                });
    }

    /** Whether it is being written to a file. */
    public ReadOnlyBooleanProperty exportingProperty() {
        return exporting.getReadOnlyProperty();
    }

    /** What is looked for. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Whether there is another page. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Whether the chain is being checked. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** What checking came to; null before. */
    public ReadOnlyObjectProperty<Proof> proofProperty() {
        return proof.getReadOnlyProperty();
    }

    /** What is shown, the newest first. */
    public ObservableList<JournalDesk.Entry> entries() {
        return entries;
    }
}
