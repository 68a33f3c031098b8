package io.keentill.storefront.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.install.CareDesk;
import io.keentill.engine.install.Finding;
import io.keentill.engine.install.FrameFile;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Looking for faults: the examination, what goes over the line as it goes, and the bundle for a support desk. */
public final class FaultsModel {

    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<FrameFile.Frame> frames = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper examining = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper bundle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private boolean asked;

    FaultsModel(Till till, TillWorker worker, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
    }

    /** Examines, unless that was done before. */
    void load() {
        if (findings.isEmpty()) {
            examine();
        }
        refresh();
    }

    /** Looks at the machine and at the till. */
    public void examine() {
        run(examining, () -> till.install().care().examine(), findings::setAll);
    }

    /** Writes the bundle. */
    public void write() {
        bundle.set("");
        run(
                writing,
                () -> {
                    CareDesk care = till.install().care();
                    return care.bundle(care.usualFolder());
                },
                result -> {
                    switch (result) {
                        case CareDesk.Bundle.Written(var file) ->
                            bundle.set(texts.get("install.bundle.written", file.toString()));
                        case CareDesk.Bundle.NotWritten(Sentence why) -> complaint.set(texts.said(why));
                    }
                });
    }

    private <T> void run(ReadOnlyBooleanWrapper running, Supplier<T> work, Consumer<T> then) {
        if (running.get()) {
            return;
        }
        running.set(true);
        complaint.set("");
        worker.submitLong(
                work,
                result -> {
                    running.set(false);
                    then.accept(result);
                },
                e -> {
                    running.set(false);
                    complaint.set(texts.trouble(e, "trouble.care"));
                });
    }

    /** Takes in what went over the lines since; nothing while the picture is held. Called as time passes. */
    public void refresh() {
        if (!held.get() && !asked) {
            asked = true;
            worker.submitLong(() -> till.install().terminals().frames(), this::show, e -> {
                asked = false;
                complaint.set(texts.trouble(e, "trouble.care"));
            });
        }
    }

    private void show(List<FrameFile.Frame> now) {
        asked = false;
        if (!now.equals(frames) && !held.get()) {
            frames.setAll(now);
        }
    }

    /** Holds the picture still, or lets it go on. */
    public void hold() {
        held.set(!held.get());
        refresh();
    }

    void forget() {
        findings.clear();
        frames.clear();
        bundle.set("");
        complaint.set("");
        held.set(false);
    }

    /** What was looked at. */
    public ObservableList<Finding> findings() {
        return findings;
    }

    /** What went over the lines, masked; the oldest first. */
    public ObservableList<FrameFile.Frame> frames() {
        return frames;
    }

    /** Whether the examination goes on. */
    public ReadOnlyBooleanProperty examiningProperty() {
        return examining.getReadOnlyProperty();
    }

    /** Whether a bundle is being written. */
    public ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** Whether the picture of the lines is held still. */
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Where the bundle is; empty before. */
    public ReadOnlyStringProperty bundleProperty() {
        return bundle.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }
}
