package io.keentill.storefront.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.SearchWatch;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A search for devices that shows what it finds while it goes on, and can be stopped. */
public final class SearchModel {

    private static final int STEPS = 100;

    private final ObservableList<Candidate> found = FXCollections.observableArrayList();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final StringProperty where = new SimpleStringProperty("");
    private final TillWorker worker;
    private final Texts texts;
    private final BiConsumer<String, SearchWatch> work;
    private @Nullable Watch watch;

    SearchModel(TillWorker worker, Texts texts, BiConsumer<String, SearchWatch> work) {
        this.worker = worker;
        this.texts = texts;
        this.work = work;
    }

    /** Looks where is typed, or all around. */
    public void start() {
        if (running.get()) {
            return;
        }
        found.clear();
        message.set("");
        progress.set(0);
        running.set(true);
        Watch mine = new Watch();
        watch = mine;
        String wanted = where.get();
        worker.submitLong(
                () -> {
                    work.accept(wanted, mine);
                    return mine;
                },
                this::ended,
                e -> {
                    message.set(texts.trouble(e, "trouble.search"));
                    ended(mine);
                });
    }

    private void ended(Watch of) {
        if (of == watch) {
            watch = null;
            running.set(false);
            progress.set(1);
            if (found.isEmpty() && message.get().isEmpty() && !of.cancelled) {
                message.set(texts.get("install.search.nothing"));
            }
        }
    }

    /** Stops; what was found stays. False if nothing ran. */
    public boolean cancel() {
        Watch running = watch;
        if (running == null) {
            return false;
        }
        running.cancelled = true;
        ended(running);
        return true;
    }

    void forget() {
        cancel();
        found.clear();
        message.set("");
        where.set("");
    }

    /** Hears from the searching threads; a step of progress reaches the screen at most a hundred times. */
    private final class Watch implements SearchWatch {

        private final AtomicInteger step = new AtomicInteger(-1);
        private volatile boolean cancelled;

        @Override
        public void progress(int done, int all) {
            int now = all == 0 ? STEPS : done * STEPS / all;
            if (step.getAndSet(now) != now) {
                tell(() ->
                        SearchModel.this.progress.set(Math.max(SearchModel.this.progress.get(), now / (double) STEPS)));
            }
        }

        @Override
        public void found(Candidate candidate) {
            tell(() -> found.add(candidate));
        }

        @Override
        public void trouble(Sentence text) {
            tell(() -> message.set(texts.said(text)));
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        private void tell(Runnable news) {
            worker.onScreen(() -> {
                if (watch == this) {
                    news.run();
                }
            });
        }
    }

    /** What was found so far. */
    public ObservableList<Candidate> found() {
        return found;
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether it goes on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What could not be looked at, or that nothing was found. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Where to look, as typed. */
    public StringProperty whereProperty() {
        return where;
    }
}
