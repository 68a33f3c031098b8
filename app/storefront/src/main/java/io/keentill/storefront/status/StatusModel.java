package io.keentill.storefront.status;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.status.TillStatus;
import io.keentill.storefront.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is always in sight, in words. */
public final class StatusModel {

    /** How much attention something wants. */
    public enum Level {
        /** Hidden: nothing to say. */
        NONE,
        /** As it should be. */
        GOOD,
        /** Worth a glance. */
        CAUTION,
        /** Needs somebody. */
        BAD
    }

    /**
     * One field of the status bar.
     *
     * @param level how much attention it wants
     * @param text short
     * @param detail for those who want to know more
     */
    public record Field(Level level, String text, String detail) {
        private static final Field NOTHING = new Field(Level.NONE, "", "");
    }

    private final ReadOnlyObjectWrapper<Field> terminal = new ReadOnlyObjectWrapper<>(Field.NOTHING);
    private final ReadOnlyObjectWrapper<Field> connection = new ReadOnlyObjectWrapper<>(Field.NOTHING);
    private final ReadOnlyObjectWrapper<Field> tasks = new ReadOnlyObjectWrapper<>(Field.NOTHING);
    private final ReadOnlyObjectWrapper<Field> unresolved = new ReadOnlyObjectWrapper<>(Field.NOTHING);
    private final ReadOnlyObjectWrapper<Field> training = new ReadOnlyObjectWrapper<>(Field.NOTHING);
    private final ReadOnlyObjectWrapper<Field> warnings = new ReadOnlyObjectWrapper<>(Field.NOTHING);
    private final Texts texts;
    private final InstantSource clock;

    /** In the words of {@code texts}; ages by {@code clock}. */
    public StatusModel(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Shows {@code status} as of now. */
    public void show(TillStatus status) {
        terminal.set(terminalOf(status));
        connection.set(connectionOf(status));
        tasks.set(counted(status.tasks(), "status.tasks", Level.CAUTION));
        unresolved.set(counted(status.unresolvedPayments(), "status.unresolved", Level.BAD));
        warnings.set(warningsOf(status));
        training.set(
                status.training()
                        ? new Field(Level.CAUTION, texts.get("status.training"), texts.get("status.training.detail"))
                        : Field.NOTHING);
    }

    private Field warningsOf(TillStatus status) {
        int count = status.warnings().size();
        return count == 0
                ? Field.NOTHING
                : new Field(
                        Level.BAD,
                        texts.get("status.warnings", count),
                        String.join(
                                "\n",
                                status.warnings().stream().map(texts::said).toList()));
    }

    private Field counted(long count, String key, Level level) {
        return count == 0 ? Field.NOTHING : new Field(level, texts.get(key, count), texts.get(key + ".detail"));
    }

    private Field terminalOf(TillStatus status) {
        TerminalStatus state = status.terminal();
        if (status.terminalAddress() == null) {
            return new Field(Level.NONE, "", "");
        }
        if (state == null) {
            return new Field(Level.CAUTION, texts.get("status.terminal.untried"), status.terminalAddress());
        }
        String detail = state.message().isEmpty() ? status.terminalAddress() : texts.said(state.message());
        return switch (state.state()) {
            case READY -> new Field(Level.GOOD, texts.get("status.terminal.ready"), detail);
            case BUSY -> new Field(Level.CAUTION, texts.get("status.terminal.busy"), detail);
            case ATTENTION -> new Field(Level.BAD, texts.get("status.terminal.attention"), detail);
            case NOT_PAIRED -> new Field(Level.BAD, texts.get("status.terminal.notPaired"), detail);
            case UNREACHABLE -> new Field(Level.BAD, texts.get("status.terminal.unreachable"), detail);
        };
    }

    private Field connectionOf(TillStatus status) {
        String waiting = waitingOf(status);
        return switch (status.connection()) {
            case NOT_SET_UP -> new Field(Level.NONE, "", "");
            case UNTRIED -> field(Level.CAUTION, "status.connecting", waiting, status);
            case ONLINE -> field(Level.GOOD, "status.online", waiting, status);
            case OFFLINE -> field(Level.CAUTION, "status.offline", waiting, status);
            case KEY_REFUSED -> field(Level.BAD, "status.keyRefused", waiting, status);
        };
    }

    private Field field(Level level, String key, String waiting, TillStatus status) {
        String text = waiting.isEmpty() ? texts.get(key) : texts.get(key) + " · " + waiting;
        String message = texts.said(status.connectionMessage());
        return new Field(level, text, message.isEmpty() ? texts.get(key + ".detail") : message);
    }

    private String waitingOf(TillStatus status) {
        Instant oldest = status.oldestUnsynced();
        if (status.waiting() == 0 || oldest == null) {
            return "";
        }
        Duration age = Duration.between(oldest, clock.instant());
        return texts.get("status.waiting", status.waiting(), texts.age(age.isNegative() ? Duration.ZERO : age));
    }

    /** The payment terminal. */
    public ReadOnlyObjectProperty<Field> terminalProperty() {
        return terminal.getReadOnlyProperty();
    }

    /** RevKeen, and what waits for it. */
    public ReadOnlyObjectProperty<Field> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Refusals that need somebody. */
    public ReadOnlyObjectProperty<Field> tasksProperty() {
        return tasks.getReadOnlyProperty();
    }

    /** Payments nobody knows the outcome of. */
    public ReadOnlyObjectProperty<Field> unresolvedProperty() {
        return unresolved.getReadOnlyProperty();
    }

    /** What somebody has to see to beside the sales: disk, journal, backup, clock. */
    public ReadOnlyObjectProperty<Field> warningsProperty() {
        return warnings.getReadOnlyProperty();
    }

    /** Whether nothing here is real money. */
    public ReadOnlyObjectProperty<Field> trainingProperty() {
        return training.getReadOnlyProperty();
    }
}
